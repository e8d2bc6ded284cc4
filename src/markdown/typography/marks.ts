import { tableNameOf } from '../../words/languages.ts';
import { NOTHING, WORD_ENDS } from './word-ends.ts';

/** What straight marks become in a language. */
export interface Typography {
  /** Double and single quotation marks, opening and closing. */
  readonly quotes: readonly [string, string, string, string];
  /** What begins a paragraph in which a quotation of the paragraph before goes on. */
  readonly resuming: string;
  /** Beginnings of words before which a straight mark stands for letters that are left out, as in `'twas`; sticky. */
  readonly elisions: RegExp;
  /** A year or a decade without its century, and no other number: `'50%`, `'10,000`, `'24-hour`; sticky. */
  readonly years: RegExp;
  /** A mark that is most likely an apostrophe at the end of a word, as in `dogs' dinner`, `un po' di`, `Hans' Haus`; sticky. */
  readonly clippings: RegExp;
  /** The same and what is an apostrophe where no quotation is expected: `wohn' ich`, `la citta' era`; sticky. */
  readonly endings: RegExp;
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

/** What makes a decade of a year, in any language: `'90s`, `'90er`. A year alone is told apart by the marks around it. */
const DECADE = "(?:s|er|ern|'s|’s|-luvu\\p{L}*|-es|-tal\\p{L}*|-x)";

/** By language: what is a century, and would be a number elsewhere: `il '900`. */
const CENTURIES: Readonly<Record<string, string>> = { it: '[2-9]00' };

/** The typography of a language (BCP 47): one for all languages that have the same. */
export function typographyOf(language: string): Typography {
  const known = byLanguage.get(language);
  if (known) return known;
  const primary = language.split('-', 1)[0] ?? language;
  const quotes = QUOTES[language] ?? QUOTES[tableNameOf(language)] ?? ENGLISH;
  const isSpecial = OF_LANGUAGES.some((table) => Object.hasOwn(table, primary));
  const key = [...quotes, isSpecial ? primary : ''].join(' ');
  const made = byKey.get(key) ?? makeTypography(quotes, primary);
  byKey.set(key, made);
  byLanguage.set(language, made);
  return made;
}

const OF_LANGUAGES = [RESUMING, ELISIONS, WORD_ENDS, CENTURIES];
const byLanguage = new Map<string, Typography>();
const byKey = new Map<string, Typography>();

function makeTypography(quotes: Typography['quotes'], primary: string): Typography {
  const elided = (ELISIONS[primary] ?? []).map((word) => word.replace("'", "['’]"));
  const { clippings, endings } = WORD_ENDS[primary] ?? { clippings: NOTHING, endings: NOTHING };
  return {
    quotes,
    resuming: RESUMING[primary] ?? quotes[0],
    elisions: new RegExp(`(?:${[`\\d\\d${DECADE}`, ...elided].join('|')})(?![\\p{L}\\p{N}’])`, 'iuy'),
    years: new RegExp(
      `(?:${CENTURIES[primary] ?? NOTHING}|\\d\\d${DECADE}?)(?![\\p{L}\\p{N}%]|[.,:]\\d|-\\p{Ll})`,
      'uy',
    ),
    clippings: new RegExp(clippings, 'uy'),
    endings: new RegExp(`${clippings}|${endings}`, 'uy'),
  };
}
