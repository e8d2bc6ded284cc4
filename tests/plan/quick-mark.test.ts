import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickMark } from '../../src/plan/fingerprint.ts';

const aText = fc.string({ unit: 'binary' });

describe('a quick mark', () => {
  it('is the same for the same text, and another for another', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        expect(quickMark([one]) === quickMark([other])).toBe(one === other);
      }),
    );
  });

  it('is another where texts are parted in another place', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        expect(quickMark([one, other])).not.toBe(quickMark([one + other]));
        expect(quickMark([one, other]) === quickMark([one + other, ''])).toBe(other === '');
      }),
    );
  });

  it('tells apart texts that differ in one character', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `1 abcdefgh${index.toString(36)} ABCDEFGH`);

    expect(new Set(texts.map((text) => quickMark([text]))).size).toBe(texts.length);
  });

  it('is short', () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => quickMark(texts).length <= 14));
  });
});
