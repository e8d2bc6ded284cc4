import { describe, expect, it } from 'vitest';
import { listTime, printShort, shortFormOn } from '../../src/time/short-time.ts';

const at = (text: string, hasTime = true) => ({ instant: Date.parse(text), hasTime });

describe('a short time', () => {
  it.each([
    ['2026-11-29T00:00Z', 'clock'],
    ['2026-11-29T18:40Z', 'clock'],
    ['2026-11-28T23:59Z', 'weekday'],
    ['2026-11-23T00:00Z', 'weekday'],
    ['2026-11-22T23:59Z', 'day'],
    ['2026-01-01T00:00Z', 'day'],
    ['2025-12-31T23:59Z', 'day-of-year'],
    ['1998-11-29T12:00Z', 'day-of-year'],
    ['2026-11-30T00:00Z', 'day'],
    ['2027-01-01T00:00Z', 'day-of-year'],
  ])('of %s is on 29 November 2026 the %s', (time, form) => {
    expect(shortFormOn('2026-11-29', at(time), 'UTC')).toBe(form);
  });

  it('follows the days of the site’s zone', () => {
    const late = at('2026-11-28T20:00Z');

    expect(shortFormOn('2026-11-29', late, 'Asia/Kathmandu')).toBe('clock');
    expect(shortFormOn('2026-11-29', late, 'America/New_York')).toBe('weekday');
  });

  it('counts days over the change of clocks', () => {
    expect(shortFormOn('2026-10-30', at('2026-10-24T00:30+01:00'), 'Europe/London')).toBe('weekday');
    expect(shortFormOn('2026-10-31', at('2026-10-24T00:30+01:00'), 'Europe/London')).toBe('day');
  });

  it.each([
    ['en-GB', ['18:40', 'Sun', '22 Nov', '22 Nov 2026']],
    ['en-US', ['6:40 PM', 'Sun', 'Nov 22', 'Nov 22, 2026']],
    ['es', ['18:40', 'dom', '22 nov', '22 nov 2026']],
    ['de', ['18:40', 'So', '22. Nov.', '22. Nov. 2026']],
    ['fr', ['18:40', 'dim.', '22 nov.', '22 nov. 2026']],
    ['ja', ['18:40', '日曜日', '11月22日', '2026年11月22日']],
    ['zh', ['18:40', '周日', '11月22日', '2026年11月22日']],
  ])('is in %s as its readers write it', (language, texts) => {
    const time = at('2026-11-22T18:40Z');
    const forms = ['clock', 'weekday', 'day', 'day-of-year'] as const;

    const printed = forms.map((form) => printShort(time, form, { language, timeZone: 'UTC' }).replace(/\s/g, ' '));

    expect(printed).toEqual(texts);
  });

  it('of a date without a time has no time of day', () => {
    const printing = { language: 'en-GB', timeZone: 'UTC' };

    expect(printShort(at('2026-11-22', false), 'clock', printing)).toBe('Sun');
  });

  it('stands beside the whole one', () => {
    expect(listTime(at('2026-11-22T18:40Z'), 'en-GB', 'UTC')).toEqual({
      iso: '2026-11-22T18:40:00+00:00',
      text: '22 November 2026 at 18:40 UTC',
      short: '22 Nov 2026',
    });
  });
});
