import type { LocalName } from '../domain/contributor.ts';
import { keyAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { ContributorValues } from './contributor-schema.ts';
import { canonical } from './language.ts';
import type { Reader } from './reader.ts';

/** Reads what a contributor is called in other languages: one name in each. */
export function readLocalNames(values: ContributorValues['names'] | undefined, reader: Reader): readonly LocalName[] {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(values ?? {})) {
    const language = canonical(key);
    const name = reader.filled(value, 'names', key)?.replace(/\s+/g, ' ');
    if (language === undefined) {
      const message = `Unexpected language ${quote(key)}, expected a code like \`ar\` or \`zh-Hant\``;
      reader.note('language-invalid', keyAt('names', key), message, 'write the code of the language');
    } else if (name !== undefined) {
      names.set(language, name);
    }
  }
  return [...names].map(([language, name]) => ({ language, name }));
}
