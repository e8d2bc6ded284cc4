/** Where a path that an editor wrote leads to within the content folder. */
export type ContentPath = { readonly kind: 'inside'; readonly path: string } | { readonly kind: 'outside' };

const ROOT = 'content';

/**
 * Resolves a path against the folder of the file that it was written in. Paths are POSIX, from the content folder's
 * parent. A path that climbs out of `content/`, is absolute or names a drive leads outside.
 */
export function resolveContentPath(from: string, written: string): ContentPath {
  const target = decode(written);
  if (target === undefined || /^[a-z]:|^[\\/]|\\|\0/i.test(target)) return { kind: 'outside' };
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length <= 1) return { kind: 'outside' };
    else segments.pop();
  }
  return segments[0] === ROOT ? { kind: 'inside', path: segments.join('/') } : { kind: 'outside' };
}

function decode(written: string): string | undefined {
  try {
    return decodeURI(written);
  } catch {
    return undefined;
  }
}
