import { closedPages } from '../domain/closed-pages.ts';
import type { Site } from '../domain/site.ts';
import { siteIn } from '../domain/site-in.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wantsToBeFound } from '../domain/wants-to-be-found.ts';
import { sitemapName, sitemapUrl } from '../formats/split-sitemap.ts';
import { type Addresses, OF_SITE } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { storiesByLanguage } from './stories-by-language.ts';

/**
 * Claims the sitemaps of all months in which there is a story, and those of other pages. The parts of one that is too long
 * are nobody else's anyway, see {@link Addresses}.
 */
export function claimSitemaps(site: Site, stories: CheckedStories, addresses: Addresses): void {
  const all = [...stories.published, ...stories.embargoed];
  const names = new Set(['pages', ...(all.length > 0 ? ['archives'] : [])]);
  for (const { entry } of all) {
    if (wantsToBeFound(entry)) names.add(sitemapName(entry.day.slice(0, -3), siteIn(entry.language, site).home));
  }
  const publishedIn = storiesByLanguage(stories.published, site);
  for (const { language, home } of site.languages) {
    const { length } = publishedIn(language);
    if (length === 0) continue;
    names.add(sitemapName('pages', home));
    if (closedPages(length) > 0) names.add(sitemapName('archives', home));
    addresses.claimFixed(`${home}sitemap.xml` as UrlPath, {
      ...OF_SITE,
      what: `the index of sitemaps in ${language}`,
    });
  }
  for (const name of names) {
    addresses.claimFixed(sitemapUrl(name), { ...OF_SITE, what: `the sitemap of ${name}` });
  }
}
