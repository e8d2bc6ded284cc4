import { tableNameOf } from '../../words/languages.ts';

/** What straight marks become in a language. */
export interface Typography {
  /** Double and single quotation marks, opening and closing. */
  readonly quotes: readonly [string, string, string, string];
  /** What begins a paragraph in which a quotation of the paragraph before goes on. */
  readonly resuming: string;
  /** Beginnings of words before which a straight mark stands for letters that are left out, as in `'twas`. */
  readonly elisions: RegExp;
}

/** Unlisted languages take the English marks. */
const QUOTES: Readonly<Record<string, Typography['quotes']>> = {
  be: ['«', '»', '„', '“'],
  bg: ['„', '“', '‚', '‘'],
  ca: ['«', '»', '“', '”'],
  cs: ['„', '“', '‚', '‘'],
  da: ['»', '«', '›', '‹'],
  de: ['„', '“', '‚', '‘'],
  'de-CH': ['«', '»', '‹', '›'],
  el: ['«', '»', '“', '”'],
  es: ['«', '»', '“', '”'],
  et: ['„', '“', '‚', '‘'],
  eu: ['«', '»', '“', '”'],
  fa: ['«', '»', '‹', '›'],
  fi: ['”', '”', '’', '’'],
  // Narrow spaces at which no line breaks.
  fr: ['«\u202f', '\u202f»', '“', '”'],
  gl: ['«', '»', '“', '”'],
  hr: ['„', '”', '‚', '’'],
  hu: ['„', '”', '»', '«'],
  hy: ['«', '»', '“', '”'],
  is: ['„', '“', '‚', '‘'],
  it: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
  ka: ['„', '“', '«', '»'],
  lt: ['„', '“', '‚', '‘'],
  nb: ['«', '»', '‘', '’'],
  nl: ['“', '”', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  'pt-PT': ['«', '»', '“', '”'],
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  sr: ['„', '”', '’', '’'],
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
  ar: ['«', '»', '‹', '›'],
  'zh-Hant': ['「', '」', '『', '』'],
};
const ENGLISH: Typography['quotes'] = ['“', '”', '‘', '’'];

/**
 * In most languages each paragraph of a quotation opens anew, and the last one closes. In Spanish the later ones begin with a closing
 * mark: the «comillas de seguir» of the Real Academia (Diccionario panhispánico de dudas, “comillas”).
 */
const RESUMING: Readonly<Record<string, string>> = { es: '»' };

/** By language: whole words, without the mark before them. */
const ELISIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['twas', 'twere', 'twill', 'twould', "twasn't", 'tis', "tisn't", 'tween', 'twixt', 'til', 'em', 'n', 'nuff'],
    ...['cos', 'coz', 'cuz', 'bout', 'gainst', 'neath', 'fraid', 'kay', 'tude', 'gator', 'zine', 'copter', 'Murica'],
  ],
  nl: ['s', 't', 'n', 'k', 'm', 'r', 'ie', 'ns', 'tis'],
  af: ['n', 'k', 't', 's'],
  de: ['s', 'n', 'ne', 'nen', 'nem', 'ner', 'nes', 'rein', 'raus', 'runter', 'rauf', 'ran', 'rum', 'nauf'],
  it: ['sto', 'sta', 'sti', 'ste', 'ndrangheta', 'ndrine', 'ndrina', 'na', 'nu', 'ngulo'],
  cy: ['r', 'n', 'w', 'i', 'u', 'm', 'ch'],
};

/** A decade, in any language: `'90s`, `'90er`. A year alone is told apart by the marks that follow. */
const DECADE = "\\d\\d(?:s|er|ern|'s|’s|-luvu\\p{L}*|-es|-tal\\p{L}*|-x)";

/** The typography of a language (BCP 47): one for all languages that have the same. */
export function typographyOf(language: string): Typography {
  const known = byLanguage.get(language);
  if (known) return known;
  const primary = language.split('-', 1)[0] ?? language;
  const quotes = QUOTES[language] ?? QUOTES[tableNameOf(language)] ?? ENGLISH;
  const key = [...quotes, Object.hasOwn(ELISIONS, primary) || Object.hasOwn(RESUMING, primary) ? primary : ''].join(
    ' ',
  );
  const made = byKey.get(key) ?? makeTypography(quotes, primary);
  byKey.set(key, made);
  byLanguage.set(language, made);
  return made;
}

const byLanguage = new Map<string, Typography>();
const byKey = new Map<string, Typography>();

function makeTypography(quotes: Typography['quotes'], primary: string): Typography {
  const words = (ELISIONS[primary] ?? []).map((word) => word.replace("'", "['’]"));
  return {
    quotes,
    resuming: RESUMING[primary] ?? quotes[0],
    elisions: new RegExp(`(?:${[DECADE, ...words].join('|')})(?![\\p{L}\\p{N}'’])`, 'iuy'),
  };
}
