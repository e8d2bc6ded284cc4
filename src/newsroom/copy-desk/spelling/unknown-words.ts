import { beginsSentence } from '../passages.ts';
import type { Passage, StoryProse } from '../story-prose.ts';
import { type Dictionary, nearWords } from './dictionary.ts';
import { isExempt, isInDictionary, isInScript, isName } from './forms.ts';
import { wordsIn, type WrittenWord } from './words.ts';

/** A word that no dictionary has, and where a story has it. Whether the newsroom has it in a list of its own is not known yet. */
export interface UnknownWord {
  readonly word: string;
  readonly places: readonly (readonly [line: number, column: number, length: number])[];
}

/** So many different words are kept of a story, and so many places of each. With more, it is in another language than it says. */
const MOST_WORDS = 1000;
const MOST_PLACES = 20;

/** Languages in which nouns have capitals, so that these tell no names. */
const NOUNS_IN_CAPITALS = /^(?:de|lb|nds|gsw|bar)(?:-|$)/;

/** Finds the words of a story that a dictionary does not have, in the order in which they stand. Names are left alone as far as capitals tell them. */
export function findUnknown(
  prose: StoryProse,
  { dictionary, names: own }: { readonly dictionary: Dictionary; readonly names: ReadonlySet<string> },
): readonly UnknownWord[] {
  const met = new Map<string, [Passage, WrittenWord][]>();
  const names = new Set<string>();
  const right = new Set<string>();
  const { language } = dictionary;
  const isRight = (word: string): boolean =>
    isExempt(word) || own.has(word) || !isInScript(word, language) || isInDictionary(word, dictionary);
  for (const passage of prose.passages) {
    for (const written of wordsIn(passage.text)) {
      if (right.has(written.word)) continue;
      const unknown = isRight(written.word) ? [] : partsOf(written).filter(({ word }) => !isRight(word));
      if (unknown.length === 0) right.add(written.word);
      for (const part of unknown) note(passage, part);
    }
  }
  return [...met]
    .filter(([word]) => !isName(word) || (!names.has(baseOf(word)) && isSlip(word, dictionary)))
    .map(([word, uses]) => ({ word, places: uses.map(([passage, written]) => placeOf(passage, written)) }));

  function note(passage: Passage, written: WrittenWord): void {
    const known = met.get(written.word);
    if (known === undefined && met.size === MOST_WORDS) return;
    if (known === undefined) met.set(written.word, [[passage, written]]);
    else if (known.length < MOST_PLACES) known.push([passage, written]);
    noteName(passage, written);
  }

  /** A capital within a sentence is that of a name, unless all nouns have one; then names follow each other. */
  function noteName({ text }: Passage, { word, index }: WrittenWord): void {
    if (!isName(word)) return;
    const isFirst = beginsSentence(text, index);
    const isNamed = NOUNS_IN_CAPITALS.test(language)
      ? !isFirst && isAfterName(text, index)
      : !isFirst || BEFORE_NAME.test(text.slice(index + word.length, index + word.length + 3));
    if (isNamed) names.add(baseOf(word));
  }
}

/** Whether a word that may be a name is one slip away from a word that is none. */
function isSlip(word: string, dictionary: Dictionary): boolean {
  const near = NOUNS_IN_CAPITALS.test(dictionary.language) ? word : word.toLowerCase();
  return nearWords(near, dictionary).length > 0;
}

/** The words that hyphens join in one; itself, if there are none. */
function partsOf({ word, index, length }: WrittenWord): readonly WrittenWord[] {
  // Where something in it cannot be seen, its parts cannot be counted off.
  if (word.length !== length) return [{ word, index, length }];
  return [...word.matchAll(/[^\u2010\u2011-]+/g)].map(({ 0: part, index: at }) => ({
    word: part,
    index: index + at,
    length: part.length,
  }));
}

function placeOf({ placeOf: place }: Passage, { index, length }: WrittenWord): UnknownWord['places'][number] {
  const { line, column } = place(index);
  return [line, column, length];
}

/** A name without what makes it a possessive. */
function baseOf(word: string): string {
  return word.replace(/['’]s?$/u, '');
}

/** What stands behind a first name: the next one. */
const BEFORE_NAME = /^[ \n]\p{Lu}/u;

/** Whether the word before a place has a capital, which no sentence gives it. */
function isAfterName(text: string, index: number): boolean {
  const { index: begin } = /\p{Lu}[\p{L}\p{M}'’-]{0,60}[ \n]$/u.exec(text.slice(Math.max(0, index - 64), index)) ?? {};
  if (begin === undefined) return false;
  const at = Math.max(0, index - 64) + begin;
  return !/[\p{L}\p{M}'’-]/u.test(text[at - 1] ?? '') && !beginsSentence(text, at);
}

/** The words of the names that a story has in its front matter. */
export function namesOfStory({ values }: StoryProse): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of ['contributors', 'dateline', 'topics', 'series', 'section']) {
    if (Object.hasOwn(values, key)) addWords(values[key], names, 0);
  }
  const image = values['image'];
  if (typeof image === 'object' && image !== null && 'credit' in image) addWords(image.credit, names, 0);
  return names;
}

function addWords(value: unknown, names: Set<string>, depth: number): void {
  if (typeof value === 'string') for (const { word } of wordsIn(value)) names.add(word);
  else if (typeof value === 'object' && value !== null && depth < 3) {
    for (const inner of Object.values(value).slice(0, 1000)) addWords(inner, names, depth + 1);
  }
}
