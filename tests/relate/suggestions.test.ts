import { expect, it } from 'vitest';
import { Suggestions } from '../../src/relate/suggestions.ts';

const NAMES = Array.from({ length: 1000 }, (_, number) => `/2026/11/story-${number}/`);

it('finds the same each time it is asked, and compares names once for it', () => {
  const suggestions = new Suggestions();
  let made = 0;
  const names = (): readonly string[] => {
    made += 1;
    return NAMES;
  };

  expect(suggestions.nearest('/2026/11/stroy-7/', 'url', names)).toBe('/2026/11/story-7/');
  expect(suggestions.nearest('/2026/11/stroy-7/', 'url', names)).toBe('/2026/11/story-7/');
  expect(suggestions.nearest('/nothing/like/it/at/all/', 'url', names)).toBeUndefined();
  expect(made).toBe(2);
});

it('finds nothing more once very many names were compared, but what it has found', () => {
  const suggestions = new Suggestions();
  const found = Array.from({ length: 600 }, (_, number) =>
    suggestions.nearest(`/2026/11/stroy-${number}/`, 'url', () => NAMES),
  );

  expect(found.slice(0, 500)).not.toContain(undefined);
  expect(found.slice(500).filter((name) => name !== undefined)).toEqual([]);
  expect(suggestions.nearest('/2026/11/stroy-0/', 'url', () => NAMES)).toBe('/2026/11/story-0/');
});
