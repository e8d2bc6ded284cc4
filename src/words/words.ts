import { en } from './tables/en.ts';
import type { PhraseName, PluralForm } from './phrases.ts';
import { LANGUAGES, tableNameOf } from './languages.ts';

/** Prints one phrase of a language; `values` fill its `{…}`. */
export type Words = (name: PhraseName, values?: Readonly<Record<string, string>>) => string;

/** The names of all phrases, with the plural forms of all languages, in the order of the tables. */
export const PHRASE_NAMES = [...new Set([en, ...Object.values(LANGUAGES)].flatMap(Object.keys))] as readonly (
  | PhraseName
  | PluralForm
)[];

/** Whether Broadsheet has phrases of its own for a language (BCP 47; `es-MX` has those of `es`). */
export function hasWords(language: string): boolean {
  return Object.hasOwn(LANGUAGES, tableNameOf(language));
}

/** The newsroom's own wording of phrases: language → phrase → text. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The phrases of a language: the newsroom's own wording before Broadsheet's, a more exact language (`es-MX`)
 * before its base (`es`), English where there is neither.
 */
export function wordsIn(language: string, own: OwnWords): Words {
  const ofOwn = known.get(own) ?? new Map<string, Words>();
  known.set(own, ofOwn);
  const words = ofOwn.get(language) ?? makeWords(language, own);
  ofOwn.set(language, words);
  return words;
}

/** By a newsroom's own wording, which is never changed, and by language: whatever is printed asks for them. */
const known = new WeakMap<OwnWords, Map<string, Words>>();

function makeWords(language: string, own: OwnWords): Words {
  const tables = tablesOf(language, own);
  return (name, values) => fillPhrase(findPhrase(tables, name) ?? en[name], values);
}

/** The tables in which the phrases of a language are looked up, in this order. */
export function tablesOf(language: string, own: OwnWords): readonly (Readonly<Record<string, string>> | undefined)[] {
  const base = tableNameOf(language);
  return [own[language], own[base], LANGUAGES[base]];
}

export function findPhrase(tables: ReturnType<typeof tablesOf>, name: string): string | undefined {
  return tables.find((table) => table?.[name] !== undefined)?.[name];
}

/** Puts values in the places of a phrase. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string>> | undefined): string {
  return values ? phrase.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all) : phrase;
}
