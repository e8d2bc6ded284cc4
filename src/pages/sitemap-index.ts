import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { SitemapIndexEntry } from '../formats/sitemap-index.ts';
import { isoTime } from '../time/print-time.ts';
import { listPageSitemaps } from './page-sitemap.ts';
import type { Imprint } from './publication.ts';
import { type ListedStory, listStorySitemaps } from './story-sitemap.ts';

export const SITEMAP_URL = '/sitemap.xml' as UrlPath;

/** What the index of all sitemaps is made of. */
export interface SitemapIndexSubject {
  readonly sitemaps: readonly {
    readonly url: UrlPath;
    /** The newest change of a page in it, in milliseconds since 1970, where that is known. */
    readonly lastChange: number | undefined;
  }[];
}

export function listSitemapIndex(edition: Edition): readonly SitemapIndexSubject[] {
  const ofPages = listPageSitemaps(edition).map(({ url }) => ({ url, lastChange: undefined }));
  const ofStories = listStorySitemaps(edition).map(({ url, stories }) => ({ url, lastChange: newestOf(stories) }));
  return [{ sitemaps: [...ofPages, ...ofStories] }];
}

function newestOf(stories: readonly ListedStory[]): number | undefined {
  let newest: number | undefined;
  for (const { modified } of stories) {
    if (modified !== undefined && (newest === undefined || modified > newest)) newest = modified;
  }
  return newest;
}

/** Makes the index of all sitemaps, but those of news. */
export function makeSitemapIndex(
  { sitemaps }: SitemapIndexSubject,
  { edition }: Imprint,
): Page<readonly SitemapIndexEntry[]> {
  const { site } = edition;
  const data = sitemaps.map(({ url, lastChange }) => ({
    url: absoluteUrl(site, url),
    lastModified: lastChange === undefined ? undefined : isoTime(lastChange, site.timeZone),
  }));
  return { url: SITEMAP_URL, layout: 'sitemap-index', data };
}
