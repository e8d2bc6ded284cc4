import { localTimeAt } from '../../../../time/moment-in-zone.ts';
import type { LocalTime } from '../../../../domain/dates.ts';
import { field, type Row } from './fields.ts';

/** `2019-03-01 07:30:00`, as MySQL has it, and everything between that and `2019-03-01T07:30:00.000+01:00`. */
const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A moment as Ghost wrote it, in UTC: milliseconds since 1970 in old exports, a date in newer ones, which is in UTC where it names no zone.
 *
 * @returns `2019-03-01T07:30:00Z`; `undefined` where there is none.
 */
export function momentOf(row: Row, name: string): string | undefined {
  const value = field(row, name);
  const instant = typeof value === 'number' ? value : typeof value === 'string' ? instantOf(value.trim()) : Number.NaN;
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  return year >= 1400 && year <= 9999 ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

function instantOf(text: string): number {
  if (/^-?\d{9,15}$/.test(text)) return Number(text);
  const [, day, time = '00:00', zone = 'Z'] = WRITTEN.exec(text) ?? [];
  if (day !== undefined)
    return Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`);
  // Others are read only where they say what zone they mean.
  return /(?:GMT|UTC|[+-]\d{4})(?:\s\([^()]*\))?$/.test(text) ? Date.parse(text) : Number.NaN;
}

/** What the clocks of the site showed then. */
export function localTimeOf(moment: string, timeZone: string): LocalTime {
  return localTimeAt(Date.parse(moment), timeZone);
}

/** A zone that there is, or UTC. */
export function zoneOrUtc(timeZone: string | undefined): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone ?? 'UTC';
  } catch {
    return 'UTC';
  }
}
