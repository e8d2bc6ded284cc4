import { posix } from 'node:path';
import type { ReadAddress } from './text/addresses.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';
import { joinUrl, MARKDOWN } from './systems/paths.ts';

/** The addresses of texts by their files. */
export interface References {
  /** The address of the text that a command names by path, or by the end of one: `posts/a.md`, `2019-03-01-a`. */
  find(name: string, from: string): string | undefined;
  /** Reads addresses of a text as its system writes them, and those of files of texts. */
  readAddress(from: string): ReadAddress;
}

/** @param urls Addresses by files. They may be put in until the first is looked for. */
export function referencesOf(
  project: Project,
  publication: Publication,
  urls: ReadonlyMap<string, string>,
): References {
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  const fileUrl = (path: string): string | undefined => {
    const own = urls.get(path);
    if (own !== undefined || !/(?:^|\/)_index\.\w+$/.test(path)) return own;
    const section = publication.sections.find(({ url }) =>
      path.endsWith(`${url.slice(publication.base.length, -1)}/_index.md`),
    );
    return section?.url ?? joinUrl(publication.base);
  };
  const find = (name: string, from: string): string | undefined => {
    const [, written = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(name.trim()) ?? [];
    if (written === '') return rest === '' ? undefined : rest;
    const path = decoded(written).replace(/\/$/, '');
    const beside = posix.join(posix.dirname(from), path);
    const below = path.replace(/^\/+/, '');
    for (const candidate of [beside, below, `content/${below}`]) {
      const found = [candidate, `${candidate}.md`, `${candidate}/index.md`]
        .map(fileUrl)
        .find((url) => url !== undefined);
      if (found !== undefined) return `${found}${rest}`;
    }
    const stem = below.replace(MARKDOWN, '');
    byName ??= filesByName(urls);
    const known = byName.get(stem.split('/').at(-1) ?? '') ?? [];
    const fitting = known.filter((candidate) =>
      `/${candidate.replace(MARKDOWN, '').replace(/\/index$/, '')}`.endsWith(`/${stem}`),
    );
    const [only] = fitting.length > 0 ? fitting : [];
    const url = only === undefined ? undefined : urls.get(only);
    return url === undefined ? undefined : `${url}${rest}`;
  };
  let known: ReadonlySet<string> | undefined;
  /** Some systems put what is before all paths there by themselves. */
  const withBase = (address: string): string => {
    const { base } = publication;
    if (base === '' || !address.startsWith('/') || address.startsWith('//') || address.startsWith(`${base}/`))
      return address;
    known ??= new Set([...urls.values()].map((url) => url.replace(/\/$/, '')));
    const path = address.replace(/[?#].*$/s, '').replace(/\/$/, '');
    return !known.has(path) && known.has(`${base}${path}`) ? `${base}${address}` : address;
  };
  return {
    find,
    readAddress: (from) => (written) => {
      const read = publication.readAddress(written);
      if (read.kind === 'file') {
        const url = fileUrl(read.path);
        if (url !== undefined) return `${url}${read.rest}`;
        return project.file(read.path) === undefined ? written : `/${read.path}${read.rest}`;
      }
      const { address } = read;
      const isFile = !/^[a-z][a-z\d+.-]*:|^\/\//i.test(address) && MARKDOWN.test(address.replace(/[?#].*$/s, ''));
      return (isFile ? find(address, from) : undefined) ?? withBase(address);
    },
  };
}

function filesByName(urls: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of urls.keys()) {
    for (const name of namesOf(path)) {
      const known = files.get(name);
      if (known) known.push(path);
      else files.set(name, [path]);
    }
  }
  return files;
}

/** By what a text may be named: its file, or the folder of its bundle; with a date before it, also without. */
function namesOf(path: string): readonly string[] {
  const stem = path.replace(MARKDOWN, '').replace(/\/index(?:\.[A-Za-z-]{2,7})?$/, '');
  const name = stem.split('/').at(-1) ?? '';
  return [...new Set([name, name.replace(/\.[a-z]{2}(?:-[A-Za-z]{2})?$/, '')])];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
