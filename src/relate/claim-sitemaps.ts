import { wantsToBeFound } from '../domain/wants-to-be-found.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import { sitemapUrl } from '../formats/split-sitemap.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';

/**
 * Claims the sitemaps of all months in which there is a story, and those of other pages. The parts of one that is too long
 * are nobody else's anyway, see {@link Addresses}.
 */
export function claimSitemaps(stories: CheckedStories, addresses: Addresses): void {
  const all = [...stories.published, ...stories.embargoed];
  const names = new Set(['pages', ...(all.length > 0 ? ['archives'] : [])]);
  for (const { entry } of all) if (wantsToBeFound(entry)) names.add(entry.day.slice(0, -3));
  for (const name of names) {
    addresses.claimFixed(sitemapUrl(name), {
      path: 'content/site.yaml',
      at: WHOLE_FILE,
      what: `the sitemap of ${name}`,
    });
  }
}
