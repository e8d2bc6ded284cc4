import type { Topic } from '../domain/edition.ts';
import { wantsToBeFound } from '../domain/wants-to-be-found.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import { sitemapUrls } from '../formats/sitemap-urls.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import type { Newsroom } from './newsroom.ts';

/** Claims the sitemaps of all months in which there is a story, and those of other pages. */
export function claimSitemaps(newsroom: Newsroom, stories: CheckedStories, addresses: Addresses): void {
  const lengths = new Map([['pages', countPages(newsroom, stories)]]);
  for (const { entry } of [...stories.published, ...stories.embargoed]) {
    if (!wantsToBeFound(entry)) continue;
    const month = entry.day.slice(0, -3);
    lengths.set(month, (lengths.get(month) ?? 0) + 1);
  }
  for (const [name, length] of lengths) {
    for (const url of sitemapUrls(name, length)) {
      addresses.claimFixed(url, { path: 'content/site.yaml', at: WHOLE_FILE, what: `the sitemap of ${name}` });
    }
  }
}

/** How many pages but stories there are at the most: some of them may not want to be found. */
function countPages({ site, contributors, ownPages }: Newsroom, { published }: CheckedStories): number {
  const topics = new Set<Topic>();
  const months = new Set<string>();
  for (const { topics: ofStory, entry } of published) {
    for (const topic of ofStory) topics.add(topic);
    for (const { month } of entry.corrections) months.add(month);
  }
  return 2 + months.size + site.sections.length + contributors.length + topics.size + ownPages.length;
}
