import slugify from '@sindresorhus/slugify';

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

/** A path of this site that somebody wrote, or why there can be no file at it. */
export type PathRead =
  | { readonly kind: 'path'; readonly path: UrlPath }
  /** `part` is the character or the segment that no file can have. */
  | { readonly kind: 'impossible'; readonly part: string };

/** What no name of a file can have, whether it stands in a path as it is or percent-encoded. */
const IMPOSSIBLE = /[\p{Cc}\p{Cs}/\\]/u;

/**
 * Reads a path, percent-encoded or not, of any characters that a file's name can have. It begins with `/`, and what follows `?` or
 * `#` was cut off. Of one that is a folder's it does not matter whether `/` stands at the end, of which nothing is said here.
 */
export function readPath(written: string): PathRead {
  const segments = written.slice(1).split('/');
  const names = segments.map((segment) => (NAMES_ITSELF.test(segment) ? segment : decoded(segment).normalize('NFC')));
  for (const [index, name] of names.entries()) {
    const part = IMPOSSIBLE.exec(name)?.[0];
    if (part !== undefined) return { kind: 'impossible', part };
    const isMiddle = index < names.length - 1;
    if ((name === '' && isMiddle) || /^\.+$/.test(name))
      return { kind: 'impossible', part: `/${name}${isMiddle ? '/' : ''}` };
    // No character of 16 bits has more than three in UTF-8.
    if (name.length * 3 > LONGEST && bytesOf(name) > LONGEST) return { kind: 'impossible', part: name };
  }
  return { kind: 'path', path: `/${names.join('/')}` as UrlPath };
}

/** A part of a path that is the same when it is decoded and normalised: most are. */
const NAMES_ITSELF = /^[\w.~-]*$/;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** The output file of an address: `/a/` → `a/index.html`, `/feed.xml` → `feed.xml`. */
export function outputPath(url: UrlPath): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}

/**
 * The part of an address that names one thing: `harbour-bridge-closes`. What an editor wrote becomes one by {@link isSlug} or, of a story, {@link isStorySlug}; of
 * a file whose name is none, which is an error, another text stands in.
 */
export type Slug = string & { readonly brand: 'Slug' };

/** What a slug is made of, whatever its length. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name of a folder may have 255 bytes, and an address is read aloud. */
const LONGEST_SLUG = 200;

/** Whether a text is a slug: lower-case a-z, digits and single hyphens between them, at most 200 of them. */
export function isSlug(text: string): text is Slug {
  return text.length <= LONGEST_SLUG && SLUG.test(text);
}

/**
 * A text as lower-case a-z and digits with hyphens between its words, other letters written with those: `Ærø hafen` → `aero-hafen`. What
 * cannot be written so is left out.
 */
export function inLatin(text: string): string {
  const joined = text.replaceAll(' ', '-');
  return SLUG.test(joined) ? joined : slugify(text, { decamelize: false });
}

const STORY_SLUG = /^[A-Za-z0-9_](?:[\w.~-]*[\w~-])?$/;

/** Whether a text can be the slug of a story: what addresses of older systems were made of, at most 200 characters; no name of a file. */
export function isStorySlug(text: string): text is Slug {
  return text.length <= LONGEST_SLUG && STORY_SLUG.test(text) && !/\.md$/i.test(text);
}

/** The page for addresses that lead nowhere, where hosts look for it. */
export const NOT_FOUND_URL = '/404.html' as UrlPath;

/** What crawlers are told, where they look for it. */
export const ROBOTS_URL = '/robots.txt' as UrlPath;

/** The index of all sitemaps. */
export const SITEMAP_URL = '/sitemap.xml' as UrlPath;

/** The news sitemap, or the index of several. */
export const NEWS_SITEMAP_URL = '/sitemap-news.xml' as UrlPath;

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
