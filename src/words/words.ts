import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { PhraseName, Phrases } from './phrases.ts';

/** Prints one phrase of a language; `values` fill its `{…}`. */
export type Words = (name: PhraseName, values?: Readonly<Record<string, string>>) => string;

const LANGUAGES: Readonly<Record<string, Phrases>> = { ar, de, en, es, fr };

/** Every phrase's name, in the order of the tables. */
export const PHRASE_NAMES = Object.keys(en) as readonly PhraseName[];

/** Whether Broadsheet has phrases of its own for a language (BCP 47; `es-MX` has those of `es`). */
export function hasWords(language: string): boolean {
  return Object.hasOwn(LANGUAGES, baseOf(language));
}

/**
 * The phrases of a language: the newsroom's own wording before Broadsheet's, a more exact language (`es-MX`)
 * before its base (`es`), English where there is neither.
 */
export function wordsIn(language: string, own: Readonly<Record<string, Readonly<Record<string, string>>>>): Words {
  const base = baseOf(language);
  const phrases = LANGUAGES[base] ?? en;
  return (name, values) => {
    const phrase = own[language]?.[name] ?? own[base]?.[name] ?? phrases[name];
    return values ? phrase.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all) : phrase;
  };
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
