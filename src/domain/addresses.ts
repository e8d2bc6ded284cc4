/**
 * The address of a page within its site, from the site's root: `/2026/11/23/slug/`, `/feed.xml`.
 * Not percent-encoded; begins with `/`. What an editor wrote becomes one by {@link isUrlPath} only; other addresses are put
 * together from constants, slugs and dates, and are cast where that is done.
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

/**
 * The part of an address that names one thing: `harbour-bridge-closes`. What an editor wrote becomes one by {@link isSlug} only; of
 * a file whose name is none, which is an error, another text stands in.
 */
export type Slug = string & { readonly brand: 'Slug' };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name of a folder may have 255 bytes, and an address is read aloud. */
const LONGEST_SLUG = 200;

/** Whether a text is a slug: lower-case a-z, digits and single hyphens between them, at most 200 of them. */
export function isSlug(text: string): text is Slug {
  return text.length <= LONGEST_SLUG && SLUG.test(text);
}

/** The page for addresses that lead nowhere, where hosts look for it. */
export const NOT_FOUND_URL = '/404.html' as UrlPath;

/** What crawlers are told, where they look for it. */
export const ROBOTS_URL = '/robots.txt' as UrlPath;

/** The index of all sitemaps. */
export const SITEMAP_URL = '/sitemap.xml' as UrlPath;

/** The news sitemap, or the index of several. */
export const NEWS_SITEMAP_URL = '/sitemap-news.xml' as UrlPath;

/** A web address in its normal form, if a text is one that a reader can be sent to: no other scheme, no name, no password. */
export function readWebAddress(text: string): string | undefined {
  const url = parseUrl(text.trim());
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}

/**
 * An absolute address (WHATWG URL), if a text is one. Not by `URL.canParse`: in Node 20 it is false for good addresses once V8
 * has compiled it.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
