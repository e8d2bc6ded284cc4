/**
 * What the languages that Broadsheet has words in print differently from one release of Node to the next, by the data (CLDR)
 * that its Intl has: what is replaced, and by what. All print what those of late 2026 do.
 */
const CHANGES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/(\d), (?=\d)/, '$1 a las '],
    [/([ap]\.)\s(m\.)/, '$1\u00a0$2'],
  ],
  hi: [[/अक्तूबर/, 'अक्टूबर']],
  zh: [[/ (?=星期)/, '']],
};
const NONE: readonly (readonly [RegExp, string])[] = [];

/** A date as Intl printed it, the same on every Node: a site must not change because the machine that builds it does. */
export function levelDate(text: string, language: string): string {
  return changesIn(language).reduce((levelled, [from, to]) => levelled.replace(from, to), text);
}

const byLanguage = new Map<string, readonly (readonly [RegExp, string])[]>();

function changesIn(language: string): readonly (readonly [RegExp, string])[] {
  const known = byLanguage.get(language);
  if (known) return known;
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const changes = (Object.hasOwn(CHANGES, base) ? CHANGES[base] : undefined) ?? NONE;
  byLanguage.set(language, changes);
  return changes;
}
