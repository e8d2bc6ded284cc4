import { posix } from 'node:path';
import { fileOfAddress } from '../media-folder.ts';
import type { Project } from './project.ts';

interface MediaPlaces {
  readonly project: Project;
  /** Before the paths of all pages. */
  readonly base: string;
  /** Hosts of the old site. */
  readonly hosts: ReadonlySet<string>;
  readonly statics: readonly string[];
  /** A folder outside the project that was named for them. */
  readonly media: string | undefined;
}

/** Where a file of a project may be that an address names. Never outside the project, or the folder that was named. */
export function mediaFinder(
  places: MediaPlaces,
): (address: string, from: string, pageUrl: string | undefined) => string | undefined {
  return (address, from, pageUrl) => {
    const path = pathOf(address, places.hosts);
    if (path === undefined || path === '' || path.endsWith('/')) return undefined;
    for (const candidate of candidatesOf(path, { ...places, from, pageUrl })) {
      const file = places.project.file(candidate);
      if (file !== undefined) return file;
    }
    return places.media === undefined ? undefined : fileOfAddress(places.media, path);
  };
}

function candidatesOf(
  path: string,
  { base, statics, from, pageUrl }: MediaPlaces & { readonly from: string; readonly pageUrl: string | undefined },
): readonly string[] {
  const rooted = path.startsWith('/');
  const stripped = rooted && base !== '' && path.startsWith(`${base}/`) ? [path.slice(base.length), path] : [path];
  const inStatics = (name: string): readonly string[] =>
    [...statics, ''].map((folder) => posix.join(folder, name.replace(/^\/+/, '')));
  if (rooted) return stripped.flatMap(inStatics);
  const page =
    pageUrl === undefined ? [] : inStatics(posix.join(pageUrl.endsWith('/') ? pageUrl : posix.dirname(pageUrl), path));
  const folder = posix.dirname(from);
  // A folder of the same name holds the files of a text in some themes.
  const own = from.replace(/\.[^./]+$/, '');
  return [
    posix.join(folder, path),
    posix.join(own, path),
    ...page,
    ...(path.startsWith('../') ? inStatics(path.replace(/^(?:\.\.\/)+/, '')) : inStatics(path)),
  ];
}

/** The path within the old site; `undefined` for what lies elsewhere. */
function pathOf(address: string, hosts: ReadonlySet<string>): string | undefined {
  const whole = address.trim().startsWith('//') ? `https:${address.trim()}` : address.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(whole)) {
    if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return undefined;
    const url = new URL(whole);
    return hosts.has(url.hostname) ? decoded(url.pathname) : undefined;
  }
  return decoded(whole.replace(/[?#].*$/s, ''));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
