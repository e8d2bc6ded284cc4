import { quote } from '../../../diagnostics/wording.ts';
import { beginsSentence, type CopyRule, type Remark, wordsAt } from '../passages.ts';
import type { Passage } from '../story-prose.ts';
import type { HouseStyle, StyleWord } from './house-style.ts';
import { Phrases, type PhraseFound, type Piece, piecesOf } from './phrases.ts';

/** Endings of plurals and possessives, by language. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ["'s", "s'", 'es', 's'],
  de: ['en', 'es', 'er', 'n', 's', 'e'],
  fr: ['s', 'x', 'es'],
  es: ['s', 'es'],
  pt: ['s', 'es'],
};
const OF_OTHERS = ['s'];

interface Meaning {
  readonly entry: StyleWord;
  readonly isException: boolean;
}

/** Words that the house style has others for, or does not have. What a quotation is marked as by `>` is left as it was said. */
export const findStyleWords: CopyRule = function* ({ passages, language }, style) {
  const phrases = phrasesFor(style, language);
  if (phrases.size === 0) return;
  for (const passage of passages) {
    if (passage.isQuoted) continue;
    const pieces = piecesOf(passage.text);
    const found = [...phrases.findIn(pieces)];
    const right = found.filter(({ meaning }) => meaning.isException);
    let end = -1;
    for (const use of longestFirst(found)) {
      if (use.meaning.isException || use.from <= end) continue;
      const isRight = right.some(
        ({ meaning, from, to }) => meaning.entry === use.meaning.entry && from <= use.from && to >= use.to,
      );
      if (isRight || isRightAtStart(use, pieces, passage)) continue;
      end = use.to;
      yield remarkOn(use, pieces, passage);
    }
  }
};

/** At one place the longest phrase is meant. */
function longestFirst(found: readonly PhraseFound<Meaning>[]): readonly PhraseFound<Meaning>[] {
  return [...found].sort((one, other) => one.from - other.from || other.to - one.to);
}

/** A word that is written with a small letter has a large one where a sentence begins. */
function isRightAtStart(
  { meaning, from, to }: PhraseFound<Meaning>,
  pieces: readonly Piece[],
  passage: Passage,
): boolean {
  const first = pieces[from];
  const { use } = meaning.entry;
  if (!first || use === undefined || !beginsSentence(passage.text, first.index)) return false;
  const written = textOf(pieces, { from, to }, passage);
  return written !== use && written === (use[0]?.toUpperCase() ?? '') + use.slice(1);
}

function textOf(
  pieces: readonly Piece[],
  { from, to }: Pick<PhraseFound<Meaning>, 'from' | 'to'>,
  passage: Passage,
): string {
  const [first, last] = [pieces[from], pieces[to]];
  return first && last ? wordsAt(passage, first.index, last.index + last.text.length - first.index) : '';
}

function remarkOn(found: PhraseFound<Meaning>, pieces: readonly Piece[], passage: Passage): Remark {
  const { use, why } = found.meaning.entry;
  const written = textOf(pieces, found, passage);
  const because = why === undefined ? '' : `: ${why}`;
  const index = pieces[found.from]?.index ?? 0;
  const better = use === undefined ? undefined : quote(inFormOf(written, use + pluralOf(found.ending, use)));
  return {
    code: 'style-word',
    message: `Unexpected ${quote(written)}, expected ${better ?? 'other words'}${because}`,
    hint: better === undefined ? 'say it in another way, or leave it out' : `write ${better}`,
    at: { passage, index, length: written.length },
  };
}

/** The ending of a word, for the word in its place. */
function pluralOf(ending: string, use: string): string {
  return use.toLowerCase().endsWith(ending.toLowerCase()) ? '' : ending;
}

/** What begins with a large letter is replaced by what does. */
function inFormOf(written: string, use: string): string {
  const isCapital = /^\p{Lu}\p{Ll}/u.test(written) && written.toLowerCase() !== use.toLowerCase();
  return isCapital ? (use[0]?.toUpperCase() ?? '') + use.slice(1) : use;
}

const made = new WeakMap<HouseStyle, Map<string, Phrases<Meaning>>>();

/** The phrases of a house style for stories in a language. */
function phrasesFor(style: HouseStyle, language: string): Phrases<Meaning> {
  const ofStyle = made.get(style) ?? new Map<string, Phrases<Meaning>>();
  made.set(style, ofStyle);
  const known = ofStyle.get(language);
  if (known) return known;
  const base = language.split('-', 1)[0] ?? language;
  const phrases = new Phrases<Meaning>(Object.hasOwn(ENDINGS, base) ? (ENDINGS[base] ?? OF_OTHERS) : OF_OTHERS);
  for (const entry of style.words) {
    if (entry.languages.length > 0 && !entry.languages.some((code) => code === language || code === base)) continue;
    for (const phrase of entry.not) phrases.add(phrase, { entry, isException: false });
    for (const phrase of entry.except) phrases.add(phrase, { entry, isException: true });
    if (entry.use !== undefined) phrases.addExactly(entry.use, { entry, isException: true });
  }
  ofStyle.set(language, phrases);
  return phrases;
}
