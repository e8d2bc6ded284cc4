import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OwnWords, WORDS_PATH } from '../../../src/newsroom/copy-desk/spelling/own-words.ts';
import { readHouseStyle } from '../../../src/newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../../../src/newsroom/copy-desk/house-style/style-schema.ts';
import { anyText } from '../any-text.ts';
import { proofReadOf, remarksOn, unknownIn } from './remarks.ts';
import { IS_NIGHT } from '../../at-night.ts';
import { tries } from '../../tries.ts';

const STYLE =
  'words: [{ use: adviser, not: [advisor, "a * b", "x*"] }]\nunits: [{ unit: km, not: kms }]\ntitles: [{ title: Dr, not: Doctor }]\nreadingEase: 50\n';

/** What is told of a text has bounds that a fifth of it is far beyond, too. */
const many = (count: number): number => (IS_NIGHT ? count : count / 5);

describe('a hostile text', () => {
  it.each([
    ['a word of a million letters', 'a'.repeat(many(1_000_000))],
    ['a million signs', '“'.repeat(many(1_000_000))],
    [
      'a hundred thousand different words that nobody knows',
      Array.from(
        { length: many(100_000) },
        (_, index) => `xq${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`,
      ).join(' '),
    ],
    ['one unknown word a hundred thousand times', 'xqzz '.repeat(many(100_000))],
    ['a hundred thousand times the same', 'the '.repeat(many(100_000))],
    ['hyphens', 'a-'.repeat(many(200_000))],
    ['apostrophes', "a'".repeat(many(200_000))],
    ['points', 'a.'.repeat(many(200_000))],
    ['at signs', 'a@'.repeat(many(200_000))],
    ['numbers', '1,1 '.repeat(many(100_000))],
    ['tags', '<i lang=fr>'.repeat(many(20_000))],
    ['names', 'Dr Ann Lee Bo '.repeat(many(50_000))],
    ['marks of emphasis', '*a '.repeat(many(50_000))],
    ['wild phrases', 'a b a b x '.repeat(many(50_000))],
    ['joined letters', 'e\u0301'.repeat(many(300_000))],
  ])('is read and told of in bounds: %s', async (_what, body) => {
    const { findings, unknown } = await proofReadOf(`${body}\n`, { style: STYLE, keys: { headline: '12 the the' } });

    expect(findings.length).toBeLessThanOrEqual(220);
    expect(unknown.length).toBeLessThanOrEqual(1000);
    expect(Math.max(0, ...unknown.map(({ places }) => places.length))).toBeLessThanOrEqual(20);
  });

  it('of any kind is read, and what is found in it stands where it is said to stand', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), async (body) => {
        const { unknown } = await proofReadOf(body, { style: STYLE });
        const words = unknown.flatMap(({ word, places }) => places.map(() => word));
        const written = await unknownIn(body, { style: STYLE });

        // Emphasis may begin within a word; its first letter is where it is said to be.
        expect(written.map((text) => text[0])).toEqual(words.map((word) => word[0]));
        expect(() => remarksOn(body, { style: STYLE })).not.toThrow();
      }),
      { numRuns: tries(60) },
    );
  });

  it('in words and signs alone points at each word whole', async () => {
    const word = fc.constantFrom(
      'brdige',
      'teh',
      'goverment',
      'bridge',
      '“the”',
      '*the*',
      '`x`',
      '\n',
      '\n\n',
      '\\*',
      '&amp;',
      '[a](b)',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 40 }), async (words) => {
        const written = await unknownIn(`${words.join(' ')}\n`);

        expect([...written].sort()).toEqual(
          words
            .filter((one) => ['brdige', 'teh', 'goverment'].includes(one))
            .slice(0)
            .sort()
            .filter(cappedAt(20)),
        );
      }),
      { numRuns: tries(60) },
    );
  });
});

/** Keeps the first so many of each. */
function cappedAt(most: number): (word: string) => boolean {
  const counts = new Map<string, number>();
  return (word) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    return (counts.get(word) ?? 0) <= most;
  };
}

describe('a hostile list', () => {
  it('of words with a hundred thousand lines is read', () => {
    const words = new OwnWords();
    words.addList({
      path: WORDS_PATH,
      text: `${'word*\n'.repeat(50_000)}${'*\n'.repeat(50_000)}__proto__\nconstructor\n`,
    });

    expect(words.findings).toHaveLength(20);
    expect(words.has('wordy'.repeat(1000))).toBe(true);
  });

  it('of house style with keys that objects have by birth changes no object', () => {
    const text =
      '__proto__: { polluted: true }\nconstructor: 1\nwords: [{ __proto__: { use: a }, not: toString, use: constructor }]\n';
    const { value, findings } = readHouseStyle({ path: STYLE_PATH, text });

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
    expect(value.words.length).toBeLessThanOrEqual(1);
  });

  it('of phrases with stars in each other finds its way in time', () => {
    const phrases = Array.from(
      { length: 2000 },
      (_, index) => `{ never: "a${'a'.repeat(index % 50)}* * a* * a* * b" }`,
    );
    const style = `words: [${phrases.join(', ')}]\n`;

    expect(remarksOn(`${'aaaaaa '.repeat(20_000)}\n`, { style }).filter(([code]) => code === 'style-word')).toEqual([]);
  });
});
