import { ARCHIVE_URL, dateUrl } from '../domain/date-url.ts';
import type { Entry } from '../domain/entry.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { isoDay } from '../time/print-time.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';

/**
 * Claims the archive by date: the pages of all years, months and days on which there is a story. Returns those that are
 * not there yet, for stories under embargo.
 */
export function claimDates(
  { timeZone }: Site,
  { published, embargoed }: CheckedStories,
  addresses: Addresses,
): readonly UrlPath[] {
  const days = new Set<string>();
  const claimed = new Set<UrlPath>();
  const claim = (url: UrlPath, { path }: Entry, what: string): readonly UrlPath[] => {
    if (claimed.has(url)) return [];
    claimed.add(url);
    addresses.claimFixed(url, { path, at: valueAt('date'), what });
    return [url];
  };
  const claimAll = (entries: readonly Entry[]): readonly UrlPath[] =>
    entries.flatMap((entry) => {
      const day = isoDay(entry.date, timeZone);
      if (days.has(day)) return [];
      days.add(day);
      const dates = [day.slice(0, -6), day.slice(0, -3), day];
      return [
        ...claim(ARCHIVE_URL, entry, 'the archive by date'),
        ...dates.flatMap((date) => claim(dateUrl(date), entry, `the archive of ${date}`)),
      ];
    });
  claimAll(published);
  return claimAll(embargoed);
}
