import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalTime } from '../../src/domain/dates.ts';
import { instantInZone, localTimeAt, offsetOf, nextDayAfter } from '../../src/time/moment-in-zone.ts';
import { tries } from '../tries.ts';

/** `2026-03-29 01:30` as a wall clock shows it. */
function clock(text: string): LocalTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second };
}

function utc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

describe('a local time', () => {
  it.each([
    ['Europe/London', '2026-01-15 12:00', '2026-01-15T12:00'],
    ['Europe/London', '2026-07-15 12:00', '2026-07-15T11:00'],
    ['America/New_York', '2026-07-15 12:00', '2026-07-15T16:00'],
    ['Asia/Kathmandu', '2026-07-15 12:00', '2026-07-15T06:15'],
    ['Pacific/Kiritimati', '2026-07-15 12:00', '2026-07-14T22:00'],
    ['Pacific/Apia', '2011-12-29 23:59', '2011-12-30T09:59'],
    ['Pacific/Apia', '2011-12-31 00:00', '2011-12-30T10:00'],
    ['UTC', '2026-03-29 01:30', '2026-03-29T01:30'],
  ])('has one instant in %s: %s', (timeZone, local, instant) => {
    const found = instantInZone(clock(local), timeZone);

    expect([utc(found.instant), found.skipped]).toEqual([instant, false]);
  });

  it.each([
    ['Europe/London', '2026-03-29 00:59', '2026-03-29T00:59'],
    ['Europe/London', '2026-03-29 02:00', '2026-03-29T01:00'],
    ['America/New_York', '2026-03-08 01:59', '2026-03-08T06:59'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00'],
    ['Australia/Lord_Howe', '2026-10-04 02:30', '2026-10-03T15:30'],
  ])('beside a jump is not skipped in %s: %s', (timeZone, local, instant) => {
    const found = instantInZone(clock(local), timeZone);

    expect([utc(found.instant), found.skipped]).toEqual([instant, false]);
  });

  it.each([
    ['Europe/London', '2026-03-29 01:00', '2026-03-29T01:00'],
    ['Europe/London', '2026-03-29 01:30', '2026-03-29T01:30'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:30'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:45'],
    ['America/Sao_Paulo', '2018-11-04 00:00', '2018-11-04T03:00'],
    ['Pacific/Apia', '2011-12-30 00:00', '2011-12-30T10:00'],
    ['Pacific/Apia', '2011-12-30 18:30', '2011-12-31T04:30'],
  ])('that clocks skip lies as far after the jump in %s: %s', (timeZone, local, instant) => {
    const found = instantInZone(clock(local), timeZone);

    expect([utc(found.instant), found.skipped]).toEqual([instant, true]);
  });

  it.each([
    ['Europe/London', '2026-10-25 01:00', '2026-10-25T00:00'],
    ['Europe/London', '2026-10-25 01:59', '2026-10-25T00:59'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45'],
  ])('that clocks show twice is the first in %s: %s', (timeZone, local, instant) => {
    const found = instantInZone(clock(local), timeZone);

    expect([utc(found.instant), found.skipped]).toEqual([instant, false]);
  });
});

describe('an offset', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 0],
    ['2026-03-29T01:00:00Z', 60],
    ['2026-10-25T00:59:59Z', 60],
    ['2026-10-25T01:00:00Z', 0],
  ])('changes at the second at which clocks do: %s', (instant, minutes) => {
    expect(offsetOf(Date.parse(instant), 'Europe/London')).toBe(minutes * 60_000);
  });
});

describe('offsets of the shortest summers that there were', () => {
  it.each([
    ['America/Boa_Vista', '2000-10-04', '2000-10-20'],
    ['America/Noronha', '2000-10-04', '2000-10-20'],
    ['Africa/Tunis', '1943-04-14', '1943-04-30'],
    ['Africa/Casablanca', '2026-02-12', '2026-03-26'],
  ])('are what clocks show at each hour in %s', (timeZone, from, until) => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const hours = Array.from(
      { length: (Date.parse(until) - Date.parse(from)) / 3_600_000 },
      (_, hour) => Date.parse(from) + hour * 3_600_000,
    );

    const offsets = hours.map((instant) => offsetOf(instant, timeZone));

    expect(offsets).toEqual(hours.map((instant) => Date.parse(`${shown.format(instant)}Z`) - instant));
    expect(new Set(offsets).size).toBe(2);
  });
});

describe('the round trip from an instant to the clock and back', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'Asia/Gaza',
  );
  const instants = fc.integer({ min: Date.UTC(1970, 0) / 1000, max: Date.UTC(2037, 11) / 1000 });

  it('ends where it began, or at the first of two instants that the clock shows alike', () => {
    fc.assert(
      fc.property(instants, zones, (seconds, timeZone) => {
        const local = localTimeAt(seconds * 1000, timeZone);
        const { instant, skipped } = instantInZone(local, timeZone);

        expect(skipped).toBe(false);
        expect(instant).toBeLessThanOrEqual(seconds * 1000);
        expect(localTimeAt(instant, timeZone)).toEqual(local);
      }),
      { numRuns: tries(300) },
    );
  });

  it('is kept by every local time that clocks show', () => {
    const fields = fc.record({
      year: fc.integer({ min: 1970, max: 2037 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(fields, zones, (local, timeZone) => {
        const { instant, skipped } = instantInZone(local, timeZone);

        expect(isSame(localTimeAt(instant, timeZone), local)).toBe(!skipped);
      }),
      { numRuns: tries(300) },
    );
  });
});

function isSame(one: LocalTime, other: LocalTime): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe('the next day', () => {
  it.each([
    ['2026-11-29T18:40Z', 'UTC', '2026-11-30T00:00Z'],
    ['2026-11-30T00:00Z', 'UTC', '2026-12-01T00:00Z'],
    ['2026-12-31T23:59Z', 'UTC', '2027-01-01T00:00Z'],
    ['2026-11-29T18:40Z', 'Asia/Kathmandu', '2026-11-30T18:15Z'],
    ['2026-10-24T23:30Z', 'Europe/London', '2026-10-26T00:00Z'],
    // Clocks are put forward from midnight to one.
    ['2026-04-23T12:00Z', 'Africa/Cairo', '2026-04-23T22:00Z'],
  ])('after %s begins in %s at %s', (now, zone, next) => {
    expect(new Date(nextDayAfter(Date.parse(now), zone)).toISOString()).toBe(new Date(next).toISOString());
  });
});
