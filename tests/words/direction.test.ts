import { expect, it } from 'vitest';
import { directionOf } from '../../src/words/language-names.ts';

it.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['ckb', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['az-Arab', 'rtl'],
  ['en', 'ltr'],
  ['pa', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['he-Latn', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['tlh', 'ltr'],
])('writes %s from %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
