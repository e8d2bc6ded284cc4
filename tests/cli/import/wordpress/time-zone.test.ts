import { describe, expect, it } from 'vitest';
import { SiteClocks } from '../../../../src/cli/import/sources/wordpress/facts/time-zone.ts';
import { clocksOf, datesOf } from '../../../../src/cli/import/sources/wordpress/facts/dates.ts';
import type { WxrItem } from '../../../../src/cli/import/sources/wordpress/wxr/records.ts';

describe('the time zone of a site', () => {
  it.each([
    ['Europe/Berlin', 'de-DE', 'Europe/Berlin'],
    ['Europe/Berlin', 'en-US', 'Europe/Berlin'],
    ['Europe/London', 'en-GB', 'Europe/London'],
    ['Europe/Lisbon', 'pt-PT', 'Europe/Lisbon'],
    ['Europe/Vienna', 'de_AT', 'Europe/Vienna'],
    ['America/New_York', 'en-US', 'America/New_York'],
    ['America/Los_Angeles', 'es-US', 'America/Los_Angeles'],
    ['America/Los_Angeles', 'es-MX', 'America/Tijuana'],
    ['America/Sao_Paulo', 'pt-BR', 'America/Sao_Paulo'],
    ['Asia/Tokyo', 'ja', 'Asia/Tokyo'],
    ['Asia/Tehran', 'fa-IR', 'Asia/Tehran'],
    ['Africa/Cairo', 'ar', 'Africa/Cairo'],
    ['Australia/Sydney', undefined, 'Australia/Sydney'],
    ['UTC', 'en-US', 'UTC'],
    ['Europe/Berlin', 'no language', 'Europe/Berlin'],
  ])('is read from the clocks of %s in %s', (zone, language, expected) => {
    expect(clocksIn(zone, 3000).timeZone(language)).toBe(expected);
  });

  it('is the same though a clock was wrong for a while', () => {
    const clocks = clocksIn('Europe/Berlin', 2000);
    for (let day = 0; day < 20; day += 1)
      clocks.add({ instant: Date.parse('2009-03-01T10:00:00Z') + day * 86_400_000, offset: 0 });

    expect(clocks.timeZone('de')).toBe('Europe/Berlin');
  });

  it('is none where nothing speaks for one', () => {
    expect(new SiteClocks().timeZone('de')).toBeUndefined();
    // Ahead by an hour in summer and winter, as no zone of Germany is.
    expect(clocksIn('Africa/Lagos', 2000).timeZone('de')).toBe('Africa/Lagos');
    const odd = new SiteClocks();
    for (let day = 0; day < 900; day += 1)
      odd.add({ instant: Date.parse('2019-01-01T10:00:00Z') + day * 86_400_000, offset: 17 });
    expect(odd.timeZone('de')).toBeUndefined();
  });

  it('is that of the language where only a winter is known, and none without', () => {
    const winter = clocksIn('Europe/Berlin', 30);

    expect(winter.timeZone('sv-SE')).toBe('Europe/Stockholm');
    expect(winter.timeZone('en-US')).toBeUndefined();
  });
});

describe('dates of an item', () => {
  it.each([
    [{ 'wp:post_date_gmt': '2019-03-01 06:30:05', 'wp:post_date': '2019-03-01 07:30:05' }, '2019-03-01T06:30:05Z'],
    [{ 'wp:post_date_gmt': '0000-00-00 00:00:00', 'wp:post_date': '2019-03-01 07:30:05' }, '2019-03-01 07:30'],
    [
      { 'wp:post_date_gmt': '', 'wp:post_date': '', pubdate: 'Fri, 01 Mar 2019 06:30:00 +0000' },
      '2019-03-01T06:30:00Z',
    ],
    [
      {
        'wp:post_date_gmt': '0000-00-00 00:00:00',
        'wp:post_date': '0000-00-00 00:00:00',
        pubdate: 'Mon, 30 Nov -0001 00:00:00 +0000',
      },
      undefined,
    ],
    [{ 'wp:post_date_gmt': '2019-02-30 06:30:05' }, undefined],
    [{ 'wp:post_date_gmt': '2019-03-01 25:00:00' }, undefined],
    [{ 'wp:post_date_gmt': '1903-03-01 06:30:05' }, '1903-03-01T06:30:05Z'],
    [{ 'wp:post_date_gmt': 'yesterday', pubdate: 'a day in 2019 or so' }, undefined],
  ])('%j is %s', (fields, expected) => {
    expect(datesOf(anItem(fields)).date).toBe(expected);
  });

  it.each([
    ['2019-03-02 06:30:05', '2019-03-02T06:30:05Z'],
    ['2019-03-01 06:30:05', undefined],
    ['2018-03-01 06:30:05', undefined],
    ['0000-00-00 00:00:00', undefined],
  ])('was changed: %s', (modified, expected) => {
    const fields = { 'wp:post_date_gmt': '2019-03-01 06:30:05', 'wp:post_modified_gmt': modified };

    expect(datesOf(anItem(fields)).updated).toBe(expected);
  });

  it('say how far the clock of the site is ahead, if that is a clock', () => {
    const both = (local: string) =>
      clocksOf(anItem({ 'wp:post_date_gmt': '2019-03-01 06:30:05', 'wp:post_date': local }));

    expect(both('2019-03-01 12:00:05')).toEqual({ instant: Date.parse('2019-03-01T06:30:05Z'), offset: 330 });
    expect(both('2019-04-01 12:00:05')).toBeUndefined();
    expect(both('0000-00-00 00:00:00')).toBeUndefined();
  });
});

/** A story every 40 hours from 2012 on. */
function clocksIn(zone: string, count: number): SiteClocks {
  const clocks = new SiteClocks();
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  for (let number = 0; number < count; number += 1) {
    const instant = Date.parse('2012-01-01T10:00:00Z') + number * 40 * 3_600_000;
    clocks.add({ instant, offset: (Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant) / 60_000 });
  }
  return clocks;
}

function anItem(fields: Readonly<Record<string, string>>): WxrItem {
  return {
    fields: new Map(Object.entries(fields)),
    terms: [],
    meta: new Map(),
    wordyFields: new Map(),
    comments: 0,
    isWhole: true,
  };
}
