import { expect, it } from 'vitest';
import { levelDate } from '../../src/time/level-date.ts';

it.each([
  ['es', '23 de noviembre de 2026, 7:05 GMT', '23 de noviembre de 2026 a las 7:05 GMT'],
  ['es-MX', '23 de noviembre de 2026, 7:05 a.m. GMT', '23 de noviembre de 2026 a las 7:05 a.m. GMT'],
  ['es-AR', '3 de julio de 2026, 4:05 p.\u00a0m. ART', '3 de julio de 2026 a las 4:05 p.\u00a0m. ART'],
  ['zh-TW', '2026年1月1日 星期四', '2026年1月1日星期四'],
  ['hi', 'शनिवार, 10 अक्तूबर 2026', 'शनिवार, 10 अक्टूबर 2026'],
])('prints in %s what an older Node prints, “%s”, as a newer one does', (language, older, newer) => {
  expect(levelDate(older, language)).toBe(newer);
  expect(levelDate(newer, language)).toBe(newer);
});

it.each([
  ['es', 'lunes, 23 de noviembre de 2026'],
  ['en', 'Monday, 23 November 2026, 7:05'],
  ['ja', '2026年11月23日 月曜日'],
  ['constructor', '23, 7'],
])('leaves alone in %s what all print alike: %s', (language, text) => {
  expect(levelDate(text, language)).toBe(text);
});
