import { expect, it } from 'vitest';
import { readMoment } from '../../src/time/read-moment.ts';
import { describeSkipped } from '../../src/time/written-date.ts';

/** What is said of a date in a zone, if anything. */
function saidOf(written: string, timeZone: string): string | undefined {
  const read = readMoment(written, timeZone);
  return read.kind === 'moment' && read.skipped ? describeSkipped(read.moment, timeZone) : undefined;
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
  ['2026-04-05 01:45', 'Australia/Lord_Howe'],
])('nothing is said of a day without its midnight, and of a time that clocks show twice: %s in %s', (written, zone) => {
  expect(saidOf(written, zone)).toBeUndefined();
});
