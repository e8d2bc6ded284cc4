/**
 * The address of a page within its site, from the site's root: `/2026/11/23/slug/`, `/feed.xml`.
 * Not percent-encoded; begins with `/`. Made by {@link isUrlPath} only.
 */
export type UrlPath = string & { readonly brand: 'UrlPath' };

/** No file system takes a longer name. */
const LONGEST = 255;
const SEGMENT = /^[\p{L}\p{M}\p{N}._~-]+$/u;

/** Whether a text is the address of a page: segments of letters, digits and `-._~`, none of them `.` or `..`. */
export function isUrlPath(text: string): text is UrlPath {
  if (text === '/') return true;
  if (!text.startsWith('/')) return false;
  const segments = text.slice(1).replace(/\/$/, '').split('/');
  return segments.every((segment) => SEGMENT.test(segment) && !/^\.+$/.test(segment) && bytesOf(segment) <= LONGEST);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The output file of an address: `/a/` → `a/index.html`, `/feed.xml` → `feed.xml`. */
export function outputPath(url: UrlPath): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}
