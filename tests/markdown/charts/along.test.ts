import { describe, expect, it } from 'vitest';
import { looksLikeDate, printWhole, readTimes } from '../../../src/markdown/charts/along.ts';
import { levelOf, timeLabels } from '../../../src/markdown/charts/labels.ts';

function read(...texts: readonly string[]): ReturnType<typeof readTimes> {
  return readTimes(texts.map((text, index) => ({ text, line: index + 2 })));
}

describe('a column of dates', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00.000Z', 'year'],
    ['2026-11', '2026-11-01T00:00:00.000Z', 'month'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z', 'day'],
    ['2026-11-23 07:30', '2026-11-23T07:30:00.000Z', 'time'],
    ['2026-11-23T7:30:15', '2026-11-23T07:30:00.000Z', 'time'],
  ])('may have %s', (text, iso, level) => {
    const times = read(text);

    expect(times).toMatchObject({ kind: 'times', level, values: [Date.parse(iso)] });
  });

  it('is as exact as the most exact of them', () => {
    expect(read('2025', '2026-03')).toMatchObject({ level: 'month' });
  });

  it.each([
    ['2026-02-30', 'a day and a time that there are'],
    ['2026-11-23 25:00', 'a day and a time that there are'],
    ['23.11.2026', 'a date'],
    ['11/23/2026', 'a date'],
    ['2026/11/23', 'a date'],
    ['soon', 'a date'],
  ])('is told of %s, with its line', (text, expected) => {
    const problem = expect.stringContaining('line 4');

    expect(read('2026-11-21', '2026-11-22', text)).toMatchObject({ kind: 'wrong', problem, expected });
  });

  it('is none where it has names, or numbers of four digits that are no years', () => {
    expect(read('Old Quay', 'Northside', '2026')).toEqual({ kind: 'others' });
    expect(read('1200', '2900', '3100')).toEqual({ kind: 'others' });
    expect(looksLikeDate('3100')).toBe(false);
  });
});

describe('the dates of an axis', () => {
  const at = (...texts: readonly string[]): readonly number[] => texts.map((text) => Date.parse(`${text}Z`));

  it.each([
    [['2024-01-01', '2025-01-01'], 'en', ['2024', '2025']],
    [['2024-07-01', '2025-01-01', '2025-07-01'], 'en', ['Jul 2024', 'Jan 2025', 'Jul']],
    [['2026-11-01', '2026-11-08'], 'en-GB', ['1 Nov', '8 Nov']],
    [['2026-11-01', '2026-11-08'], 'de', ['1. Nov.', '8. Nov.']],
    [['2026-11-23T06:00', '2026-11-23T12:00'], 'de', ['06:00', '12:00']],
    [['2026-11-23T06:00', '2026-11-24T12:00', '2026-11-24T18:00'], 'en-GB', ['23 Nov', '24 Nov', '18:00']],
  ])('are as short as tells them: %j in %s', (dates, language, labels) => {
    const times = at(...dates.map((date) => (date.includes('T') ? date : `${date}T00:00`)));

    expect(timeLabels(times, levelOf(times), language)).toEqual(labels);
  });

  it('are whole in a table', () => {
    expect(printWhole(Date.UTC(2026, 10, 1), 'month', 'es')).toBe('noviembre de 2026');
    expect(printWhole(Date.UTC(2026, 10, 1), 'day', 'en-GB')).toBe('1 November 2026');
  });
});
