import { describe, expect, it } from 'vitest';
import { fitsALine, fitsAt } from '../../src/markdown/look-for.ts';

describe('a pattern that begins with a sign', () => {
  it.each([
    ['[x]', true],
    ['a [b] and [ ]', true],
    ['[[x]', true],
    ['[b] [', false],
    ['x]', false],
    ['', false],
  ])('fits or not: %j', (text, fits) => {
    expect(fitsAt(text, '[', /\[[ x]\]/y)).toBe(fits);
  });

  it('sees what stands before the sign', () => {
    expect(fitsAt('a^1', '^', /(?<= )\^\d/y)).toBe(false);
    expect(fitsAt('a^1 ^1', '^', /(?<= )\^\d/y)).toBe(true);
  });
});

describe('a pattern of how a line begins', () => {
  it.each([
    ['h2. One', true],
    ['One\n\nh2. Two', true],
    ['One h2. Two', false],
    ['One\n', false],
    ['', false],
  ])('fits or not: %j', (text, fits) => {
    expect(fitsALine(text, /h[1-6]\. /y)).toBe(fits);
  });

  it('asks the same of the next text', () => {
    const pattern = /h[1-6]\. /y;
    expect([fitsALine('h2. One', pattern), fitsALine('h2. One', pattern)]).toEqual([true, true]);
  });
});
