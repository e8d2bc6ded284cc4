import { describe, expect, it } from 'vitest';
import { ar } from '../../src/words/ar.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { es } from '../../src/words/es.ts';
import { fr } from '../../src/words/fr.ts';
import type { Phrases } from '../../src/words/phrases.ts';
import { hasWords, PHRASE_NAMES, wordsIn } from '../../src/words/words.ts';

const LANGUAGES: readonly (readonly [string, Phrases])[] = Object.entries({ ar, de, en, es, fr });

describe.each(LANGUAGES)('the phrases in %s', (language, phrases) => {
  it('are those of English, all of them and no others', () => {
    expect(withoutCounts(phrases).sort()).toEqual(withoutCounts(en).sort());
  });

  it('have the same places to fill in as in English', () => {
    const places = withoutCounts(en).map((name) => [name, placesIn(phrases[name] ?? '')]);

    expect(places).toEqual(withoutCounts(en).map((name) => [name, placesIn(en[name] ?? '')]));
  });

  it('have each form that the language has for numbers, and no others', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const forms = namesOf(phrases).filter((name) => COUNTED.test(name));

    expect([...forms].sort()).toEqual(pluralCategories.map((category) => `stories.${category}`).sort());
    expect(placesIn(phrases['stories.other'] ?? '')).toEqual(['count']);
  });

  it('all say something', () => {
    expect(Object.values(phrases).filter((phrase) => phrase.trim() === '')).toEqual([]);
  });
});

const COUNTED = /^stories\./;

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

describe('the names of phrases', () => {
  it('are each there once, with the plural forms of every language', () => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `stories.${form}`);

    expect(new Set(PHRASE_NAMES).size).toBe(PHRASE_NAMES.length);
    expect(PHRASE_NAMES).toEqual(expect.arrayContaining([...Object.keys(en), ...forms]));
  });
});

describe('a language', () => {
  it.each(['en', 'en-GB', 'ES', 'ar-EG', 'fr-CA'])('has words of its own: %s', (language) => {
    expect(hasWords(language)).toBe(true);
  });

  it.each(['sw', 'zh-Hans', 'tostring', 'valueof', ''])('has none: %s', (language) => {
    expect(hasWords(language)).toBe(false);
    expect(wordsIn(language, {})('home')).toBe('Home');
  });
});
