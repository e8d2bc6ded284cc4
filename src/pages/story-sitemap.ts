import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wantsToBeFound } from '../domain/wants-to-be-found.ts';
import type { SitemapEntry } from '../formats/sitemap.ts';
import { SITEMAP_LENGTH, sitemapUrls } from '../formats/sitemap-urls.ts';
import { isoTime } from '../time/print-time.ts';
import type { Imprint } from './publication.ts';

/** What a sitemap of stories is made of. */
export interface StorySitemapSubject {
  readonly url: UrlPath;
  /** Oldest first, each with its last change in milliseconds since 1970. */
  readonly stories: readonly { readonly url: UrlPath; readonly modified: number }[];
}

/** The stories that want to be found, by the month of their first publication. */
export function listStorySitemaps({ years }: Pick<Edition, 'years'>): readonly StorySitemapSubject[] {
  const months = [...years].reverse().flatMap((year) => year.months);
  return months.flatMap(({ date, days }) => {
    const stories = days
      .flatMap((day) => [...day.stories].reverse())
      .filter(({ entry }) => wantsToBeFound(entry))
      .map(({ entry: { url, modified } }) => ({ url, modified }));
    return sitemapUrls(date, stories.length).map((url, index) => ({
      url,
      stories: stories.slice(index * SITEMAP_LENGTH, (index + 1) * SITEMAP_LENGTH),
    }));
  });
}

/** Makes a sitemap of stories, each with its last change. */
export function makeStorySitemap(
  { url, stories }: StorySitemapSubject,
  { edition }: Imprint,
): Page<readonly SitemapEntry[]> {
  const { site } = edition;
  const data = stories.map((story) => ({
    url: absoluteUrl(site, story.url),
    lastModified: isoTime(story.modified, site.timeZone),
  }));
  return { url, layout: 'sitemap', data };
}
