import { CORRECTIONS_URL } from '../domain/correction.ts';
import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { SitemapEntry } from '../formats/sitemap.ts';
import { SITEMAP_LENGTH, sitemapUrls } from '../formats/sitemap-urls.ts';
import { NOT_FOUND_URL } from './not-found-page.ts';
import type { Imprint } from './publication.ts';

/** What a sitemap of pages that are no stories is made of. */
export interface PageSitemapSubject {
  readonly url: UrlPath;
  readonly pages: readonly UrlPath[];
}

/** The pages that want to be found and are no stories. Archives are not among them: they are lists of what is. */
export function listPageSitemaps(
  edition: Pick<Edition, 'sections' | 'contributors' | 'topics' | 'series' | 'corrections' | 'ownPages'>,
): readonly PageSitemapSubject[] {
  const { sections, contributors, topics, series, corrections, ownPages } = edition;
  const pages: readonly UrlPath[] = [
    '/' as UrlPath,
    ...sections.filter(({ stories }) => stories.length > 0).map(({ url }) => url),
    ...contributors.map(({ url }) => url),
    ...topics.map(({ url }) => url),
    ...series.map(({ url }) => url),
    ...(corrections && corrections.newest.length > 0
      ? [CORRECTIONS_URL, ...corrections.months.map(({ url }) => url)]
      : []),
    ...ownPages.flatMap(({ url, noindex }) => (url === undefined || noindex || url === NOT_FOUND_URL ? [] : [url])),
  ];
  return sitemapUrls('pages', pages.length).map((url, index) => ({
    url,
    pages: pages.slice(index * SITEMAP_LENGTH, (index + 1) * SITEMAP_LENGTH),
  }));
}

/** Makes a sitemap of pages that are no stories. */
export function makePageSitemap(
  { url, pages }: PageSitemapSubject,
  { edition }: Imprint,
): Page<readonly SitemapEntry[]> {
  const data = pages.map((page) => ({ url: absoluteUrl(edition.site, page), lastModified: undefined }));
  return { url, layout: 'sitemap', data };
}
