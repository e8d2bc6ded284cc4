/**
 * A date as feeds and pages write it, in the form that archives have (see `Outline.date`): ISO 8601 with all its parts or some, RFC 822 with
 * years of two digits and names of zones, the same in another order, seconds since 1970.
 *
 * @returns `undefined` where it is no date, or may be two.
 */
export function readDate(text: string): ReadDate | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length > LONGEST) return undefined;
  for (const form of FORMS) {
    const found = form(line);
    if (found !== undefined) return printDate(found);
  }
  return undefined;
}

export interface ReadDate {
  readonly date: string;
  /** What is not sure of it: a zone that nobody knows by that name, a day that was not said. */
  readonly doubt?: 'zone' | 'day' | undefined;
}

/** No date is longer; what is, is not looked at. */
const LONGEST = 80;

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  readonly time: string | undefined;
  /** `Z`, `+01:00`; `undefined` where there is none. */
  readonly offset?: string | undefined;
  readonly hasUnknownZone?: boolean;
}

const FORMS: readonly ((line: string) => DateParts | undefined)[] = [
  iso,
  basicIso,
  rfc822,
  monthFirst,
  byDots,
  seconds,
];

function iso(line: string): DateParts | undefined {
  const match =
    /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ,]\s?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(.*))?$/i.exec(line) ??
    undefined;
  return match && parts(match[1], match[2], match[3], match[4], match[5]);
}

/** `20190301T073000Z`. */
function basicIso(line: string): DateParts | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(.*))?$/i.exec(line) ?? undefined;
  const time = match?.[4] === undefined ? undefined : `${match[4]}:${match[5]}:${match[6] ?? '00'}`;
  return match && parts(match[1], match[2], match[3], time, match[7]);
}

/** `Fri, 01 Mar 19 07:30:00 EST`, `1 March 2019`. */
function rfc822(line: string): DateParts | undefined {
  const match =
    /^(?:\p{L}+\.?,? )?(\d{1,2})[ -](\p{L}{3,9})\.?,?[ -](\d{2,4}),?(?: (\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(.*))?$/u.exec(
      line,
    ) ?? undefined;
  return match && parts(match[3], monthNumber(match[2]), match[1], match[4], match[5]);
}

/** `March 1, 2019 7:30 pm`, and as C prints it: `Fri Mar 1 07:30:00 2019`, with a zone before the year or without. */
function monthFirst(line: string): DateParts | undefined {
  const day = /^(?:\p{L}+\.?,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? /u.exec(line);
  if (!day) return undefined;
  const rest = line.slice(day[0].length);
  const clock = /^(\d{1,2}:\d{2}(?::\d{2})?) (?:(\S+) )?(\d{4})$/.exec(rest);
  if (clock) return parts(clock[3], monthNumber(day[1]), day[2], clock[1], clock[2]);
  const year = /^(\d{4})(?:,? (?:at )?(\d{1,2}:\d{2}(?::\d{2})?) ?(.*))?$/.exec(rest) ?? undefined;
  return year && parts(year[1], monthNumber(day[1]), day[2], year[2], year[3]);
}

/** `01.03.2019 07:30`: where points stand, the day is first. With slashes either may be, so that nothing is taken from `03/04/2019`. */
function byDots(line: string): DateParts | undefined {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:,? (\d{1,2}:\d{2}(?::\d{2})?) ?(.*))?$/.exec(line) ?? undefined;
  return match && parts(match[3], match[2], match[1], match[4], match[5]);
}

/** Seconds or thousandths since 1970, of this century or the end of the one before. */
function seconds(line: string): DateParts | undefined {
  if (!/^(?:\d{9,10}|\d{12,13})$/.test(line)) return undefined;
  const at = new Date(Number(line) * (line.length <= 10 ? 1000 : 1)).toISOString();
  return iso(at.replace(/\.\d+/, ''));
}

type Digits = string | number | undefined;

function parts(
  year: Digits,
  month: Digits,
  day: Digits,
  time: string | undefined,
  tail: string | undefined,
): DateParts | undefined {
  if (year === undefined || month === undefined) return undefined;
  const [half, zone] = cutHalfOfDay(tail?.trim() ?? '');
  const read = readZone(zone);
  if (read === undefined) return undefined;
  return {
    year: fullYear(`${year}`),
    month: Number(month),
    day: day === undefined ? undefined : Number(day),
    time: time === undefined ? undefined : clockTime(time, half),
    ...read,
  };
}

/** RFC 5322, 4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  if (digits.length === 2) return Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
  return Number(digits) + (digits.length === 3 ? 1900 : 0);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name: string | undefined): number | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index === -1 ? undefined : index + 1;
}

function cutHalfOfDay(tail: string): [half: string, rest: string] {
  const match = /^([ap])\.?m\b\.?/i.exec(tail);
  return match ? [(match[1] ?? '').toLowerCase(), tail.slice(match[0].length).trim()] : ['', tail];
}

function clockTime(time: string, half: string): string {
  const [hours = '', minutes = '', secs = '00'] = time.split(':');
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return [`${hour}`.padStart(2, '0'), minutes, secs].join(':');
}

/** Hours ahead of UTC of the names that RFC 822 has, and of those that feeds use and that mean one thing everywhere. */
const ZONES = new Map(
  Object.entries({
    ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
    ...{ akst: -9, akdt: -8, hst: -10, brt: -3, cet: 1, cest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, msk: 3, west: 1 },
    ...{ sast: 2, jst: 9, kst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13, hkt: 8, sgt: 8 },
  }),
);

/** @returns `undefined` where what stands there is no zone at all. */
function readZone(zone: string): { offset?: string; hasUnknownZone?: boolean } | undefined {
  if (zone === '') return {};
  const name = zone.replace(/ ?\([^()]*\)$/, '');
  const numeric = /^(?:GMT|UTC|UT)?\s?([+\u2212-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name);
  if (numeric) {
    const [, sign, hours = '', minutes = '00'] = numeric;
    if (Number(hours) > 14 || Number(minutes) > 59) return { hasUnknownZone: true };
    return { offset: `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}` };
  }
  const ahead = ZONES.get(name.toLowerCase());
  if (ahead === 0) return { offset: 'Z' };
  if (ahead !== undefined) return { offset: `${ahead < 0 ? '-' : '+'}${`${Math.abs(ahead)}`.padStart(2, '0')}:00` };
  return /^[\p{L}/_ .+-]+\d*$/u.test(name) ? { hasUnknownZone: true } : undefined;
}

function printDate({ year, month, day, time, offset, hasUnknownZone }: DateParts): ReadDate | undefined {
  const [hour = 0, minute = 0, second = 0] = (time ?? '').split(':').map(Number);
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  if (hour > (isMidnight ? 24 : 23) || minute > 59 || second > 60) return undefined;

  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day ?? 1);
  if (year < 1 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== (day ?? 1)) return undefined;
  if (isMidnight) at.setUTCDate(at.getUTCDate() + 1);

  const date = at.toISOString().slice(0, 10);
  if (day === undefined) return { date, doubt: 'day' };
  if (time === undefined) return { date };
  const clock = `${isMidnight ? '00' : time.slice(0, 2)}:${time.slice(3, 5)}:${second === 60 ? '59' : time.slice(6, 8)}`;
  if (offset !== undefined) return { date: `${date}T${clock}${offset}` };
  return { date: `${date} ${clock.slice(0, 5)}`, ...(hasUnknownZone ? { doubt: 'zone' as const } : {}) };
}
