import type { Page } from '../domain/page.ts';
import { absoluteUrl } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { SitemapEntry } from '../formats/sitemap.ts';
import { isoTime } from '../time/print-time.ts';
import { NOT_FOUND_URL } from './not-found-page.ts';
import type { Publication } from './publication.ts';

const SITEMAP_URL = '/sitemap.xml' as UrlPath;

/** Makes the sitemap: every page of the site that wants to be found, stories with their last change. */
export function makeSitemap({ edition }: Publication): Page<readonly SitemapEntry[]> {
  const { site, stories, sections, contributors, topics, ownPages } = edition;
  const indexed = stories.filter(({ article }) => !article.noindex && article.canonical === undefined);
  const others: readonly UrlPath[] = [
    '/' as UrlPath,
    ...sections.filter((section) => section.stories.length > 0).map(({ url }) => url),
    ...contributors.map(({ url }) => url),
    ...topics.map(({ topic }) => topic.url),
    ...ownPages.flatMap(({ url, noindex }) => (url === undefined || noindex || url === NOT_FOUND_URL ? [] : [url])),
  ];
  const data: readonly SitemapEntry[] = [
    ...others.map((url) => ({ url: absoluteUrl(site, url), lastModified: undefined })),
    ...indexed.map(({ url, article }) => ({
      url: absoluteUrl(site, url),
      lastModified: isoTime((article.updated ?? article.date).instant, site.timeZone),
    })),
  ];
  return { url: SITEMAP_URL, layout: 'sitemap', data };
}
