import { MEDIA_FOLDER } from '../domain/content/content-kinds.ts';

const ROOT = 'content';

/**
 * Where a path that an editor wrote may lead to within the content folder, the likeliest first: resolved against the
 * folders of some files. Paths are POSIX, from the content folder's parent. One that climbs out of `content/`, is absolute
 * or names a drive leads nowhere, nor does one that would, were it percent-decoded.
 */
export function contentPaths(written: string, ...files: readonly string[]): readonly string[] {
  const paths = pathNames(written).map((name) => files.flatMap((file) => resolve(file, name) ?? []));
  return paths.every(({ length }) => length > 0) ? paths.flat() : [];
}

/**
 * Where the path of a picture or another file may lead to, the likeliest first: relative to the file that names it, or to
 * `content/media/`. With `/` before it, as addresses have it, it begins at `content/` or `content/media/`.
 */
export function mediaPaths(written: string, from: string): readonly string[] {
  const isAddress = written.startsWith('/');
  return contentPaths(isAddress ? written.slice(1) : written, isAddress ? 'content/x' : from, `${MEDIA_FOLDER}x`);
}

/** The path with which one file names another, both from the content folder's parent: shortest where it lies in `content/media/`. */
export function pathFrom(from: string, to: string): string {
  if (to.startsWith(MEDIA_FOLDER)) return to.slice(MEDIA_FOLDER.length);
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

function resolve(from: string, target: string): string | undefined {
  if (/^[a-z]:|^[\\/]|\\|\0/i.test(target)) return undefined;
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length <= 1) return undefined;
    else segments.pop();
  }
  return segments[0] === ROOT ? segments.join('/') : undefined;
}

/**
 * The names that a written path may stand for, the likeliest first: as it stands, for a name may have a percent sign in it
 * (`50%.jpg`), and percent-decoded, as addresses are written (`the%20bridge.jpg`). A slash that is encoded divides nothing.
 */
export function pathNames(written: string): readonly string[] {
  const decoded = /%2f/i.test(written) ? undefined : decode(written);
  return decoded === undefined || decoded === written ? [written] : [written, decoded];
}

function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
