/**
 * What languages (BCP 47) are called in themselves, as a list of links has them: “English”, “Español”, “繁體中文”. A
 * country is named only where two of them would be called the same.
 */
export function languageNames(languages: readonly string[]): readonly string[] {
  const short = languages.map((language) => nameOf(writtenOf(language), language));
  return short.map((name, index) => {
    const language = languages[index] ?? '';
    return short.indexOf(name) === short.lastIndexOf(name) ? name : nameOf(language, language);
  });
}

/** A language with its script, where it is not the usual one, and without its country. */
function writtenOf(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const usual = new Intl.Locale(base).maximize().script;
  return script === undefined || script === usual ? base : `${base}-${script}`;
}

function nameOf(language: string, own: string): string {
  const name = new Intl.DisplayNames([own, 'en'], { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = [...name];
  return first.toLocaleUpperCase(own) + rest.join('');
}

/** Scripts that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** The direction in which a language (BCP 47) is written. Unknown languages go left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const known = directions.get(language);
  if (known) return known;
  const { script } = new Intl.Locale(language).maximize();
  const direction = script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  directions.set(language, direction);
  return direction;
}

const directions = new Map<string, 'ltr' | 'rtl'>();
