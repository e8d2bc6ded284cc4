import { printDate } from '../time/print-date.ts';
import { printTime } from '../time/print-time.ts';
import { readMoment } from '../time/read-moment.ts';
import type { Environment } from './environment.ts';

/** The date of an entry in a timeline, as it is printed; for machines only where it is exact. */
export interface TimelineDate {
  readonly iso: string | undefined;
  readonly text: string;
}

/**
 * Reads a date that may be a year, a month, a day, a time, or words (“About 1880”).
 *
 * @returns `undefined` where it looks like a date but is none.
 */
export function readTimelineDate(
  written: string,
  { language, site }: Pick<Environment, 'language' | 'site'>,
): TimelineDate | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(written) ?? [];
  if (year !== undefined) {
    if (month === undefined) return { iso: year, text: year };
    if (Number(month) < 1 || Number(month) > 12) return undefined;
    const iso = `${year}-${month.padStart(2, '0')}`;
    return { iso, text: printDate(iso, 'month-of-year', language) };
  }
  if (!/^\d{4}-/.test(written)) return { iso: undefined, text: written };
  const read = readMoment(written, site.timeZone);
  return read.kind === 'moment' ? printTime(read.moment, language, site.timeZone) : undefined;
}
