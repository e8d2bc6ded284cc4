import type { ClockPair } from './dates.ts';

/** How many moments zones are compared at. */
const MOST_SAMPLES = 60;

/** How many of them may differ: a clock of a server that was wrong, a year in which a government changed its mind. */
const TOLERATED = 0.1;

/** Zones of many readers, the first of which is taken where several fit and none is of the language's country. */
const WELL_KNOWN = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Athens', 'Europe/Moscow', 'Europe/Istanbul'],
  ...['Europe/Lisbon', 'Europe/Madrid', 'Europe/Paris', 'Europe/Rome', 'Europe/Kyiv', 'Europe/Kiev'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix'],
  ...['America/Halifax', 'America/St_Johns', 'America/Anchorage', 'Pacific/Honolulu'],
  ...['America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'America/Bogota', 'America/Mexico_City'],
  ...['America/Santiago', 'America/Caracas', 'America/Lima'],
  ...['Asia/Dubai', 'Asia/Tehran', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Calcutta', 'Asia/Kathmandu', 'Asia/Dhaka'],
  ...[
    'Asia/Bangkok',
    'Asia/Ho_Chi_Minh',
    'Asia/Jakarta',
    'Asia/Shanghai',
    'Asia/Hong_Kong',
    'Asia/Taipei',
    'Asia/Manila',
  ],
  ...[
    'Asia/Singapore',
    'Asia/Kuala_Lumpur',
    'Asia/Seoul',
    'Asia/Tokyo',
    'Asia/Jerusalem',
    'Asia/Riyadh',
    'Asia/Almaty',
  ],
  ...['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth'],
  ...['Pacific/Auckland', 'Africa/Lagos', 'Africa/Johannesburg', 'Africa/Nairobi', 'Africa/Cairo'],
];

/** Clocks of a site, of which few are kept however many items it has. */
export class SiteClocks {
  /** One pair a day, by the day's number. */
  readonly #days = new Map<number, ClockPair>();

  add(pair: ClockPair | undefined): void {
    if (!pair) return;
    const day = Math.floor(pair.instant / 86_400_000);
    if (!this.#days.has(day)) this.#days.set(day, pair);
  }

  /**
   * The time zone in which the site's clocks are what they are. Where several are, one of the language's country is taken, otherwise a well-known one.
   *
   * @param language BCP 47.
   * @returns `undefined` where none fits, or too many that nothing speaks for.
   */
  timeZone(language: string | undefined): string | undefined {
    const samples = samplesOf([...this.#days.values()].sort((one, other) => one.instant - other.instant));
    if (samples.length === 0) return undefined;
    const isAlwaysUtc = samples.every(({ offset }) => offset === 0);
    if (isAlwaysUtc && seasonsOf(samples) > 1) return 'UTC';
    const misses = new Map<string, number>();
    for (const zone of [...new Set([...Intl.supportedValuesOf('timeZone'), ...WELL_KNOWN])]) {
      const missed = missesOf(zone, samples);
      if (missed <= samples.length * TOLERATED) misses.set(zone, missed);
    }
    const least = Math.min(...misses.values());
    const best = [...misses].filter(([, missed]) => missed === least).map(([zone]) => zone);
    const ofCountry = best.filter((zone) => zonesOfLanguage(language).includes(zone));
    const known = WELL_KNOWN.filter((zone) => best.includes(zone));
    // Where nobody's summer was seen, half of the world fits.
    return (
      known.find((zone) => ofCountry.includes(zone)) ?? ofCountry[0] ?? (seasonsOf(samples) > 1 ? known[0] : undefined)
    );
  }
}

/** Some of the moments: those on both sides of each change of the clock, and others evenly between. */
function samplesOf(pairs: readonly ClockPair[]): readonly ClockPair[] {
  const changes = pairs.filter(
    (pair, index) =>
      pair.offset !== (pairs[index - 1] ?? pair).offset || pair.offset !== (pairs[index + 1] ?? pair).offset,
  );
  return [...new Set([...someOf(changes, MOST_SAMPLES / 2), ...someOf(pairs, MOST_SAMPLES / 2)])];
}

function someOf<Value>(values: readonly Value[], most: number): readonly Value[] {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(most, values.length) }, (_, index) => values[Math.floor(index * step)]).filter(
    (value) => value !== undefined,
  );
}

/** 2 if there are moments in both the northern summer and winter. */
function seasonsOf(samples: readonly ClockPair[]): number {
  const months = samples.map(({ instant }) => new Date(instant).getUTCMonth());
  return (
    Number(months.some((month) => month >= 4 && month <= 7)) + Number(months.some((month) => month >= 10 || month <= 1))
  );
}

/** How many samples a zone has another clock at; not counted on where it is too many. */
function missesOf(zone: string, samples: readonly ClockPair[]): number {
  const format = formatFor(zone);
  if (!format) return Number.POSITIVE_INFINITY;
  let missed = 0;
  for (const { instant, offset } of samples) {
    if (offsetAt(instant, format) !== offset) missed += 1;
    if (missed > samples.length * TOLERATED) break;
  }
  return missed;
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  } catch {
    return undefined;
  }
}

/** By how many minutes a zone's clock is ahead. Swedish writes dates as ISO 8601 does. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const local = format.format(instant).replace(' ', 'T');
  return Math.round((Date.parse(`${local}Z`) - instant) / 60_000);
}

/** The zones of the country that a language names, or of that where most of its speakers live. */
function zonesOfLanguage(language: string | undefined): readonly string[] {
  if (language === undefined) return [];
  try {
    const locale = new Intl.Locale(language.replaceAll('_', '-')).maximize();
    // A property in older engines, a method in newer ones.
    const { timeZones, getTimeZones } = locale as Intl.Locale & {
      timeZones?: readonly string[];
      getTimeZones?: () => readonly string[];
    };
    return getTimeZones?.call(locale) ?? timeZones ?? [];
  } catch {
    return [];
  }
}
