import type { Moment } from '../domain/dates.ts';
import { levelDate } from './level-date.ts';
import { offsetOf } from './moment-in-zone.ts';
import { isoDay, type PrintedTime, printTime } from './print-time.ts';

/** A time in a list: in full, and as short as it can be there. */
export interface ListedTime extends PrintedTime {
  /** `22 Nov 2026`. */
  readonly short: string;
}

/** What of a time is printed: the time of day, the day of the week, the day of the year, or that with its year. */
export type ShortForm = 'clock' | 'weekday' | 'day' | 'day-of-year';

const FORMS: Readonly<Record<ShortForm, Intl.DateTimeFormatOptions>> = {
  clock: { timeStyle: 'short' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
  'day-of-year': { day: 'numeric', month: 'short', year: 'numeric' },
};

/** A moment for lists that may be read on any day: `22 Nov 2026`. */
export function listTime(moment: Moment, language: string, timeZone: string): ListedTime {
  return { ...printTime(moment, language, timeZone), short: printShort(moment, 'day-of-year', { language, timeZone }) };
}

/**
 * A moment in a short form, in a zone.
 *
 * @param moment Of a date without a time no time of day is printed, but its weekday.
 */
export function printShort(
  { instant, hasTime }: Moment,
  form: ShortForm,
  { language, timeZone }: { readonly language: string; readonly timeZone: string },
): string {
  const shown = form === 'clock' && !hasTime ? 'weekday' : form;
  const { format, days } = printerFor(shown, language, timeZone);
  if (shown === 'clock') return levelDate(format(instant), language);
  const day = Math.floor((instant + offsetOf(instant, timeZone)) / DAY);
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = levelDate(format(instant), language);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, text);
  return text;
}

/** Where the short name of a weekday is a character that means other things too. */
const LONG_WEEKDAYS = /^(ja|ko)\b/i;

const DAY = 86_400_000;

/**
 * The shortest form that says when a moment is, to whoever reads it on a day (`2026-11-29`): the time of that day, the weekday of the six days
 * before it, then the date, with its year if that is another.
 */
export function shortFormOn(today: string, { instant }: Pick<Moment, 'instant'>, timeZone: string): ShortForm {
  const day = isoDay(instant, timeZone);
  const age = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
  if (age === 0) return 'clock';
  if (age > 0 && age < 7) return 'weekday';
  return day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'day-of-year';
}

/** How times are printed in one short form, and what was printed of days: many stories are of one day, and each is in many lists. */
interface ShortPrinter {
  readonly format: (instant: number) => string;
  readonly days: Map<number, string>;
}

const printers = new Map<string, ShortPrinter>();
const MOST_DAYS = 10_000;

function printerFor(form: ShortForm, language: string, timeZone: string): ShortPrinter {
  const key = `${language}|${timeZone}|${form}`;
  const known = printers.get(key);
  if (known) return known;
  const isLong = form === 'weekday' && LONG_WEEKDAYS.test(language);
  const options = isLong ? ({ weekday: 'long' } as const) : FORMS[form];
  const { format } = new Intl.DateTimeFormat([language, 'en'], { timeZone, ...options });
  const made = { format, days: new Map<number, string>() };
  printers.set(key, made);
  return made;
}
