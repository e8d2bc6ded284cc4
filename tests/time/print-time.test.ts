import { describe, expect, it } from 'vitest';
import { cutTime, datePartsAt, isoTime, printTime } from '../../src/time/print-time.ts';

const INSTANT = Date.parse('2026-11-23T07:30:15Z');
const TIME = { instant: INSTANT, hasTime: true };
const DAY = { instant: Date.parse('2026-11-23T00:00Z'), hasTime: false };

describe('a printed time', () => {
  it.each([
    ['en-GB', 'Europe/London', ['23', 'November', '2026', '07:30', 'GMT']],
    ['en-US', 'America/New_York', ['November', '23', '2026', '2:30', 'AM', 'EST']],
    ['de', 'Europe/Berlin', ['23', 'November', '2026', '08:30', 'MEZ']],
    ['es', 'Europe/Madrid', ['23', 'noviembre', '2026', '8:30', 'CET']],
    ['fr', 'Europe/Paris', ['23', 'novembre', '2026', '08:30', 'UTC+1']],
  ])('has day, month, year, hour and zone in the words of %s', (language, timeZone, parts) => {
    const { text } = printTime(TIME, language, timeZone);

    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it.each([
    ['de', 'um 07:30 GMT'],
    ['ru', 'в 07:30 GMT'],
    ['fr', 'à 07:30 UTC'],
    ['zh', 'GMT 07:30'],
    ['ar', '7:30 ص غرينتش'],
    ['fa', 'گرینویچ'],
    ['bn', 'GMT'],
  ])('calls the zone that is not ahead of any by its name alone, in %s', (language, words) => {
    const { text } = printTime(TIME, language, 'Europe/London');

    expect(text).toContain(words);
    expect(text).not.toMatch(/[+\p{Cf}]/u);
  });

  it('says how far ahead a zone is that is', () => {
    const summer = { instant: Date.parse('2026-07-23T07:30Z'), hasTime: true };

    expect(printTime(summer, 'ru', 'Europe/London').text).toContain('GMT+1');
    expect(printTime(TIME, 'de', 'Asia/Kolkata').text).toContain('GMT+5:30');
  });

  it('is in the script of its language', () => {
    expect(printTime(TIME, 'ar', 'UTC').text).toMatch(/نوفمبر/);
  });

  it.each([
    ['UTC', '2026-11-23T07:30:15+00:00'],
    ['America/New_York', '2026-11-23T02:30:15-05:00'],
    ['Asia/Kathmandu', '2026-11-23T13:15:15+05:45'],
    ['America/St_Johns', '2026-11-23T04:00:15-03:30'],
    ['Pacific/Kiritimati', '2026-11-23T21:30:15+14:00'],
  ])('has the offset of %s for machines', (timeZone, iso) => {
    expect(printTime(TIME, 'en', timeZone).iso).toBe(iso);
  });

  it.each([
    ['Europe/Paris', '1905-12-08T23:50:39Z', '1905-12-09T00:00:00+00:09'],
    ['Europe/Dublin', '1905-12-09T00:25:21Z', '1905-12-09T00:00:00-00:25'],
    ['Asia/Kolkata', '1905-12-08T18:38:50Z', '1905-12-09T00:00:00+05:21'],
    ['America/New_York', '1850-01-01T04:56:02Z', '1850-01-01T00:00:00-04:56'],
    ['Africa/Monrovia', '1930-05-05T00:44:30Z', '1930-05-05T00:00:00-00:44'],
  ])('shows what clocks in %s showed when offsets had seconds: %s', (timeZone, instant, iso) => {
    expect(isoTime(Date.parse(instant), timeZone)).toBe(iso);
  });

  it('is only a day where only a day was written', () => {
    const { iso, text } = printTime(DAY, 'en-GB', 'UTC');

    expect([iso, text]).toEqual(['2026-11-23', '23 November 2026']);
  });

  it('is of the day in the zone, which may be another than in UTC', () => {
    const { iso, text } = printTime(
      { instant: Date.parse('2026-11-22T14:00Z'), hasTime: false },
      'en-GB',
      'Asia/Tokyo',
    );

    expect([iso, text]).toEqual(['2026-11-22', '22 November 2026']);
    expect(printTime({ instant: Date.parse('2026-11-22T15:00Z'), hasTime: false }, 'en-GB', 'Asia/Tokyo').iso).toBe(
      '2026-11-23',
    );
  });

  it('tells the two hours apart that clocks show twice', () => {
    const times = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((time) => isoTime(Date.parse(time), 'Europe/London'));

    expect(times).toEqual(['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00']);
  });
});

describe('the parts of a date', () => {
  it.each([
    ['UTC', { yyyy: '2026', mm: '01', dd: '01' }],
    ['America/New_York', { yyyy: '2025', mm: '12', dd: '31' }],
  ])('are those of the day in %s, with two digits each', (timeZone, parts) => {
    expect(datePartsAt(Date.parse('2026-01-01T03:00Z'), timeZone)).toEqual(parts);
  });
});

describe('a printed time in two', () => {
  it.each([
    ['en-GB', '23 November 2026 at ', '07:30 GMT'],
    ['en-US', 'November 23, 2026 at ', '7:30'],
    ['de', '23. November 2026 um ', '07:30'],
    ['es', '23 de noviembre de 2026 a las ', '7:30'],
    ['ja', '2026年11月23日 ', '7:30'],
    ['zh-Hant', '2026年11月23日 ', '上午7:30'],
  ])('is cut before the hour in %s', (language, day, clock) => {
    const { text } = printTime(TIME, language, 'Europe/London');
    const cut = cutTime(text);

    expect(cut.day.replace(/\s/g, ' ')).toBe(day);
    expect(cut.clock.startsWith(clock)).toBe(true);
    expect(cut.day + cut.clock).toBe(text);
  });

  it.each(['ar', 'fr', 'hi', 'pt', 'ru', 'ko', 'zh'])('is the whole in %s', (language) => {
    const { text } = printTime(TIME, language, 'Asia/Kolkata');
    const { day, clock } = cutTime(text);

    expect(day + clock).toBe(text);
    expect(day).not.toBe('');
  });

  it.each(['lúc 22:13 GMT+0 14 tháng 11, 2023', '14 November 2023', ''])(
    'is not cut where there is no hour at its end: %s',
    (text) => {
      expect(cutTime(text)).toEqual({ day: '', clock: text });
    },
  );
});
