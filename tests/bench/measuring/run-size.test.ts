import { expect, test } from 'vitest';
import { compareElements } from './run-size.ts';

test('pages with the same elements do not differ, whatever their texts, order and other attributes', () => {
  expect(
    compareElements('<p class="dek" dir="auto">One</p><h1>Two</h1>', '<h1>Two</h1>\n<p class="dek">1</p>'),
  ).toEqual([]);
});

test('says what there is more of and what there is less of', () => {
  expect(compareElements('<p class="a b">x</p><p>y</p>', '<p>x</p><p>y</p><meta charset="utf-8"/>')).toEqual([
    '+1 p.a.b',
    '−1 meta',
    '−1 p',
  ]);
});
