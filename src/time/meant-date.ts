import { readMoment } from './read-moment.ts';

/** Languages in which months are known by their names. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** `6:30 pm`, `18.30 Uhr`, `18h30`, `6am`. */
const CLOCK = /[\s,t](?:(?:at|um|à|las)\s+)?(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?|uhr|h)?$/u;

/** A date that was written in another way, as it is written here: `21 December 2026, 6 pm` → `2026-12-21 18:00`. Nothing where it could be two. */
export function meantDate(written: string): string | undefined {
  if (written.length > LONGEST) return undefined;
  const text = written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[.,;]+$/, '')
    .replace(/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, '$1-$2-$3');
  const [, inUtc] = /^(.*:\d{2})\s?(?:gmt|utc)$/.exec(text) ?? [];
  const meant = meantIn(inUtc ?? text);
  return meant !== undefined && inUtc !== undefined ? `${meant}Z` : meant;
}

function meantIn(text: string): string | undefined {
  const clock = CLOCK.exec(text);
  const time = clock && (clock[2] ?? clock[3]) !== undefined ? timeOf(clock) : undefined;
  const day = dayOf(time === undefined || !clock ? text : text.slice(0, clock.index).replace(/[\s,]+$/, ''));
  const meant = day && (time === undefined ? day : `${day} ${time}`);
  return meant !== undefined && readMoment(meant, 'UTC').kind === 'moment' ? meant : undefined;
}

const LONGEST = 60;

/** `21st of December, 2026`; a day of the week may stand before it. */
const NAMED = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}+)\.?,?\s+(?:of\s+|de\s+)?(\d{4})$/u;
/** `December 21, 2026` */
const AMERICAN = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

function timeOf([, hour = '', minute = '00', half = '']: RegExpExecArray): string {
  const hours = Number(hour);
  const isPm = half.startsWith('p');
  const ofDay = isPm || half.startsWith('a') ? (hours % 12) + (isPm ? 12 : 0) : hours;
  return `${twoDigits(ofDay)}:${minute}`;
}

function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso) return print(iso[1], iso[2], iso[3]);
  const plain = text.replace(/^\p{L}+\.?,?\s+/u, '');
  const named = NAMED.exec(text) ?? NAMED.exec(plain);
  if (named) return print(named[3], monthNamed(named[2]), named[1]);
  const american = AMERICAN.exec(text) ?? AMERICAN.exec(plain);
  if (american) return print(american[3], monthNamed(american[1]), american[2]);
  const [, one = '', sign, other = '', year] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(plain) ?? [];
  if (sign === '.' || Number(one) > 12 || one === other) return print(year, other, one);
  // 3/4/2026 is a day in March or in April.
  return Number(other) > 12 ? print(year, one, other) : undefined;
}

function print(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The number of a month by its name, or by the beginning of that. */
function monthNamed(name: string | undefined): number | undefined {
  if (name === undefined || name.length < 3) return undefined;
  for (const language of LANGUAGES) {
    const { format } = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const months = Array.from({ length: 12 }, (_, month) => format(Date.UTC(2026, month, 1)).toLowerCase());
    const found = months.filter((month) => month.startsWith(name));
    if (found.length === 1) return months.indexOf(found[0] ?? '') + 1;
  }
  return undefined;
}
