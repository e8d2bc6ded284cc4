import type { Site } from '../domain/site/site.ts';
import { siteIn } from '../domain/languages.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { wantsToBeFound } from '../domain/story/entry.ts';
import { sitemapName, sitemapUrl } from '../formats/sitemaps/split-sitemap.ts';
import { type Addresses, OF_SITE } from './addresses/addresses.ts';
import type { CheckedStories } from './story/sorted-stories.ts';
import type { StoryLists } from './lists/story-lists.ts';

/**
 * Claims the sitemaps of all months in which there is a story, and those of other pages. The parts of one that is too long
 * are nobody else's anyway, see {@link Addresses}.
 */
export function claimSitemaps(
  site: Site,
  { published, embargoed, languages }: CheckedStories & Pick<StoryLists, 'languages'>,
  addresses: Addresses,
): void {
  const all = [...published, ...embargoed];
  const names = new Set(['pages', ...(all.length > 0 ? ['archives'] : [])]);
  for (const { entry } of all) {
    if (wantsToBeFound(entry)) names.add(sitemapName(entry.day.slice(0, -3), siteIn(entry.language, site).home));
  }
  for (const { language, url: home, stories, archive } of languages) {
    if (stories.length === 0) continue;
    names.add(sitemapName('pages', home));
    if (archive.length > 0) names.add(sitemapName('archives', home));
    addresses.claimFixed(`${home}sitemap.xml` as UrlPath, () => ({
      ...OF_SITE,
      what: `the index of sitemaps in ${language}`,
    }));
  }
  for (const name of names) {
    addresses.claimFixed(sitemapUrl(name), () => ({ ...OF_SITE, what: `the sitemap of ${name}` }));
  }
}
