import { ar } from './tables/ar.ts';
import { de } from './tables/de.ts';
import { en } from './tables/en.ts';
import { es } from './tables/es.ts';
import { fr } from './tables/fr.ts';
import { hi } from './tables/hi.ts';
import { ja } from './tables/ja.ts';
import type { Phrases } from './phrases.ts';
import { pt } from './tables/pt.ts';
import { ru } from './tables/ru.ts';
import { zh } from './tables/zh.ts';
import { zhHant } from './tables/zh-hant.ts';

/** The phrases of each language that Broadsheet has words in, by the name of its table, see {@link tableNameOf}. */
export const LANGUAGES: Readonly<Record<string, Phrases>> = {
  ar,
  de,
  en,
  es,
  fr,
  hi,
  ja,
  pt,
  ru,
  zh,
  'zh-Hant': zhHant,
};

/**
 * The name of the table in which a language (BCP 47) would have its phrases: its first part, `es` for `es-MX`. Chinese
 * in traditional characters has a table of its own, whether its code says so (`zh-Hant`) or its country does (`zh-TW`).
 */
export function tableNameOf(language: string): string {
  const known = names.get(language);
  if (known !== undefined) return known;
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const name = base === 'zh' && isTraditional(language) ? 'zh-Hant' : base;
  names.set(language, name);
  return name;
}

const names = new Map<string, string>();

function isTraditional(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Hant';
}
