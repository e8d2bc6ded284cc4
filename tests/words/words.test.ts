import { describe, expect, it } from 'vitest';
import { en } from '../../src/words/tables/en.ts';
import { es } from '../../src/words/tables/es.ts';
import { LANGUAGES, tableNameOf } from '../../src/words/languages.ts';
import type { Phrases } from '../../src/words/phrases.ts';
import { hasWords, PHRASE_NAMES, wordsIn } from '../../src/words/words.ts';

describe.each(Object.entries(LANGUAGES))('the phrases in %s', (language, phrases) => {
  it('are those of English, all of them and no others', () => {
    expect(withoutCounts(phrases).sort()).toEqual(withoutCounts(en).sort());
  });

  it('have the same places to fill in as in English', () => {
    const places = withoutCounts(en).map((name) => [name, placesIn(phrases[name] ?? '')]);

    expect(places).toEqual(withoutCounts(en).map((name) => [name, placesIn((en as Phrases)[name] ?? '')]));
  });

  it.each(['stories', 'newUpdates', 'readingTime'] as const)(
    'have each form that the language has for numbers, and no others: %s',
    (counted) => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const forms = namesOf(phrases).filter((name) => name.startsWith(`${counted}.`));

      expect([...forms].sort()).toEqual(pluralCategories.map((category) => `${counted}.${category}`).sort());
      expect(placesIn(phrases[`${counted}.other`] ?? '')).toEqual(['count']);
    },
  );

  it('all say something', () => {
    expect(Object.values(phrases).filter((phrase) => phrase.trim() === '')).toEqual([]);
  });
});

const COUNTED = /^(?:stories|newUpdates|readingTime)\./;

function namesOf(phrases: Phrases): readonly (keyof Phrases)[] {
  return Object.keys(phrases) as (keyof Phrases)[];
}

function withoutCounts(phrases: Phrases): (keyof Phrases)[] {
  return namesOf(phrases).filter((name) => !COUNTED.test(name));
}

function placesIn(phrase: string): readonly string[] {
  return [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe('a phrase', () => {
  it.each([
    ['en-GB', 'Updated {time}'],
    ['es-MX', 'Actualizado el {time}'],
    ['de-CH', 'Aktualisiert am {time}'],
    ['zh', '更新于{time}'],
    ['zh-Hans-HK', '更新于{time}'],
    ['zh-Hant', '更新於{time}'],
    ['zh-TW', '更新於{time}'],
    ['zh-HK-x-own', '更新於{time}'],
    ['sw', 'Updated {time}'],
  ])('in %s is that of its language, or else English', (language, phrase) => {
    expect(wordsIn(language, {})('updated')).toBe(phrase);
  });

  it.each([
    ['the exact language before its base', { 'es-MX': { home: 'Portada' }, es: { home: 'Inicio' } }, 'Portada'],
    ['the base of a more exact one', { es: { home: 'Portada' } }, 'Portada'],
    ['no other language', { fr: { home: 'Une' } }, es.home],
  ])('may be the newsroom’s own: %s', (_which, own, phrase) => {
    expect(wordsIn('es-MX', own)('home')).toBe(phrase);
  });

  it('is filled in as it is, whatever signs are in the value', () => {
    expect(wordsIn('en', {})('storiesBy', { name: '$& {name} $1' })).toBe('Stories by $& {name} $1');
  });

  it('keeps a place that has nothing to be filled with', () => {
    const words = wordsIn('en', { en: { storiesBy: '{who}: {name}' } });

    expect(words('storiesBy', { name: 'Ana' })).toBe('{who}: Ana');
  });
});

describe('the languages that Broadsheet has words in', () => {
  it('are those that it promises', () => {
    const promised = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh', 'zh-Hant'];

    expect(Object.keys(LANGUAGES)).toEqual(promised);
    expect(promised.map(tableNameOf)).toEqual(promised);
  });

  it('are each written in their own script', () => {
    const scripts = { ar: 'Arabic', hi: 'Devanagari', ja: 'Han', ru: 'Cyrillic', zh: 'Han', 'zh-Hant': 'Han' };
    for (const [language, script] of Object.entries(scripts)) {
      const phrases = Object.entries(LANGUAGES[language] ?? {}).filter(([name, phrase]) => isWorded(name, phrase));
      const foreign = phrases.filter(
        ([, phrase]) => !new RegExp(`[\\p{Script=${script}}\\p{Script=Katakana}]`, 'u').test(phrase),
      );

      expect(phrases.length).toBeGreaterThan(50);
      expect(foreign).toEqual([]);
    }
  });

  function isWorded(name: string, phrase: string): boolean {
    return /\p{L}/u.test(phrase.replace(/\{\w+\}/g, '')) && name !== 'table';
  }
});

describe('the names of phrases', () => {
  it('are each there once, with the plural forms of every language', () => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `stories.${form}`);

    expect(new Set(PHRASE_NAMES).size).toBe(PHRASE_NAMES.length);
    expect(PHRASE_NAMES).toEqual(expect.arrayContaining([...Object.keys(en), ...forms]));
  });
});

describe('a language', () => {
  it.each(['en', 'en-GB', 'ES', 'ar-EG', 'fr-CA', 'hi-IN', 'ja', 'pt-BR', 'ru', 'zh-Hans', 'zh-TW'])(
    'has words of its own: %s',
    (language) => {
      expect(hasWords(language)).toBe(true);
    },
  );

  it.each(['sw', 'yue', 'tostring', 'valueof', ''])('has none: %s', (language) => {
    expect(hasWords(language)).toBe(false);
    expect(wordsIn(language, {})('home')).toBe('Home');
  });
});
