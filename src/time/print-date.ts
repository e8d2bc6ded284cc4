import { levelDate } from './level-date.ts';

/** Which parts of a date are printed. */
export type DateParts = 'year' | 'month' | 'month-of-year' | 'day' | 'day-of-year';

/** Always of the calendar that addresses are made by, also where another is usual: `/2026/11/` is no month of that one. */
const CALENDAR = { calendar: 'gregory', timeZone: 'UTC' } as const;
const PARTS: Readonly<Record<DateParts, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'long' },
  'month-of-year': { month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  'day-of-year': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

/** A year, month or day (`2026`, `2026-11`, `2026-11-23`) as a language prints it: `November 2026`. */
export function printDate(date: string, parts: DateParts, language: string): string {
  const whole = `${date}-01-01`.slice(0, 'yyyy-mm-dd'.length);
  return levelDate(formatterFor(parts, language).format(new Date(`${whole}T00:00:00Z`)), language);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(parts: DateParts, language: string): Intl.DateTimeFormat {
  const key = `${language}|${parts}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat([language, 'en'], { ...CALENDAR, ...PARTS[parts] });
  formatters.set(key, made);
  return made;
}
