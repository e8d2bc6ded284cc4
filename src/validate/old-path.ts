import { isUrlPath, type UrlPath } from '../domain/url-path.ts';

/**
 * Reads the path of an old address on this site, percent-encoded or not. One without a file's ending is a folder, as
 * browsers ask for it: `/news/bridge` → `/news/bridge/`.
 *
 * @returns Nothing where it is no path, or the home page's.
 */
export function readOldPath(written: string): UrlPath | undefined {
  const path = asFolder(decode(written.trim()).normalize('NFC'));
  return isUrlPath(path) && path !== '/' ? path : undefined;
}

/** An address with a slash at its end, unless it is that of a file. */
function asFolder(path: string): string {
  return /\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
