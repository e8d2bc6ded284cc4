import { expect, test } from 'vitest';
import { withNeeded } from './scenario.ts';

test('a cold build comes first in any case', () => {
  expect(withNeeded(['settings', 'unchanged'])).toEqual(['cold', 'unchanged', 'settings']);
});

test('a story is published before it is edited', () => {
  expect(withNeeded(['today'])).toEqual(['cold', 'published', 'today']);
});
