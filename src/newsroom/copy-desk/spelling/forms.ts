import type { Dictionary } from './dictionary.ts';

/** What may stand before an apostrophe for a word of its own: `l’eau`, `dell’acqua`. */
const ELIDED =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr|dell|all|nell|sull|dall|coll|un|quest|quell|bell|sant|com|tutt|anch|gl)['’]/iu;
const OF_ELISIONS = /^(?:fr|it|ca|oc|br|fur|lij|co)(?:-|$)/;
const POSSESSIVE = /['’]s?$/iu;
/** What may stand at the beginning of a word with a hyphen, though it is none by itself. */
const PREFIX =
  /^(?:anti|bi|co|cross|de|eco|ex|infra|inter|intra|macro|mega|micro|mid|mini|mono|multi|neo|non|omni|over|pan|poly|post|pre|pro|proto|pseudo|re|semi|sub|super|trans|tri|ultra|un|under|uni|vice|agro|auto|contra|electro|euro|extra|géo|hydro|hyper|néo|pré|socio|télé)$/iu;

/** Whether a dictionary has a word, or its parts: of a possessive, of words that are joined by hyphens, or behind what is elided. */
export function isInDictionary(written: string, dictionary: Dictionary): boolean {
  const word = written.replace(/[\u2010\u2011]/g, '-').replace(/[‘ʼ]/g, '’');
  if (isKnown(word, dictionary)) return true;
  const { language } = dictionary;
  if (/^en(?:-|$)/.test(language) && POSSESSIVE.test(word))
    return isInDictionary(word.replace(POSSESSIVE, ''), dictionary);
  if (OF_ELISIONS.test(language) && ELIDED.test(word)) {
    const rest = word.slice(word.search(/['’]/) + 1);
    if (rest !== '') return isInDictionary(rest, dictionary);
  }
  const parts = word.split('-');
  return (
    parts.length > 1 &&
    parts.every(
      (part) => part.length < 2 || PREFIX.test(part) || isKnown(part, dictionary) || isExempt(part) || isName(part),
    )
  );
}

const ACCENTED = /[^\p{ASCII}’]/u;

function isKnown(word: string, dictionary: Dictionary): boolean {
  if (dictionary.knows(word)) return true;
  // In English, words that came from elsewhere may keep their accents: café, façade.
  if (/^en(?:-|$)/.test(dictionary.language) && ACCENTED.test(word)) {
    return dictionary.knows(word.normalize('NFD').replace(/\p{M}/gu, ''));
  }
  // Dictionaries have one of the two apostrophes.
  if (word.includes('’')) return dictionary.knows(word.replaceAll('’', "'"));
  return word.includes("'") && dictionary.knows(word.replaceAll("'", '’'));
}

/** Words that no dictionary is asked for: letters, abbreviations in capitals and their plurals, names with capitals within them, Roman numbers. */
export function isExempt(word: string): boolean {
  if (/^.$/su.test(word)) return true;
  if (!/\p{Ll}/u.test(word)) return /\p{Lu}/u.test(word);
  if (/^\p{Lu}{2,}['’]?s$/u.test(word)) return true;
  return /\p{Ll}['’-]?\p{Lu}|^\p{Lu}{2,}\p{Ll}/u.test(word.replace(/-\p{Lu}/gu, '')) || /^[ivxlcdm]+$/.test(word);
}

/** Whether a word is written as names are: its first letter large, the others small. */
export function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);
}

/** Whether all letters of a word are of the script of a language. */
export function isInScript(word: string, language: string): boolean {
  return scriptOf(language)?.test(word) ?? false;
}

const scripts = new Map<string, RegExp | undefined>();

function scriptOf(language: string): RegExp | undefined {
  if (scripts.has(language)) return scripts.get(language);
  const pattern = patternFor(new Intl.Locale(language).maximize().script);
  scripts.set(language, pattern);
  return pattern;
}

/** Of scripts that are mixed, such as that of Japanese, there is none. */
function patternFor(script: string | undefined): RegExp | undefined {
  try {
    return new RegExp(`^(?:\\p{Script=${script}}|[\\p{M}'’·-])+$`, 'u');
  } catch {
    return undefined;
  }
}
