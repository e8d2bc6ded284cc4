const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);

/** Abbreviations that mean the same everywhere. */
const ZONES: Readonly<Record<string, string>> = { z: 'Z', utc: 'Z', gmt: 'Z' };

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?[ \t]*([ap]\.?m\.?)?/;
const OFFSET = /[ \t]*(?:(z|utc|gmt)\b|([+-]\d{2}):?(\d{2})?(?::?\d{2})?)/;

const NUMBERS = new RegExp(
  `^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[Tt \\t_]+${TIME.source}(?:${OFFSET.source})?)?$`,
  'i',
);
const WORDS = new RegExp(
  `^(?:[a-z]+,?[ \\t]+)?(?:(\\d{1,2})(?:st|nd|rd|th)?[ \\t.-]+([a-z]{3,9})|([a-z]{3,9})\\.?[ \\t]+(\\d{1,2})(?:st|nd|rd|th)?)[ \\t,.-]+(\\d{4})(?:[ \\t,]+(?:at[ \\t]+)?${TIME.source}(?:${OFFSET.source})?)?$`,
  'i',
);

/**
 * A date in any of the forms that people write, as an archive tells it: `2019-03-01`, `2019-03-01 07:30`, or with its offset
 * `2019-03-01T07:30:00+01:00`. `undefined` where it may be another day as well: `3/4/2019`.
 */
export function readDate(written: string): string | undefined {
  const text = written.trim();
  if (text.length > 60) return undefined;
  const numbers = NUMBERS.exec(text) ?? undefined;
  if (numbers) {
    const [, year, month, day, ...time] = numbers;
    return printDate(Number(year), Number(month), Number(day), time);
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return printDate(Number(compact[1]), Number(compact[2]), Number(compact[3]), []);
  const words = WORDS.exec(text);
  if (words) {
    const [, day, month, otherMonth, otherDay, year, ...time] = words;
    const name = (month ?? otherMonth ?? '').slice(0, 3).toLowerCase();
    const number = Object.hasOwn(MONTHS, name) ? MONTHS[name] : undefined;
    return number === undefined ? undefined : printDate(Number(year), number, Number(day ?? otherDay), time);
  }
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!short) return undefined;
  const [first, second] = [Number(short[1]), Number(short[2])];
  // With dots the day is first everywhere; otherwise only a number over 12 says so.
  if (first > 12 || text.includes('.')) return printDate(Number(short[3]), second, first, []);
  return second > 12 || first === second ? printDate(Number(short[3]), first, second, []) : undefined;
}

/** The day of a date, as the clocks of its offset say it. */
export function dayOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

function printDate(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
): string | undefined {
  const [hour, minute, second, half, zone, hours, minutes] = time;
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return date;
  const isAfternoon = /^p/i.test(half ?? '');
  const clock = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (clock > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
  const offset =
    zone === undefined ? (hours === undefined ? undefined : `${hours}:${minutes ?? '00'}`) : ZONES[zone.toLowerCase()];
  if (offset === undefined) return `${date} ${two(clock)}:${minute}`;
  return `${date}T${two(clock)}:${minute}:${two(Number(second ?? 0))}${offset}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
