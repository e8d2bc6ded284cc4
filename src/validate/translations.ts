import type { TranslationName } from '../domain/article.ts';
import { keyAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { keysOf } from './keys-of.ts';
import { canonical } from './language.ts';
import type { Reader } from './reader.ts';

/** Reads `translations` of a story: by language, the slug or the file of the same story in it. */
export function readTranslations(
  values: Readonly<Record<string, string>> | undefined,
  given: unknown,
  reader: Reader,
): readonly TranslationName[] {
  if (values === undefined) return [];
  const seen = new Set<string>();
  return keysOf(given, 'translations').flatMap((key) => {
    const language = canonical(key);
    if (language === undefined) {
      const message = `Unexpected language ${quote(key)}, expected a code like \`en-GB\`, \`es\` or \`ar\``;
      reader.note('language-invalid', keyAt('translations', key), message, 'write the code of the language');
      return [];
    }
    if (seen.has(language)) {
      const message = `Unexpected second ${quote(language)}, expected one story in each language`;
      reader.note('translation-duplicate', keyAt('translations', key), message, 'remove one of the two');
      return [];
    }
    seen.add(language);
    const target = reader.filled(values[key], 'translations', key);
    return target === undefined ? [] : [{ language, key, target }];
  });
}
