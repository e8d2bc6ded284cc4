import { expect, it } from 'vitest';
import { readMoment } from '../../src/time/read-moment.ts';
import { dateAt, describeSkipped, describeTwice } from '../../src/time/written-date.ts';

/** What is said of a date in a zone, if anything. */
function saidOf(written: string, timeZone: string): string | undefined {
  const read = readMoment(written, timeZone);
  if (read.kind !== 'moment') return undefined;
  if (read.again !== undefined) return describeTwice(read.moment, read.again, timeZone);
  return read.skipped ? describeSkipped(read.moment, timeZone) : undefined;
}

it.each([
  ['2026-10-04 02:10', 'Australia/Lord_Howe', '2026-10-04 02:40'],
  ['2026-04-24 00:30', 'Africa/Cairo', '2026-04-24 01:30'],
  ['2026-03-29 02:10', 'Antarctica/Troll', '2026-03-29 04:10'],
  ['2026-03-22 02:30', 'Africa/Casablanca', '2026-03-22 03:30'],
  ['2016-05-01 02:45', 'America/Caracas', '2016-05-01 03:15'],
  ['2018-05-04 23:45', 'Asia/Pyongyang', '2018-05-05 00:15'],
])('a time that no clock showed is told with the one after the jump: %s in %s', (written, zone, meant) => {
  expect(saidOf(written, zone)).toBe(`clocks were put forward over it; write \`${meant}\`, the time after the jump`);
});

it.each([
  ['2011-12-30', 'Pacific/Apia', '2011-12-31'],
  ['1993-08-21', 'Pacific/Kwajalein', '1993-08-22'],
])('a day that no calendar had is told with the day after it: %s in %s', (written, zone, meant) => {
  expect(saidOf(written, zone)).toBe(`the calendar leapt over that day; write \`${meant}\`, the day after it`);
});

it.each([
  ['2026-04-24', 'Africa/Cairo'],
  ['2026-03-29', 'Asia/Beirut'],
  ['2026-09-06', 'America/Santiago'],
  ['2011-12-29', 'Pacific/Apia'],
  ['2026-11-01', 'America/Havana'],
  ['2026-10-25 01:30+00:00', 'Europe/London'],
  ['2026-10-25 01:30Z', 'Europe/London'],
  ['2026-10-25 00:59', 'Europe/London'],
  ['2026-10-25 02:00', 'Europe/London'],
])(
  'nothing is said of a day whose midnight is missing or comes twice, and of a time beside the jump: %s in %s',
  (written, zone) => {
    expect(saidOf(written, zone)).toBeUndefined();
  },
);

it.each([
  ['2026-10-25 01:30', 'Europe/London', '2026-10-25 01:30+01:00', '2026-10-25 01:30+00:00'],
  ['2026-10-25T01:30:20', 'Europe/London', '2026-10-25 01:30:20+01:00', '2026-10-25 01:30:20+00:00'],
  ['2026-11-01 01:00', 'America/New_York', '2026-11-01 01:00-04:00', '2026-11-01 01:00-05:00'],
  ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-05 01:45+11:00', '2026-04-05 01:45+10:30'],
  ['2026-11-01 00:10', 'America/Havana', '2026-11-01 00:10-04:00', '2026-11-01 00:10-05:00'],
  // Clocks went by the sun of Paris until then, nine minutes and 21 seconds before those of Greenwich.
  ['1911-03-10 23:55', 'Europe/Paris', '1911-03-10 23:45:39Z', '1911-03-10 23:55+00:00'],
])(
  'a time that clocks showed twice is told with both moments, which can be read: %s in %s',
  (written, zone, first, second) => {
    expect(saidOf(written, zone)).toBe(
      `clocks were put back; write \`${first}\` for the first of the two, which is taken, or \`${second}\` for the second`,
    );
    for (const mended of [first, second]) expect(saidOf(mended, zone)).toBeUndefined();
    expect(readMoment(first, zone)).toMatchObject({ moment: { instant: instantOf(written, zone) } });
  },
);

function instantOf(written: string, zone: string): number {
  const read = readMoment(written, zone);
  return read.kind === 'moment' ? read.moment.instant : Number.NaN;
}

it.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
  'the hour that comes twice is written with its offset: %s',
  (moment) => {
    const written = dateAt(Date.parse(moment), 'Europe/London');
    expect([instantOf(written, 'Europe/London'), saidOf(written, 'Europe/London')]).toEqual([
      Date.parse(moment),
      undefined,
    ]);
  },
);
