import { keyAt, type Spot, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import { hasWords } from '../words/words.ts';
import { canonical, languageHint } from './language-tags.ts';
import { keysOf, type Reader } from './reader.ts';
import type { TranslationName } from '../domain/story/article.ts';

/** What a language may be measured by. */
interface LanguageSetting {
  readonly fallback: string;
  /** The newsroom's own phrases, by language. */
  readonly words: Readonly<Record<string, unknown>>;
  /** Where it stands: at `language`, unless it says otherwise. */
  readonly at?: Spot;
}

/** Reads a `language` (BCP 47) into its canonical form. */
export function readLanguage(value: string | undefined, setting: LanguageSetting, reader: Reader): string {
  if (value === undefined) return setting.fallback;
  const at = setting.at ?? valueAt('language');
  const language = canonical(value.trim());
  if (language === undefined) {
    reader.note(
      'language-invalid',
      at,
      `Unexpected language ${quote(value)}, expected a code like \`en-GB\`, \`es\` or \`ar\``,
      languageHint(value),
    );
    return setting.fallback;
  }
  const base = language.split('-')[0] ?? '';
  if (!hasWords(language) && !Object.hasOwn(setting.words, language) && !Object.hasOwn(setting.words, base)) {
    reader.note(
      'language-without-words',
      at,
      `Unexpected language ${quote(language)}, expected one that Broadsheet has phrases in`,
      `the page says “Published” and the like in English until they stand under \`words: { ${base}: … }\` in site.yaml`,
    );
  }
  return language;
}

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
      reader.note('language-invalid', keyAt('translations', key), message, languageHint(key));
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
