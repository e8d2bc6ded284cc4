import type { Edition } from '../../domain/edition.ts';
import type { Page } from '../../domain/page.ts';
import { SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import type { SitemapIndexEntry } from '../../formats/sitemaps/sitemap.ts';
import { isoTime } from '../../time/print-time.ts';
import { listPageSitemaps } from './page-sitemap.ts';
import type { Imprint } from '../imprint.ts';
import { listStorySitemaps, type StoryEntrySubject } from './story-sitemap.ts';

/** What the index of all sitemaps is made of. */
export interface SitemapIndexSubject {
  readonly url: UrlPath;
  readonly sitemaps: readonly {
    readonly url: UrlPath;
    /** The newest change of a page in it, in milliseconds since 1970, where that is known. */
    readonly lastChange: number | undefined;
  }[];
}

/** The index of all sitemaps, and in each further language of the site that of its own. */
export function listSitemapIndex(edition: Edition): readonly SitemapIndexSubject[] {
  const ofPages = listPageSitemaps(edition).map(({ url }) => ({ url, lastChange: undefined }));
  const ofStories = listStorySitemaps(edition).map(({ url, stories }) => ({ url, lastChange: newestOf(stories) }));
  const sitemaps = [...ofPages, ...ofStories];
  const ofLanguages = edition.languages.map(({ url: home }) => ({
    url: `${home}sitemap.xml` as UrlPath,
    sitemaps: sitemaps.filter(({ url }) => url.startsWith(`/sitemaps${home}`)),
  }));
  return [{ url: SITEMAP_URL, sitemaps }, ...ofLanguages.filter((index) => index.sitemaps.length > 0)];
}

/** A sitemap has more stories than a call may have arguments. */
function newestOf(stories: readonly StoryEntrySubject[]): number {
  return stories.reduce((newest, { modified }) => Math.max(newest, modified), 0);
}

/** Makes an index of sitemaps, but those of news. */
export function makeSitemapIndex(
  { url: own, sitemaps }: SitemapIndexSubject,
  { edition }: Imprint,
): Page<readonly SitemapIndexEntry[]> {
  const { site } = edition;
  const data = sitemaps.map(({ url, lastChange }) => ({
    url: absoluteUrl(site, url),
    lastModified: lastChange === undefined ? undefined : isoTime(lastChange, site.timeZone),
  }));
  return { url: own, layout: 'sitemap-index', data };
}
