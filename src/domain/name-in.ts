import type { Contributor } from './contributor.ts';
import { writtenLanguage } from './written-language.ts';

/** What a contributor is called in a language (BCP 47), or in that language as it is written in another country. */
export function nameIn(language: string, { name, names }: Pick<Contributor, 'name' | 'names'>): string {
  if (names.length === 0) return name;
  const exact = names.find((one) => one.language === language);
  const written = writtenLanguage(language);
  return (exact ?? names.find((one) => writtenLanguage(one.language) === written))?.name ?? name;
}
