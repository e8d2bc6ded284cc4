import { quote } from '../../diagnostics/wording.ts';
import { printDate } from '../../time/print-date.ts';
import { levelDate } from '../../time/level-date.ts';
import type { Affix, Cell } from './numbers.ts';

/** How exact dates are. */
export type Level = 'year' | 'month' | 'day' | 'time';

/** What the numbers of a chart are of: moments, numbers, or names in the order of the file. */
export type Along =
  | {
      readonly kind: 'times';
      /** Milliseconds since 1970 of what calendars and clocks show, as if that were UTC. */
      readonly values: readonly number[];
      readonly level: Level;
      /** As they were written. */
      readonly rows: readonly Cell[];
    }
  | {
      readonly kind: 'numbers';
      readonly values: readonly number[];
      readonly rows: readonly Cell[];
      readonly affix: Affix;
    }
  | { readonly kind: 'names'; readonly values: readonly string[] };

/** Dates as they were read, or what is wrong with one. */
export type TimesRead =
  | Extract<Along, { readonly kind: 'times' }>
  /** These are no dates. */
  | { readonly kind: 'others' }
  | { readonly kind: 'wrong'; readonly problem: string; readonly expected: string; readonly hint: string };

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?)?)?$/;
/** `23.11.2026`, `11/23/26`, `2026/11/23`. */
const OTHER_DATE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;
const HINT = 'write dates as `2026-11-23`, `2026-11-23 14:30`, `2026-11` or `2026`';

/** Reads a column of dates. One that has mostly dates is meant to have nothing else. */
export function readTimes(cells: readonly Cell[]): TimesRead {
  const read = cells.map(({ text }) => timeOf(text));
  const dates = read.filter((time) => time !== undefined);
  const other = cells.find(({ text }) => OTHER_DATE.test(text) && timeOf(text) === undefined);
  if (dates.length * 2 <= cells.length && !other) return { kind: 'others' };
  if (!other && cells.some(({ text }) => isNoYear(text))) return { kind: 'others' };
  const wrong = read.findIndex((time) => time === undefined || Number.isNaN(time.value));
  const cell = cells[wrong];
  if (cell) {
    const expected = read[wrong] === undefined ? 'a date' : 'a day and a time that there are';
    return { kind: 'wrong', problem: `${quote(cell.text)} in line ${cell.line}`, expected, hint: HINT };
  }
  const level = LEVELS.find((one) => dates.some((time) => time.level === one)) ?? 'year';
  return { kind: 'times', values: dates.map(({ value }) => value), level, rows: cells };
}

/** Whether a text is a date. */
export function looksLikeDate(text: string): boolean {
  return timeOf(text) !== undefined && !isNoYear(text);
}

/** Four digits that are some other number. */
function isNoYear(text: string): boolean {
  return /^\d{4}$/.test(text) && (text < '1400' || text > '2200');
}

/** The most exact first. */
const LEVELS: readonly Level[] = ['time', 'day', 'month', 'year'];

function timeOf(text: string): { readonly value: number; readonly level: Level } | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute] = match;
  const parts = [
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
  ] as const;
  const value = Date.UTC(...parts);
  const date = new Date(value);
  const isThere = date.getUTCMonth() === parts[1] && date.getUTCDate() === parts[2] && parts[3] < 24 && parts[4] < 60;
  const level = hour !== undefined ? 'time' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return { value: isThere ? value : Number.NaN, level };
}

/** A moment in full, as a table has it: `23 November 2026`. */
export function printWhole(value: number, level: Level, language: string): string {
  if (level === 'year' || level === 'month') {
    return printDate(new Date(value).toISOString().slice(0, 10), level === 'year' ? 'year' : 'month-of-year', language);
  }
  return printPart(value, level === 'day' ? 'whole-day' : 'whole-time', language);
}

/** A moment as it stands at an axis, as short as tells it. */
export type Part = 'year' | 'month' | 'month-of-year' | 'day' | 'time' | 'whole-day' | 'whole-time';

const CALENDAR = { calendar: 'gregory', timeZone: 'UTC' } as const;
const PARTS: Readonly<Record<Part, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  'month-of-year': { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  time: { timeStyle: 'short' },
  'whole-day': { day: 'numeric', month: 'long', year: 'numeric' },
  'whole-time': { dateStyle: 'long', timeStyle: 'short' },
};

/** Prints a part of a moment in a language. */
export function printPart(value: number, part: Part, language: string): string {
  const key = `${language}|${part}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat([language, 'en'], { ...CALENDAR, ...PARTS[part] });
  formatters.set(key, formatter);
  return levelDate(formatter.format(value).replaceAll('\u202f', '\u00a0'), language);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
