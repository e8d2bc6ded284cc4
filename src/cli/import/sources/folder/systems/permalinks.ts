import { dayOf } from '../values/dates.ts';
import { slugify } from './paths.ts';

/** What a pattern of addresses may name. */
export interface PatternParts {
  readonly date: string | undefined;
  readonly title: string;
  readonly slug: string | undefined;
  readonly sections: readonly string[];
  readonly filename: string;
  readonly contentbasename: string;
  /** Makes a part of an address of words. */
  readonly shape: (text: string) => string;
  /** Further names. */
  readonly others?: Readonly<Record<string, string | undefined>>;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A pattern of Hugo's or Jekyll's with its names filled in: `/:year/:month/:title/`. A name that nothing is known of leaves nothing. */
export function fillPattern(pattern: string, parts: PatternParts): string {
  return pattern.replace(
    /:([a-z_]+)(\[[\d:last-]*\])?/g,
    (_, name: string, range: string | undefined) => valueOfName(name, range, parts) ?? '',
  );
}

function valueOfName(name: string, range: string | undefined, parts: PatternParts): string | undefined {
  if (parts.others && Object.hasOwn(parts.others, name)) return parts.others[name];
  const { shape, sections, slug } = parts;
  switch (name) {
    case 'title':
      return shape(parts.title);
    case 'slug':
      return shape(slug ?? parts.title);
    case 'section':
      return shape(sections[0] ?? '');
    case 'sections':
      return cutRange(sections, range).map(shape).join('/');
    case 'sectionslug':
      return slugify(sections[0] ?? '');
    case 'filename':
    case 'contentbasename':
      return shape(parts[name]);
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return shape(slug ?? parts.filename);
    default:
      return datePart(name, parts.date);
  }
}

/** The year, the month and so on of a date, by their names in patterns. */
export function datePart(name: string, date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = dayOf(date);
  const moment = new Date(Date.UTC(year, month - 1, day));
  const ofYear = Math.round((moment.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  const [, clock = ''] = /[T ](\d\d:\d\d(?::\d\d)?)/.exec(date) ?? [];
  const [hour = '00', minute = '00', second = '00'] = clock === '' ? [] : clock.split(':');
  const values: Readonly<Record<string, string>> = {
    year: String(year),
    short_year: String(year).slice(-2),
    month: two(month),
    i_month: String(month),
    short_month: MONTHS[month - 1]?.slice(0, 3) ?? '',
    long_month: MONTHS[month - 1] ?? '',
    monthname: (MONTHS[month - 1] ?? '').toLowerCase(),
    day: two(day),
    i_day: String(day),
    y_day: String(ofYear).padStart(3, '0'),
    yearday: String(ofYear),
    weekday: String(moment.getUTCDay()),
    weekdayname: (DAYS[moment.getUTCDay()] ?? '').toLowerCase(),
    short_day: DAYS[moment.getUTCDay()]?.slice(0, 3) ?? '',
    long_day: DAYS[moment.getUTCDay()] ?? '',
    hour,
    minute,
    second,
  };
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Dates as `strftime` prints them, which Pelican's patterns do. */
export function strftime(pattern: string, date: string | undefined): string {
  const names: Readonly<Record<string, string>> = {
    Y: 'year',
    y: 'short_year',
    m: 'month',
    d: 'day',
    b: 'short_month',
    B: 'long_month',
    j: 'y_day',
    H: 'hour',
    M: 'minute',
    S: 'second',
    a: 'short_day',
    A: 'long_day',
  };
  return pattern.replace(/%(-?)([a-zA-Z])/g, (_, hyphen: string, letter: string) => {
    const value = Object.hasOwn(names, letter) ? (datePart(names[letter] ?? '', date) ?? '') : '';
    return hyphen === '' ? value : value.replace(/^0+(?=.)/, '');
  });
}

function cutRange(sections: readonly string[], range: string | undefined): readonly string[] {
  const inner = range?.slice(1, -1);
  if (inner === undefined) return sections;
  if (inner === 'last') return sections.slice(-1);
  const [start = '', end] = inner.split(':');
  const number = (text: string): number => (text === 'last' ? sections.length - 1 : Number(text));
  if (end === undefined) return sections.slice(number(start), number(start) + 1);
  return sections.slice(start === '' ? 0 : number(start), end === '' ? undefined : number(end));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
