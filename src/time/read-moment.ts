import type { LocalTime, Moment } from '../domain/dates.ts';
import { instantInZone, localTimeAt } from './moment-in-zone.ts';

/** What an editor's date turned out to be. */
export type MomentRead =
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      /** Whether no clock showed it. */
      readonly skipped: boolean;
      /** When clocks showed it a second time; only of a time that was written without its zone. */
      readonly again: number | undefined;
    }
  /** It does not look like a date. */
  | { readonly kind: 'shape' }
  /** It looks like one, but no calendar shows the day. */
  | { readonly kind: 'no-day' }
  /** No clock shows the time, or is so far from UTC. */
  | { readonly kind: 'no-time' };

const SHAPE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?([Zz]|[+-]\d{2}:?\d{2}))?)?$/;

/**
 * Reads a date or date-time as editors write it: `2026-11-23`, `2026-11-23 07:30`, `2026-11-23T07:30:00+01:00`.
 * Without a zone of its own it means the site's.
 */
export function readMoment(text: string, timeZone: string): MomentRead {
  const parts = SHAPE.exec(text.trim());
  if (!parts) return { kind: 'shape' };
  const [, year, month, day, hour, minute, second, zone] = parts;
  const local: LocalTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (!isDay(local)) return { kind: 'no-day' };
  if (!isTime(local)) return { kind: 'no-time' };
  const hasTime = hour !== undefined;
  if (zone === undefined) {
    const { instant, skipped, again } = instantInZone(local, timeZone);
    // A day begins after midnight where clocks are put forward over it; a whole day is left out where a country changes sides of the date line.
    const isTold = skipped && (hasTime || localTimeAt(instant, timeZone).day !== local.day);
    return { kind: 'moment', moment: { instant, hasTime }, skipped: isTold, again: hasTime ? again : undefined };
  }
  const offset = minutesOf(zone);
  if (offset === undefined) return { kind: 'no-time' };
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const instant = asUtc - offset * 60_000;
  return { kind: 'moment', moment: { instant, hasTime }, skipped: false, again: undefined };
}

/** Whether the Gregorian calendar has this day. Years before 1400 are taken for slips. */
function isDay({ year, month, day }: LocalTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1400 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isTime({ hour, minute, second }: LocalTime): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

function minutesOf(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
