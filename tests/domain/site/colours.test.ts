import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, LEAST_CONTRASTS, PAPERS, readableOn } from '../../../src/domain/site/colours.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('of %s and %s is %d', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });
});

describe('a colour that can be read', () => {
  it.each(['light', 'dark'] as const)('is made of any on %s paper, and stays as it is once it can be', (paper) => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const readable = readableOn(paper, colour);
        expect(contrastOf(readable, PAPERS[paper])).toBeGreaterThanOrEqual(LEAST_CONTRASTS[paper]);
        expect(readableOn(paper, readable)).toBe(readable);
        if (contrastOf(colour, PAPERS[paper]) >= LEAST_CONTRASTS[paper]) expect(readable).toBe(colour);
      }),
    );
  });

  it('is measured on the worst of the papers that the stylesheets have', () => {
    const css = ['tokens', 'story'].map((name) => readFileSync(`layouts/styles/${name}.css`, 'utf8')).join('');
    const papers = [...css.matchAll(/--(?:paper|tint): (#[\da-f]{6})/g)].map(([, colour = '']) => colour);
    const isLight = (colour: string): boolean => contrastOf(colour, '#000000') > contrastOf(colour, '#ffffff');
    const worst = (all: readonly string[], text: string): string | undefined =>
      [...all].sort((one, other) => contrastOf(one, text) - contrastOf(other, text))[0];

    expect(papers.length).toBeGreaterThanOrEqual(6);
    expect(worst(papers.filter(isLight), '#000000')).toBe(PAPERS.light);
    expect(
      worst(
        papers.filter((colour) => !isLight(colour)),
        '#ffffff',
      ),
    ).toBe(PAPERS.dark);
  });
});
