import type { Moment } from '../domain/dates.ts';
import { levelDate } from './level-date.ts';
import { localTimeAt, offsetOf } from './moment-in-zone.ts';

/** A time in its two forms: for machines, and as a reader sees it. */
export interface PrintedTime {
  /** `2026-11-23T07:30:00+00:00`, or `2026-11-23` where only a date was written (HTML `datetime`). */
  readonly iso: string;
  /** `23 November 2026 at 07:30 GMT`, in the reader's language. */
  readonly text: string;
}

/** Times that were printed: a story has the same on its page, on its cards and in its texts. */
const printed = new Map<string, PrintedTime>();
const MOST_PRINTED = 10_000;

/** A moment as a language prints it, in a zone. */
export function printTime(moment: Moment, language: string, timeZone: string): PrintedTime {
  const key = `${moment.instant} ${moment.hasTime} ${language} ${timeZone}`;
  const known = printed.get(key);
  if (known) return known;
  const time = print(moment, language, timeZone);
  if (printed.size >= MOST_PRINTED) printed.clear();
  printed.set(key, time);
  return time;
}

function print(moment: Moment, language: string, timeZone: string): PrintedTime {
  const formatter = formatterFor(language, timeZone, moment.hasTime);
  const text = levelDate(formatter.format(moment.instant), language);
  const mayPrintPlusZero = moment.hasTime && text.includes('+') && offsetOf(moment.instant, timeZone) === 0;
  return {
    iso: isoMoment(moment, timeZone),
    text: mayPrintPlusZero ? withoutPlusZero(text, formatter, moment.instant) : text,
  };
}

/** A printed time in two: its day, with what joins that to its hour, and its hour. */
export interface TimeInTwo {
  /** `23 November 2026 at `; empty in a language that says the hour first. */
  readonly day: string;
  /** `07:30 GMT` */
  readonly clock: string;
}

/** An hour with its minutes, in the digits of any language. */
const HOUR = /(?<![+\-−]\p{Cf}*\p{Nd}*)\p{Nd}{1,2}[:.]\p{Nd}{2}/u;
/** How far a zone's clocks are from UTC. */
const OFFSET = /[+\-−]\p{Cf}*\p{Nd}+(?::\p{Nd}+)?/gu;

/** Cuts the text of a printed time before its hour. Both together are the text. */
export function cutTime(text: string): TimeInTwo {
  const found = HOUR.exec(text);
  const before = text.slice(0, found?.index ?? 0);
  const after = text.slice(before.length + (found?.[0].length ?? 0));
  // A language that says the day behind the hour has more numbers there.
  if (before === '' || /\p{Nd}/u.test(after.replace(OFFSET, ''))) return { day: '', clock: text };
  // Some say before the hour which half of the day it is: a word behind the last space.
  const half = /(?<=\s)\p{L}+\s?$/u.exec(before)?.[0] ?? '';
  const start = before.length - (HALVES.test(half) ? half.length : 0);
  return { day: text.slice(0, start), clock: text.slice(start) };
}

/** As Chinese, Korean and Japanese have them. */
const HALVES = /^(?:[上下]午|凌晨|清晨|中午|晚上|午前|午後|오전|오후|AM|PM)/;

/** A difference of nothing, in the digits of any language, with the marks and the space around it. */
const PLUS_ZERO = /\s?\p{Cf}*\+\p{Nd}\p{Cf}*\s?/u;

/**
 * In many languages Intl calls the zone of London in winter “GMT+0”, where a reader expects “GMT”. The parts only say
 * what the zone is called: their spaces are not always those of the text as a whole.
 */
function withoutPlusZero(text: string, formatter: Intl.DateTimeFormat, instant: number): string {
  const zone = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return text.replace(zone, zone.replace(PLUS_ZERO, ''));
}

/**
 * What a zone's clocks show at an instant, with their offset: `2026-11-23T07:30:00+00:00` (RFC 3339). An offset has whole
 * minutes there; of one with seconds, as before standard time, those are left out, so that day and time are the clocks'.
 */
export function isoTime(instant: number, timeZone: string): string {
  const offset = offsetOf(instant, timeZone);
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const sign = offset < 0 && minutes > 0 ? '-' : '+';
  const clock = new Date(instant + offset).toISOString().slice(0, 19);
  return `${clock}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The parts of a date that addresses are made of, in a zone: `{ yyyy: '2026', mm: '11', dd: '23' }`. */
export function datePartsAt(instant: number, timeZone: string): Readonly<Record<'yyyy' | 'mm' | 'dd', string>> {
  const local = localTimeAt(instant, timeZone);
  return { yyyy: String(local.year).padStart(4, '0'), mm: two(local.month), dd: two(local.day) };
}

/** The day of an instant in a zone: `2026-11-23` (ISO 8601). */
export function isoDay(instant: number, timeZone: string): string {
  const { yyyy, mm, dd } = datePartsAt(instant, timeZone);
  return `${yyyy}-${mm}-${dd}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function formatterFor(language: string, timeZone: string, hasTime: boolean): Intl.DateTimeFormat {
  const key = `${language}|${timeZone}|${hasTime}`;
  const known = formatters.get(key);
  if (known) return known;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  // A language that Node does not know must not be that of the machine.
  const made = new Intl.DateTimeFormat([language, 'en'], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(hasTime ? time : {}),
  });
  formatters.set(key, made);
  return made;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment as precisely as it was written: a date alone, or a time with the offset of a zone's clocks (ISO 8601). */
export function isoMoment({ instant, hasTime }: Moment, timeZone: string): string {
  const time = isoTime(instant, timeZone);
  return hasTime ? time : time.slice(0, 10);
}
