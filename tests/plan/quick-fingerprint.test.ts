import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickFingerprint } from '../../src/plan/fingerprint.ts';

const aText = fc.string({ unit: 'binary' });

describe('a quick fingerprint', () => {
  it('is the same for the same text, and another for another', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        expect(quickFingerprint([one]) === quickFingerprint([other])).toBe(one === other);
      }),
    );
  });

  it('is another where texts are parted in another place', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        expect(quickFingerprint([one, other])).not.toBe(quickFingerprint([one + other]));
        expect(quickFingerprint([one, other]) === quickFingerprint([one + other, ''])).toBe(other === '');
      }),
    );
  });

  it('tells apart texts that differ in one character', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `1 abcdefgh${index.toString(36)} ABCDEFGH`);

    expect(new Set(texts.map((text) => quickFingerprint([text]))).size).toBe(texts.length);
  });

  it('is short', () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => quickFingerprint(texts).length <= 14));
  });
});
