import { describe, expect, it } from 'vitest';
import { slipsBetween } from '../../src/diagnostics/slips.ts';
import { nearest } from '../../src/diagnostics/wording.ts';

describe('slips between two texts', () => {
  it.each([
    ['title', 'title', 0],
    ['titel', 'title', 1],
    ['sprot', 'sport', 1],
    ['hedline', 'headline', 1],
    ['headlinne', 'headline', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['ab', 'ba', 1],
    ['abcd', 'badc', 2],
    ['news', 'sport', 5],
  ])('are counted: %s, %s', (one, other, count) => {
    expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([count, count]);
  });

  it.each([
    ['sprot', ['news', 'sport'], 'sport'],
    ['titel', ['title', 'url'], 'title'],
    ['xyz', ['news', 'sport'], undefined],
  ])('find what was meant: %s', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });
});
