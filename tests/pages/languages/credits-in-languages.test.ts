import { describe, expect, it } from 'vitest';
import { printCreditSentences } from '../../../src/pages/story/credits.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { aSite } from '../../newsroom/site.ts';

function printed(language: string, reporters: readonly (readonly [name: string, place: string])[]): string {
  const credits = reporters.map(([name, place]) => ({ role: 'reported-from' as const, name, place, url: undefined }));
  const sentences = printCreditSentences(credits, wordsIn(language, {}), { site: aSite(), language });
  return sentences.map((parts) => parts.map(({ text }) => text).join('')).join(' ');
}

describe('who reported from where', () => {
  it.each([
    ['hi', 'रिपोर्ट: दिल्ली से A और मुंबई से B।', ['दिल्ली', 'मुंबई']],
    ['ja', '取材：A（東京）、B（大阪）', ['東京', '大阪']],
    ['zh', '报道：A（北京）、B（上海）', ['北京', '上海']],
    ['ru', 'Репортаж: A (Москва), B (Казань).', ['Москва', 'Казань']],
    ['pt', 'Reportagem de A em Lisboa, e B em Porto.', ['Lisboa', 'Porto']],
  ])('is a sentence of its language: %s', (language, sentence, [one = '', two = '']) => {
    expect(
      printed(language, [
        ['A', one],
        ['B', two],
      ]),
    ).toBe(sentence);
  });

  it.each(Object.keys(LANGUAGES))('names everybody and every place, and leaves nothing to fill in: %s', (language) => {
    for (const places of [['P1'], ['P1', 'P2'], ['P1', 'P2', 'P3']]) {
      const text = printed(
        language,
        places.map((place, index) => [`N${index + 1}`, place]),
      );
      const named = [...text.matchAll(/[NP]\d/g)].map(([name]) => name).sort();

      expect(named).toEqual([...places.map((_, index) => `N${index + 1}`), ...places].sort());
      expect(text).not.toMatch(/[{}]/);
    }
  });
});
