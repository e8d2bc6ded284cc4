import { ARCHIVE_URL, dateUrl } from '../domain/dates.ts';
import type { RelatedStory } from '../domain/story/story.ts';
import type { DayStories, MonthStories, YearStories } from '../domain/lists.ts';
import { groupBy } from '../domain/group-by.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { valueAt } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses/addresses.ts';
import type { CheckedStories } from './story/sorted-stories.ts';

/** The days of stories by month and year, in the site's zone. `stories` are newest first. */
export function yearsOf(stories: readonly RelatedStory[]): readonly YearStories[] {
  const byDay = groupBy(stories, ({ entry }) => [entry.day]);
  // Where clocks are put back over midnight, a later story may be of an earlier day.
  const days = [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, ofDay]): DayStories => ({ date, url: dateUrl(date), stories: ofDay }));
  const byMonth = groupBy(days, ({ date }) => [date.slice(0, -3)]);
  const months = [...byMonth].map(([date, ofMonth]): MonthStories => ({ date, url: dateUrl(date), days: ofMonth }));
  const byYear = groupBy(months, ({ date }) => [date.slice(0, -3)]);
  return [...byYear].reverse().map(([date, ofYear]) => ({ date, url: dateUrl(date), months: ofYear }));
}

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
