import { CORRECTIONS_URL } from '../../domain/corrections.ts';
import type { Edition } from '../../domain/edition.ts';
import type { StoryList } from '../../domain/lists.ts';
import type { Page } from '../../domain/page.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import { NOT_FOUND_URL, type UrlPath } from '../../domain/addresses.ts';
import type { SitemapEntry } from '../../formats/sitemaps/sitemap.ts';
import { SITEMAP_LENGTH, sitemapName, splitSitemap } from '../../formats/sitemaps/split-sitemap.ts';
import { listCalendarPages } from '../dates/calendar-page.ts';
import { listContributorsPage } from '../contributors/contributors-page.ts';
import type { Imprint } from '../imprint.ts';
import { fitsSitemap, sitemapSizeOf } from './sitemap-size.ts';

/** What a sitemap of pages that are no stories is made of. */
export interface PageSitemapSubject {
  readonly url: UrlPath;
  readonly pages: readonly UrlPath[];
}

/** What of an edition its pages that are no stories follow from. */
type Listed = Pick<
  Edition,
  'site' | 'sections' | 'languages' | 'contributors' | 'topics' | 'series' | 'corrections' | 'ownPages' | 'years'
>;

/**
 * The pages that want to be found and are no stories: `pages`, and what leads to earlier stories, `archives`; each further
 * language of the site has both for itself.
 */
export function listPageSitemaps(edition: Listed): readonly PageSitemapSubject[] {
  return [
    ...listSitemaps('pages', [...frontsOf(edition), ...ownPagesOf(edition)], edition),
    ...listSitemaps('archives', archivesOf(edition), edition),
    ...edition.languages.flatMap((language) => {
      const lists = [language, ...language.sections].filter(({ stories }) => stories.length > 0);
      const fronts = lists.map(({ url }) => url);
      const archives = lists.flatMap(({ archive }) => archive.map(({ url }) => url));
      return [
        ...listSitemaps(sitemapName('pages', language.url), fronts, edition),
        ...listSitemaps(sitemapName('archives', language.url), archives, edition),
      ];
    }),
  ];
}

function listSitemaps(name: string, pages: readonly UrlPath[], { site }: Listed): readonly PageSitemapSubject[] {
  const entries = pages.filter((url) => fitsSitemap(site, url)).map((url) => ({ url }));
  return splitSitemap(entries, {
    name,
    most: SITEMAP_LENGTH,
    sizeOf: (entry) => sitemapSizeOf(site, entry),
  }).map((part) => ({ url: part.url, pages: part.entries.map(({ url }) => url) }));
}

/** The home page, and those of sections, people, topics, series and corrections. */
function frontsOf(edition: Listed): readonly UrlPath[] {
  const { sections, contributors, topics, series, corrections } = edition;
  return [
    '/' as UrlPath,
    ...sections.filter(({ stories }) => stories.length > 0).map(({ url }) => url),
    ...listContributorsPage(edition).map(({ url }) => url),
    ...contributors.map(({ url }) => url),
    ...topics.map(({ url }) => url),
    ...series.map(({ url }) => url),
    ...(corrections && corrections.newest.length > 0
      ? [CORRECTIONS_URL, ...corrections.months.map(({ url }) => url)]
      : []),
  ];
}

/** Those of `content/pages/` that are documents: templates make other files too. */
function ownPagesOf({ ownPages }: Listed): readonly UrlPath[] {
  return ownPages.flatMap(({ url, noindex }) => {
    return url === undefined || noindex || url === NOT_FOUND_URL || !isDocument(url) ? [] : [url];
  });
}

function isDocument(url: UrlPath): boolean {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return !name.includes('.') || /\.x?html?$/i.test(name);
}

/** The archive by date, and those of all lists. */
function archivesOf({ sections, contributors, topics, series, corrections, years }: Listed): readonly UrlPath[] {
  const lists: readonly StoryList[] = [...sections, ...contributors, ...topics, ...series];
  const days = years.flatMap(({ months }) => months.flatMap((month) => month.days));
  return [
    ...listCalendarPages({ years }).map(({ url }) => url),
    ...days.map(({ url }) => url),
    ...[...lists, ...(corrections?.months ?? [])].flatMap(({ archive }) => archive.map(({ url }) => url)),
  ];
}

/** Makes a sitemap of pages that are no stories. */
export function makePageSitemap(
  { url, pages }: PageSitemapSubject,
  { edition }: Imprint,
): Page<readonly SitemapEntry[]> {
  const data = pages.map(
    (page): SitemapEntry => ({ url: absoluteUrl(edition.site, page), lastModified: undefined, images: [] }),
  );
  return { url, layout: 'sitemap', data };
}
