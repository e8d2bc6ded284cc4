import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, fingerprintOfBytes, quickFingerprint } from '../../src/plan/fingerprint.ts';

describe('a fingerprint', () => {
  it('is short, and fit for any file', () => {
    expect(fingerprintOf('a')).toMatch(/^[\w-]{16}$/);
  });

  it('is the same for the same parts, and another for others', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), fc.array(fc.string(), { minLength: 2 }), (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(fingerprintOf(...one)).toBe(fingerprintOf(...one));
        expect(fingerprintOf(...one) === fingerprintOf(...other)).toBe(isSame);
      }),
    );
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [
      ['a', ''],
      ['', 'a'],
    ],
    [['a'], ['a', '']],
    [['a","b'], ['a', 'b']],
  ])('tells where one part ends and the next begins: %j, %j', (one, other) => {
    expect(fingerprintOf(...one)).not.toBe(fingerprintOf(...other));
  });

  it('of bytes is that of the text that they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fingerprintOfBytes(Buffer.from(text))).toBe(fingerprintOf(text));
      }),
    );
  });
});

const aText = fc.string({ unit: 'binary' });

describe('a quick mark', () => {
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
