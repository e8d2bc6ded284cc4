import { dateUrl } from '../domain/dates.ts';
import type { RelatedStory } from '../domain/story/story.ts';
import type { DayStories, MonthStories, YearStories } from '../domain/lists/lists.ts';
import { groupBy } from '../domain/lists/grouping.ts';

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
