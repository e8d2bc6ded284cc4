import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickMark } from '../../src/plan/quick-mark.ts';

describe('a quick mark', () => {
  it('is the same for the same text, and another for another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(quickMark(one) === quickMark(other)).toBe(one === other);
      }),
    );
  });

  it('tells apart texts that differ in one character', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `1 abcdefgh${index.toString(36)} ABCDEFGH`);

    expect(new Set(texts.map(quickMark)).size).toBe(texts.length);
  });

  it('is short', () => {
    fc.assert(fc.property(fc.string(), (text) => quickMark(text).length <= 14));
  });
});
