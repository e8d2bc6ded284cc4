import { en } from './en.ts';
import type { CountedName, PluralForm } from './phrases.ts';
import { findPhrase, type OwnWords, tablesOf } from './words.ts';

/**
 * The forms of a phrase with a number in it, by the plural categories of the language (Unicode CLDR), for scripts that know
 * the number in the browser only.
 */
export function formsOf(name: CountedName, language: string, own: OwnWords): Readonly<Record<string, string>> {
  const tables = tablesOf(language, own);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const other = findPhrase(tables, `${name}.other`) ?? en[`${name}.other`] ?? '{count}';
  const forms = pluralCategories.map((category) => {
    const form: PluralForm = `${name}.${category}`;
    return [category, findPhrase(tables, form) ?? other] as const;
  });
  return Object.fromEntries([...forms].sort(([one], [another]) => (one < another ? -1 : 1)));
}
