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
