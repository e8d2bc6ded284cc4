import { describe, expect, it } from 'vitest';
import { printDate } from '../../src/time/print-date.ts';

describe('a date of the archive', () => {
  it.each([
    ['2026', 'year', 'en', '2026'],
    ['2026-11', 'month', 'es', 'noviembre'],
    ['2026-11', 'month-of-year', 'es', 'noviembre de 2026'],
    ['2026-11-23', 'day', 'en-GB', 'Monday 23 November'],
    ['2026-11-23', 'day-of-year', 'de', 'Montag, 23. November 2026'],
    ['0987-02-03', 'day-of-year', 'en-US', 'Saturday, February 3, 987'],
  ] as const)('is printed by its language: %s, %s in %s', (date, parts, language, text) => {
    expect(printDate(date, parts, language)).toBe(text);
  });

  it.each([
    ['ar-SA', 'نوفمبر ٢٠٢٦'],
    ['fa', 'نوامبر ۲۰۲۶'],
    ['th', 'พฤศจิกายน 2026'],
  ])('is of the calendar of its address where another is usual: %s', (language, text) => {
    expect(printDate('2026-11', 'month-of-year', language)).toContain(text.split(' ')[0]);
    expect(printDate('2026-11', 'month-of-year', language)).toContain(text.split(' ')[1]);
  });
});
