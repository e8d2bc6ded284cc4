import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from '../../../src/formats/search/search-words.ts';
import { tries } from '../../tries.ts';

interface Near {
  readonly hasNear: (word: string) => boolean;
  readonly isNear: (one: string, word: string) => boolean;
}

// A script of browsers, which has no types.
const { hasNear, isNear } = (await import(String('../../../layouts/scripts/search/near.js'))) as Near;

/** Words of stories in several languages and scripts, one of them beyond the first 65,536 characters. */
const WORDS = [
  ...[
    'bridge',
    'ferry',
    'harbour',
    'flood',
    'council',
    'brücke',
    'überschwemmung',
    'élection',
    'inundación',
    'eleição',
  ],
  ...['паром', 'наводнение', 'γέφυρα', 'גשרים', 'الجسور', 'فيضان', 'नदियाँ', 'मतदान', 'ქართული', '한국어신문', '𐐨𐐩𐐪𐐫𐐬𐐭'],
].flatMap((word) => searchWords(word));

/** A word with each slip at each place. */
function slipsOf(word: string): readonly string[] {
  const letters = [...word];
  const slips = letters.flatMap((letter, at) => {
    const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
    const other = letter === letters[0] ? (letters.at(-1) ?? '') : (letters[0] ?? '');
    return [
      [...before, ...after],
      [...before, other, ...after],
      [...before, letter, other, ...after],
      [...before, ...after.slice(0, 1), letter, ...after.slice(1)],
    ].map((slip) => slip.join(''));
  });
  return [...new Set(slips)].filter((slip) => slip !== word && hasNear(slip));
}

describe('a word near to one of a search', () => {
  it.each(WORDS)('is %s, for whoever writes it with a slip', (word) => {
    const slips = slipsOf(word);

    expect(slips.length).toBeGreaterThan(6);
    expect(slips.filter((slip) => !isNear(word, slip))).toEqual([]);
  });

  it.each([
    ['bridge', 'brdieg'],
    ['ferry', 'farri'],
    ['carting', 'cart'],
    ['moon', 'noom'],
    ['flood', 'flo'],
    ['council', 'house'],
    ['', 'flood'],
  ])('is not %s for %s', (one, word) => {
    expect(isNear(one, word)).toBe(false);
  });

  it('may go on, where the word has six letters or more', () => {
    expect(isNear('bridges', 'brigde')).toBe(true);
    expect(isNear('ferrymen', 'fery')).toBe(false);
  });

  it.each(['sea', 'мир', '2026', 'h2so4', '橋橋橋橋', 'สะพาน', ''])('is none for %j', (word) => {
    expect(hasNear(word)).toBe(false);
  });

  it('is one whose letters differ by one slip at most, counted in another way', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const beginnings = other.length >= 6 ? [...one].map((_, end) => one.slice(0, end + 1)) : [one];
        expect(isNear(one, other)).toBe(
          ['', ...beginnings].slice(other.length >= 6 ? 0 : 1).some((part) => distance(part, other) <= 1),
        );
      }),
      { numRuns: tries(1_000) },
    );
  });
});

/** How many slips part two words: the restricted distance of Damerau and Levenshtein. */
function distance(one: string, other: string): number {
  const rows = [...one, ''].map(() => [...other, ''].map(() => 0));
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 0; row <= one.length; row += 1) {
    for (let column = 0; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const values = [
        row === 0 || column === 0 ? Math.max(row, column) : at(row - 1, column - 1) + (isSame ? 0 : 1),
        ...(row > 0 && column > 0 ? [at(row - 1, column) + 1, at(row, column - 1) + 1] : []),
        ...(row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
          ? [at(row - 2, column - 2) + 1]
          : []),
      ];
      (rows[row] as number[])[column] = Math.min(...values);
    }
  }
  return at(one.length, other.length);
}
