import { describe, expect, it } from 'vitest';
import { ar } from '../../src/words/ar.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { es } from '../../src/words/es.ts';
import { fr } from '../../src/words/fr.ts';
import type { Phrases } from '../../src/words/phrases.ts';
import { hasWords, PHRASE_NAMES, wordsIn } from '../../src/words/words.ts';

const LANGUAGES: readonly (readonly [string, Phrases])[] = Object.entries({ ar, de, en, es, fr });

describe.each(LANGUAGES)('the phrases in %s', (_language, phrases) => {
  it('are those of English, all of them and no others', () => {
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(en).sort());
  });

  it('have the same places to fill in as in English', () => {
    const places = PHRASE_NAMES.map((name) => [name, placesIn(phrases[name])]);

    expect(places).toEqual(PHRASE_NAMES.map((name) => [name, placesIn(en[name])]));
  });

  it('all say something', () => {
    expect(Object.values(phrases).filter((phrase) => phrase.trim() === '')).toEqual([]);
  });
});

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

describe('a language', () => {
  it.each(['en', 'en-GB', 'ES', 'ar-EG', 'fr-CA'])('has words of its own: %s', (language) => {
    expect(hasWords(language)).toBe(true);
  });

  it.each(['sw', 'zh-Hans', 'tostring', 'valueof', ''])('has none: %s', (language) => {
    expect(hasWords(language)).toBe(false);
    expect(wordsIn(language, {})('home')).toBe('Home');
  });
});
