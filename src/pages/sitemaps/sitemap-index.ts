import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { NEWS_SITEMAP_URL, ROBOTS_URL, SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl, href } from '../../domain/site/site.ts';
import type { SitemapIndexEntry } from '../../formats/sitemaps/sitemap.ts';
import { isoTime } from '../../time/print-time.ts';
import { listPageSitemaps } from './page-sitemap.ts';
import type { Materials } from '../surroundings.ts';
import { listStorySitemaps, type StoryEntrySubject } from './story-sitemap.ts';
import { noMoments, ownUrl, type PageKind, type PageToFind } from '../page-kind.ts';
import { type Claim, claimOfSite, claimUnlessOwn } from '../../diagnostics/claim.ts';
import { printRobots } from '../../formats/sitemaps/robots.ts';

/** What the index of all sitemaps is made of. */
export interface SitemapIndexSubject {
  readonly url: UrlPath;
  readonly sitemaps: readonly {
    readonly url: UrlPath;
    /** The newest change of a page in it, in milliseconds since 1970, where that is known. */
    readonly lastChange: number | undefined;
  }[];
}

export const sitemapIndex: PageKind<SitemapIndexSubject, readonly SitemapIndexEntry[]> = {
  list: listSitemapIndex,
  urlOf: ownUrl,
  layout: () => 'sitemap-index',
  make: makeSitemapIndex,
  sitemap: { none: 'it is one' },
  claims: { needed: () => [claimOfSite(SITEMAP_URL, 'the sitemap')], follows: claimLocalIndexes },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** Those of further languages that have a story. */
function claimLocalIndexes({ languages }: EditionToBe): readonly Claim[] {
  const filled = languages.filter(({ stories }) => stories.length > 0);
  return filled.map(({ url, language }) => claimOfSite(indexUrl(url), `the index of sitemaps in ${language}`));
}

function indexUrl(home: UrlPath): UrlPath {
  return `${home}sitemap.xml` as UrlPath;
}

/** The index of all sitemaps, and in each further language of the site that of its own. */
function listSitemapIndex(edition: Edition, toFind: () => Iterable<PageToFind>): readonly SitemapIndexSubject[] {
  const ofPages = listPageSitemaps(edition, toFind).map(({ url }) => ({ url, lastChange: undefined }));
  const ofStories = listStorySitemaps(edition).map(({ url, stories }) => ({ url, lastChange: newestOf(stories) }));
  const sitemaps = [...ofPages, ...ofStories];
  const ofLanguages = edition.languages.map(({ url: home }) => ({
    url: indexUrl(home),
    sitemaps: sitemaps.filter(({ url }) => url.startsWith(`/sitemaps${home}`)),
  }));
  return [{ url: SITEMAP_URL, sitemaps }, ...ofLanguages.filter((index) => index.sitemaps.length > 0)];
}

/** A sitemap has more stories than a call may have arguments. */
function newestOf(stories: readonly StoryEntrySubject[]): number {
  return stories.reduce((newest, { modified }) => Math.max(newest, modified), Number.NEGATIVE_INFINITY);
}

/** Makes an index of sitemaps, but those of news. */
function makeSitemapIndex({ sitemaps }: SitemapIndexSubject, { site }: Materials): readonly SitemapIndexEntry[] {
  return sitemaps.map(({ url, lastChange }) => ({
    url: absoluteUrl(site, url),
    lastModified: lastChange === undefined ? undefined : isoTime(lastChange, site.timeZone),
  }));
}

export const robots: PageKind<{ readonly url: UrlPath }, string> = {
  list: listRobots,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeRobots,
  sitemap: { none: 'crawlers read it first' },
  claims: { 'unless-own': (edition) => claimUnlessOwn(ROBOTS_URL, 'the robots.txt', edition) },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** What crawlers are told, in newsrooms that have no `robots.txt` of their own. */
function listRobots({ ownPages }: Edition): readonly { readonly url: UrlPath }[] {
  return ownPages.some(({ url }) => url === ROBOTS_URL) ? [] : [{ url: ROBOTS_URL }];
}

/** Makes the `robots.txt`. */
function makeRobots(_subject: { readonly url: UrlPath }, { site }: Materials): string {
  return printRobots({
    root: href(site, '/'),
    refusesAi: site.crawlers.ai === 'refuse',
    sitemaps: [SITEMAP_URL, NEWS_SITEMAP_URL].map((sitemap) => absoluteUrl(site, sitemap)),
  });
}
