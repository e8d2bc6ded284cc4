import type { Moment } from '../domain/dates.ts';
import { isoTime } from './print-time.ts';
import { readMoment } from './read-moment.ts';

/** A minute as editors write it; with its offset where clocks show it twice, and the later is meant. */
export function dateAt(instant: number, timeZone: string): string {
  const [day = '', clock = ''] = isoTime(instant, timeZone).split('T');
  const written = `${day} ${clock.slice(0, 'hh:mm'.length)}`;
  const read = readMoment(written, timeZone);
  const isThen = read.kind === 'moment' && Math.abs(read.moment.instant - instant) < 60_000;
  return isThen ? written : `${written}${clock.slice('hh:mm:ss'.length)}`;
}

/** What to write in the place of a time that no clock showed, or of a day that no calendar had; with the moment that it was taken for. */
export function describeSkipped({ instant, hasTime }: Moment, timeZone: string): string {
  const written = dateAt(instant, timeZone);
  return hasTime
    ? `clocks were put forward over it; write \`${written}\`, the time after the jump`
    : `the calendar leapt over that day; write \`${written.slice(0, 'yyyy-mm-dd'.length)}\`, the day after it`;
}
