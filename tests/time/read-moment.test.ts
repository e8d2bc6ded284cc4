import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment } from '../../src/time/read-moment.ts';
import { tries } from '../tries.ts';

/** What a text means, as UTC and whether it has a time, or what is wrong with it. */
function reading(text: string, timeZone = 'UTC'): string {
  const read = readMoment(text, timeZone);
  if (read.kind !== 'moment') return read.kind;
  const iso = new Date(read.moment.instant).toISOString().slice(0, 19);
  return [iso, read.moment.hasTime ? 'time' : 'day', ...(read.skipped ? ['skipped'] : [])].join(' ');
}

describe('a date', () => {
  it.each([
    ['2026-11-23', '2026-11-23T00:00:00 day'],
    [' 2026-11-23 ', '2026-11-23T00:00:00 day'],
    ['2026-1-5', '2026-01-05T00:00:00 day'],
    ['2026-11-23 07:30', '2026-11-23T07:30:00 time'],
    ['2026-11-23T07:30', '2026-11-23T07:30:00 time'],
    ['2026-11-23 7:30', '2026-11-23T07:30:00 time'],
    ['2026-11-23 07:30:15', '2026-11-23T07:30:15 time'],
    ['2026-11-23 07:30:15.250', '2026-11-23T07:30:15 time'],
    ['2028-02-29', '2028-02-29T00:00:00 day'],
  ])('is read as editors write it: %s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each([
    ['2026-11-23 07:30', 'America/New_York', '2026-11-23T12:30:00 time'],
    ['2026-11-23', 'America/New_York', '2026-11-23T05:00:00 day'],
    ['2026-07-23', 'Europe/London', '2026-07-22T23:00:00 day'],
  ])('without a zone is in the site’s: %s in %s', (text, timeZone, expected) => {
    expect(reading(text, timeZone)).toBe(expected);
  });

  it.each([
    ['2026-11-23T07:30:00Z', '2026-11-23T07:30:00 time'],
    ['2026-11-23 07:30 Z', '2026-11-23T07:30:00 time'],
    ['2026-11-23T07:30+01:00', '2026-11-23T06:30:00 time'],
    ['2026-11-23T07:30+0100', '2026-11-23T06:30:00 time'],
    ['2026-11-23 07:30 -05:00', '2026-11-23T12:30:00 time'],
    ['2026-11-23T07:30-03:30', '2026-11-23T11:00:00 time'],
    ['2026-03-29T01:30+00:00', '2026-03-29T01:30:00 time'],
  ])('with an offset of its own keeps it, whatever the site’s zone: %s', (text, expected) => {
    expect(reading(text, 'Europe/London')).toBe(expected);
  });

  it('is told of where clocks jump over its time', () => {
    expect(reading('2026-03-29 01:30', 'Europe/London')).toBe('2026-03-29T01:30:00 time skipped');
  });

  it('without a time is the first moment of a day that begins late, and nothing is skipped', () => {
    expect(reading('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00 day');
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-31',
    '2026-11-23 24:00',
    '2026-11-23 25:00',
    '2026-11-23 07:60',
    '2026-11-23 07:30:60',
    '2026-11-23T07:30+15:00',
    '2026-11-23T07:30+01:60',
    '0026-11-23',
  ])('is impossible where no calendar or clock shows it: %s', (text) => {
    expect(reading(text)).toMatch(/^no-(?:day|time)$/);
  });

  it.each([
    '',
    'Monday',
    '23/11/2026',
    '2026/11/23',
    '2026-11',
    '20261123',
    '2026-11-23 7',
    '2026-11-23 07.30',
    '2026-11-23 07:30 GMT',
    '2026-11-23 07:30 pm',
    '2026-11-23+01:00',
    '２０２６-１１-２３',
    'x 2026-11-23',
  ])('is none where it does not look like one: %s', (text) => {
    expect(reading(text)).toBe('shape');
  });

  it('is read without a throw from any text', () => {
    const parts = fc.constantFrom('2026', '-', '11', ':', ' ', 'T', 'Z', '+', '0', '99', '\n', '.', '9999', '1400');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts, { maxLength: 14 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('UTC', 'Pacific/Apia', 'Europe/London'), (text, timeZone) => {
        expect(['moment', 'shape', 'no-day', 'no-time']).toContain(readMoment(text, timeZone).kind);
      }),
      { numRuns: tries(250) },
    );
  });
});
