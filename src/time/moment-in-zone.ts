import type { LocalTime } from '../domain/dates.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The instant at which a zone's clocks show a local time, and whether they ever do. */
export interface InstantInZone {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Whether clocks jump over this local time (they are put forward there). */
  readonly skipped: boolean;
  /** When clocks show this local time a second time (they are put back there). */
  readonly again: number | undefined;
}

/**
 * The instant of a local time. Where clocks show it twice, the first; where they skip it, the instant as far after
 * the jump as the local time lies after it began (as in RFC 5545 and ECMAScript's Temporal, “compatible”).
 */
export function instantInZone(local: LocalTime, timeZone: string): InstantInZone {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const before = asUtc - offsetOf(asUtc - DAY, timeZone);
  const after = asUtc - offsetOf(asUtc + DAY, timeZone);
  const shown = [before, after].filter((instant) => instant + offsetOf(instant, timeZone) === asUtc);
  if (shown.length === 0) return { instant: before, skipped: true, again: undefined };
  const [first, last] = [Math.min(...shown), Math.max(...shown)];
  return { instant: first, skipped: false, again: last > first ? last : undefined };
}

/** What clocks in a zone show at an instant. */
export function localTimeAt(instant: number, timeZone: string): LocalTime {
  const shifted = new Date(instant + offsetOf(instant, timeZone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetOf(instant: number, timeZone: string): number {
  const span = Math.floor(instant / SPAN);
  const atStart = offsetAtStartOf(span, timeZone);
  return atStart === offsetAtStartOf(span + 1, timeZone) ? atStart : exactOffset(instant, timeZone);
}

/**
 * No zone puts its clocks forward and back within so short a time: the shortest summer that the time-zone data of 2026 has is of six days
 * (America/Boa_Vista, October 2000).
 */
const SPAN = 4 * DAY;

const offsetsBySpan = new Map<string, Map<number, number>>();

/** A newsroom's stories share their days, and asking the time-zone data costs more than parsing a story's date. */
function offsetAtStartOf(span: number, timeZone: string): number {
  const offsets = offsetsBySpan.get(timeZone) ?? new Map<number, number>();
  offsetsBySpan.set(timeZone, offsets);
  const known = offsets.get(span);
  if (known !== undefined) return known;
  const offset = exactOffset(span * SPAN, timeZone);
  offsets.set(span, offset);
  return offset;
}

const SECOND = 1000;
const OFFSET = /([+-])(\d+):(\d+)(?::(\d+))?$/;

/** Intl prints an offset as `GMT-00:25:21`: before standard time, clocks went by the sun, and offsets had seconds. */
function exactOffset(instant: number, timeZone: string): number {
  const [, sign, hours, minutes, seconds] = OFFSET.exec(formatterFor(timeZone).format(instant)) ?? [];
  const ahead = Number(hours ?? 0) * 60 * MINUTE + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND;
  return sign === '-' ? -ahead : ahead;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, made);
  return made;
}

/** When the next day begins in a zone, in milliseconds since 1970: lists of days change then. */
export function nextDayAfter(now: number, timeZone: string): number {
  const { year, month, day } = localTimeAt(now, timeZone);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  const midnight: LocalTime = {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  };
  return instantInZone(midnight, timeZone).instant;
}
