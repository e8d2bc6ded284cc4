import { expect, it } from 'vitest';
import { meantDate } from '../../src/time/meant-date.ts';

it.each([
  ['21 December 2026', '2026-12-21'],
  ['21st December, 2026', '2026-12-21'],
  ['Monday, 21 Dec 2026', '2026-12-21'],
  ['December 21, 2026', '2026-12-21'],
  ['Mon Dec 21st 2026', '2026-12-21'],
  ['21. Dezember 2026', '2026-12-21'],
  ['21 décembre 2026', '2026-12-21'],
  ['21 de diciembre de 2026', '2026-12-21'],
  ['2026/12/21', '2026-12-21'],
  ['2026.3.4', '2026-03-04'],
  ['21/12/2026', '2026-12-21'],
  ['12/21/2026', '2026-12-21'],
  ['3.4.2026', '2026-04-03'],
  ['4/4/2026', '2026-04-04'],
  ['2026-12-21 6am', '2026-12-21 06:00'],
  ['2026-12-21 6.30', '2026-12-21 06:30'],
  ['2026-12-21 12:05 am', '2026-12-21 00:05'],
  ['21 December 2026, 6:30 pm', '2026-12-21 18:30'],
  ['21 December 2026 at 6 p.m.', '2026-12-21 18:00'],
  ['21. Dezember 2026 um 18 Uhr', '2026-12-21 18:00'],
  ['21 décembre 2026 à 18h30', '2026-12-21 18:30'],
])('reads a date that was written in another way: %s', (written, meant) => {
  expect(meantDate(written)).toBe(meant);
});

it.each([
  '3/4/2026',
  '31 February 2026',
  '2026-13-21 6am',
  'tomorrow',
  'Monday',
  'December 2026',
  '21.12.',
  '',
  '6am',
  '2026',
  'x'.repeat(10_000),
])('guesses nothing: %s', (written) => {
  expect(meantDate(written)).toBeUndefined();
});
