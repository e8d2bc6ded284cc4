import { expect, it } from 'vitest';
import { Suggestions } from '../../src/relate/suggestions.ts';

const NAMES = Array.from({ length: 1000 }, (_, number) => `/2026/11/story-${number}/`);

it('finds the same each time it is asked, and has names made once for it', () => {
  const suggestions = new Suggestions();
  let made = 0;
  const names = (): readonly string[] => {
    made += 1;
    return NAMES;
  };

  expect(suggestions.nearest('/2026/11/stroy-7/', 'url', names)).toBe('/2026/11/story-7/');
  expect(suggestions.nearest('/2026/11/stroy-7/', 'url', names)).toBe('/2026/11/story-7/');
  expect(suggestions.nearest('/nothing/like/it/at/all/', 'url', names)).toBeUndefined();
  expect(made).toBe(1);
});

it('finds nothing more once very many names were compared, but what it has found', () => {
  const suggestions = new Suggestions();
  // As many names, of which all but one are so short that they are compared in no time.
  const others = Array.from({ length: 999 }, () => '/a/');
  const nearest = (number: number): string | undefined =>
    suggestions.nearest(`/2026/11/stroy-${number}/`, `url ${number}`, () => [`/2026/11/story-${number}/`, ...others]);
  const found = Array.from({ length: 600 }, (_, number) => nearest(number));

  expect(found.slice(0, 500)).not.toContain(undefined);
  expect(found.slice(500).filter((name) => name !== undefined)).toEqual([]);
  expect(nearest(0)).toBe('/2026/11/story-0/');
});
