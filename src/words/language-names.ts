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

/** The languages whose names are known, by their codes (ISO 639-1). */
const CODES =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );

/** The code of a language by its name in English or in itself, however it is capitalized: `english`, `Deutsch`. */
export function codeOfLanguage(name: string): string | undefined {
  codes ??= namedCodes();
  return codes.get(name.toLowerCase());
}

let codes: ReadonlyMap<string, string> | undefined;

function namedCodes(): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const english = new Intl.DisplayNames(['en'], { type: 'language' });
  for (const code of CODES) {
    for (const name of [nameOf(code, code), english.of(code)])
      if (name !== undefined) named.set(name.toLowerCase(), code);
  }
  return named;
}
