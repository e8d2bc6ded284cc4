import { quote } from '../../../diagnostics/wording.ts';
import { beginsSentence, type CopyRule } from '../passages.ts';
import type { Passage } from '../story-prose.ts';

/**
 * Words that are never right twice in a row, by language. All that may be are left out: what is a verb or a noun as well (“those who can can”, «para para», «sobre sobre»), part of a name («de de
 * Gaulle»), a pronoun beside another word of that form („dass es es gibt“, «nous nous»), what may end a clause or a phrase before one that begins with it (“the man he spoke to to
 * confirm”, „ab und zu zu Besuch“, «à la une une photo»), what participles follow in German („einen einen Meter hohen Zaun“), and what is sung or counted («la la», «numéro un un»).
 */
const NEVER_TWICE: Readonly<Record<string, string>> = {
  en: 'the a an and of or its our your their been than because',
  de: 'und oder ist sind hat wird wurde auch weil dass wenn',
  fr: 'le les des du et au aux dans par il ils je ce cet cette ces sa ses ne',
  es: 'el los las un unos unas y del al en con por sin se su sus lo',
  pt: 'o os uns umas e em no ao aos com por sem seu sua seus suas',
  it: 'il lo gli le un una e di del della delle in nel nella con per dal sul non',
  nl: 'en of te ook',
};

const words = new Map<string, ReadonlySet<string>>();

function neverTwice(language: string): ReadonlySet<string> {
  const base = language.split('-', 1)[0] ?? '';
  const known = words.get(base) ?? new Set((Object.hasOwn(NEVER_TWICE, base) ? NEVER_TWICE[base] : '')?.split(' '));
  words.set(base, known);
  return known;
}

/** What hyphens and apostrophes join is one word: «prenez-le le matin» has no word twice. */
const WORD = /[\p{L}\p{M}\p{N}'’\u2010\u2011-]+/gu;
const LONGEST = 20;

/** A word that stands twice in a row: “the the”. */
export const findRepeated: CopyRule = function* ({ passages, language }) {
  const never = neverTwice(language);
  if (never.size === 0) return;
  for (const { passage, written, index, before } of pairsIn(passages)) {
    if (written.length > LONGEST || written.toLowerCase() !== before.text.toLowerCase()) continue;
    if (!never.has(written.toLowerCase()) || !/^\s+$/u.test(passage.text.slice(before.end, index))) continue;
    // A capital within a sentence is that of a letter or a name: “vitamin A a day”, “a film of The The”.
    if (written !== written.toLowerCase() || (written.length === 1 && before.text !== written)) continue;
    if (before.text !== written && !beginsSentence(passage.text, before.end - before.text.length)) continue;
    yield {
      code: 'word-repeated',
      message: `Unexpected second ${quote(written)}, expected the word once`,
      hint: 'take one of the two away',
      at: { passage, index, length: written.length },
    };
  }
};

/** A word and the one before it. */
interface Pair {
  readonly passage: Passage;
  readonly written: string;
  readonly index: number;
  readonly before: { readonly text: string; readonly end: number };
}

function* pairsIn(passages: readonly Passage[]): Generator<Pair> {
  for (const passage of passages) {
    let before: Pair['before'] | undefined;
    for (const { 0: written, index } of passage.text.matchAll(WORD)) {
      if (before) yield { passage, written, index, before };
      before = { text: written, end: index + written.length };
    }
  }
}
