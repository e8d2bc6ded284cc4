import { type Spot, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { hasWords } from '../words/words.ts';
import type { Reader } from './reader.ts';

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
      'write the code of the language, with a hyphen before the country',
    );
    return setting.fallback;
  }
  const base = language.split('-')[0] ?? '';
  if (!hasWords(language) && !Object.hasOwn(setting.words, language) && !Object.hasOwn(setting.words, base)) {
    reader.note(
      'language-without-words',
      at,
      `Unexpected language ${quote(language)}, expected one that Broadsheet has phrases in`,
      `write the phrases under \`words: { ${base}: … }\` in site.yaml`,
    );
  }
  return language;
}

/** The canonical form of a language code, if it is one. */
export function canonical(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}
