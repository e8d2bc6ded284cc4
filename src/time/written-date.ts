import type { Moment } from '../domain/dates.ts';
import { isoTime } from './print-time.ts';
import { readMoment } from './read-moment.ts';

/** A minute as editors write it; with its offset where clocks show it twice. */
export function dateAt(instant: number, timeZone: string): string {
  const [day = '', clock = ''] = isoTime(instant, timeZone).split('T');
  const written = `${day} ${clock.slice(0, 'hh:mm'.length)}`;
  const read = readMoment(written, timeZone);
  const isThen = read.kind === 'moment' && Math.abs(read.moment.instant - instant) < 60_000 && read.again === undefined;
  return isThen ? written : withOffset(instant, timeZone);
}

/** A time with how far clocks were from UTC, so that it is that of no other moment; in UTC where they were no whole minutes from it. */
function withOffset(instant: number, timeZone: string): string {
  const [day = '', clock = ''] = isoTime(instant, timeZone).split('T');
  const time = clock.slice(0, 'hh:mm:ss'.length).replace(/:00$/, '');
  const written = `${day} ${time}${clock.slice('hh:mm:ss'.length)}`;
  const read = readMoment(written, timeZone);
  if (read.kind === 'moment' && read.moment.instant === Math.floor(instant / 1000) * 1000) return written;
  return new Date(instant)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?::00)?\.\d+Z$/, 'Z');
}

/** What to write in the place of a time that no clock showed, or of a day that no calendar had; with the moment that it was taken for. */
export function describeSkipped({ instant, hasTime }: Moment, timeZone: string): string {
  const written = dateAt(instant, timeZone);
  return hasTime
    ? `clocks were put forward over it; write \`${written}\`, the time after the jump`
    : `the calendar leapt over that day; write \`${written.slice(0, 'yyyy-mm-dd'.length)}\`, the day after it`;
}

/** What to write in the place of a time that clocks showed twice, of which the first was taken; `again` is the second. */
export function describeTwice({ instant }: Moment, again: number, timeZone: string): string {
  const [first, second] = [withOffset(instant, timeZone), withOffset(again, timeZone)];
  return `clocks were put back; write \`${first}\` for the first of the two, which is taken, or \`${second}\` for the second`;
}
