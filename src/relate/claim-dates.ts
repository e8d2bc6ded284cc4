import { ARCHIVE_URL, dateUrl } from '../domain/date-url.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';

/**
 * Claims the archive by date: the pages of all years, months and days on which there is a story. Returns those that are
 * not there yet, for stories under embargo.
 */
export function claimDates({ published, embargoed }: CheckedStories, addresses: Addresses): readonly UrlPath[] {
  const days = new Set<string>();
  const claimed = new Set<UrlPath>();
  const claim = (url: UrlPath, { entry: { path } }: RelatedStory, what: string): readonly UrlPath[] => {
    if (claimed.has(url)) return [];
    claimed.add(url);
    addresses.claimFixed(url, () => ({ path, at: valueAt('date'), what }));
    return [url];
  };
  const claimAll = (stories: readonly RelatedStory[]): readonly UrlPath[] => {
    const made: UrlPath[] = [];
    for (const story of stories) {
      const { day } = story.entry;
      if (days.has(day)) continue;
      days.add(day);
      made.push(...claim(ARCHIVE_URL, story, 'the archive by date'));
      for (const date of [day.slice(0, -6), day.slice(0, -3), day]) {
        made.push(...claim(dateUrl(date), story, `the archive of ${date}`));
      }
    }
    return made;
  };
  claimAll(published);
  return claimAll(embargoed);
}
