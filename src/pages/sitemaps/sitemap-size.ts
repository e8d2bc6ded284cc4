import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** The longest address that a sitemap may have, by the sitemaps.org protocol: fewer than 2,048 characters. */
const LONGEST_URL = 2_047;
/** A character of an address is at the most three bytes in UTF-8, and three characters for each of them in percent-encoding. */
const LONGEST_CHARACTER = 9;
/** More than the elements around an entry's address take, and its date. */
const MARKUP = 200;

/** How many bytes a page, and the addresses of its pictures, take in a sitemap of a site at the most. */
export function sitemapSizeOf(
  site: Site,
  { url, images = [] }: { readonly url: UrlPath; readonly images?: readonly UrlPath[] },
): number {
  let size = MARKUP + longestOf(site, url);
  for (const image of images) size += MARKUP + longestOf(site, image);
  return size;
}

/** Whether a sitemap may have an address. */
export function fitsSitemap(site: Site, url: UrlPath): boolean {
  return longestOf(site, url) <= LONGEST_URL || absoluteUrl(site, url).length <= LONGEST_URL;
}

function longestOf({ origin, basePath }: Site, url: UrlPath): number {
  return origin.length + LONGEST_CHARACTER * (basePath.length + url.length);
}
