import { stringify } from 'yaml';
import { isoTime } from '../time/print-time.ts';
import { readMoment } from '../time/read-moment.ts';

/** Keys without a value are left out. Texts that some YAML takes for something else are quoted, such as `yes`; a date is one. */
export function yaml(keys: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return given
    .map(([key, value]) =>
      stringify({ [key]: value }, { lineWidth: 0, version: key === 'date' || key === 'updated' ? '1.2' : '1.1' }),
    )
    .join('');
}

/** A minute as editors write it; with its offset where clocks show it twice, and the later is meant. */
export function dateAt(instant: number, timeZone: string): string {
  const [day = '', clock = ''] = isoTime(instant, timeZone).split('T');
  const written = `${day} ${clock.slice(0, 'hh:mm'.length)}`;
  const read = readMoment(written, timeZone);
  const isThen = read.kind === 'moment' && Math.abs(read.moment.instant - instant) < 60_000;
  return isThen ? written : `${written}${clock.slice('hh:mm:ss'.length)}`;
}
