import type { Typography } from './marks.ts';
import type { Mark } from './read-marks.ts';

/** Which marks of a block belong together, and which stand alone. */
export interface PairedMarks {
  readonly pairs: readonly (readonly [opening: Mark, closing: Mark])[];
  readonly unclosed: readonly Mark[];
  readonly unopened: readonly Mark[];
  readonly apostrophes: readonly Mark[];
}

/** A mark that may open a quotation, and the place on the stack of the next of its kind below. */
interface Opener {
  readonly mark: Mark;
  readonly below: number;
}

/** What marks are paired by: the words that they stand in, and the habits of their language. */
export interface Pairing extends Pick<Typography, 'clippings' | 'endings'> {
  readonly words: string;
}

/** Pairs the marks of a block, the innermost first. Takes time in proportion to their number. */
export function pairMarks(marks: readonly Mark[], pairing: Pairing): PairedMarks {
  const pairs: (readonly [Mark, Mark])[] = [];
  const unclosed: Mark[] = [];
  const unopened: Mark[] = [];
  const apostrophes: Mark[] = [];
  const stack: Opener[] = [];
  const top: Record<Mark['kind'], number> = { '"': -1, "'": -1 };

  const cutTo = (length: number): void => {
    while (stack.length > length) {
      const { mark, below } = stack.pop() as Opener;
      top[mark.kind] = below;
      unclosed.push(mark);
    }
  };

  const followers = followersOf(marks);
  for (const [index, mark] of marks.entries()) {
    while ((stack.at(-1)?.mark.level ?? -1) > mark.level) cutTo(stack.length - 1);
    if (mark.role === 'apostrophe') apostrophes.push(mark);
    if (mark.role === 'apostrophe' || mark.role === 'none') continue;
    const place = top[mark.kind];
    const opening = stack[place]?.mark;
    if (opening && mayClose(opening, mark, pairing) && !isApostropheWithin(mark, followers[index], pairing)) {
      cutTo(place + 1);
      top[mark.kind] = stack.pop()?.below ?? -1;
      pairs.push([opening, mark]);
    } else if (mark.role === 'closes') {
      unopened.push(mark);
    } else if (opening && isElisionWithin(opening, mark)) {
      apostrophes.push(mark);
    } else {
      stack.push({ mark, below: place });
      top[mark.kind] = stack.length - 1;
    }
  }
  cutTo(0);
  return { pairs, unclosed, unopened, apostrophes };
}

function mayClose(opening: Mark, mark: Mark, pairing: Pairing): boolean {
  if (mark.role === 'opens' || opening.level !== mark.level) return false;
  // Between letters a mark opens only what is surely closed (`ل"حماس"`), and closes only what was surely opened (`"Hürriyet"in`).
  if (opening.role === 'inside' && mark.role === 'inside') return false;
  return opening.elides !== 'year' || isQuotation(opening, mark, pairing);
}

/** Of each single mark the next one that begins or ends a quotation beside it, if any. */
function followersOf(marks: readonly Mark[]): readonly (Mark | undefined)[] {
  const followers: (Mark | undefined)[] = new Array(marks.length);
  const next: (Mark | undefined)[] = [];
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index] as Mark;
    if (mark.kind !== "'" || mark.role === 'apostrophe' || mark.role === 'none') continue;
    followers[index] = next[mark.level];
    if (mark.elides === undefined || isSurrounded(mark, marks[index + 1])) next[mark.level] = mark;
  }
  return followers;
}

/** Whether a year, a decade or a short word stands in marks by itself: `'69'`, `'80s'`, `'n'`. */
function isSurrounded(mark: Mark, next: Mark | undefined): boolean {
  return next?.kind === "'" && next.at - mark.at <= 4;
}

/**
 * Whether a mark between words that could end the open quotation is an apostrophe, for the next mark ends it: of two that follow
 * each other only one does. It is the one after a sign (`'the dogs' dinner,' he said`), or else the first, unless that is after
 * a word which often ends with an apostrophe and the other one is not (`'un po' di pane' e vino`).
 */
function isApostropheWithin(mark: Mark, follower: Mark | undefined, { words, clippings }: Pairing): boolean {
  if (!follower || !isEnding(follower, words) || !isBetweenWords(mark, words)) return false;
  if (!isAfterWord(follower, words)) return true;
  return matchesAt(clippings, words, mark.at) && !matchesAt(clippings, words, follower.at);
}

function isBetweenWords(mark: Mark, words: string): boolean {
  return isAfterWord(mark, words) && /^\s[\p{L}\p{N}]/u.test(words.slice(mark.at + 1, mark.at + 4));
}

function isEnding({ at, role }: Mark, words: string): boolean {
  return role === 'closes' || (role === 'either' && /[.,;:!?…]/.test(words[at - 1] ?? ''));
}

function isAfterWord({ at }: Mark, words: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(words.slice(Math.max(0, at - 2), at));
}

function matchesAt(sticky: RegExp, words: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(words);
}

/** A year, a decade or a word without its beginning, in a quotation: `'the summer of '69'`. In single marks stand none like them. */
function isElisionWithin(opening: Mark, mark: Mark): boolean {
  return mark.elides !== undefined && opening.elides === undefined && opening.level === mark.level;
}

/**
 * Whether marks stand around a quotation, `'50 dead' in storm`, and not in a year and at the end of a word:
 * `in '68 the workers' union`, `negli anni '90 un po' di tutto`, `seit '89 steht Hans' Haus leer`. Where a quotation is expected,
 * fewer are taken for apostrophes.
 */
function isQuotation(opening: Mark, mark: Mark, { words, clippings, endings }: Pairing): boolean {
  if (NUMBER.test(words.slice(opening.at + 1, Math.min(mark.at, opening.at + 7)))) return true;
  const isExpected = opening.at === 0 || BREAK.test(words.slice(Math.max(0, opening.at - 2), opening.at));
  if (isExpected) return !matchesAt(clippings, words, mark.at);
  if (ENDS_CLAUSE.test(words[opening.at + 3] ?? '')) return false;
  if (!isAfterWord(mark, words)) return true;
  if (matchesAt(endings, words, mark.at)) return false;
  return mark.at - opening.at < LONGEST && !ENDS_SENTENCE.test(words.slice(opening.at, mark.at));
}

/** What may stand in quotation marks by itself: `number '10'`, `das Wort '68er'`. */
const NUMBER = /^\d{2,3}(?:ern?)?$/;
/** What a quotation is expected after. */
const BREAK = /[:\p{Ps}\p{Pi}]\s?$|"$/u;
const ENDS_CLAUSE = /[.,;:!?…)]/;
const ENDS_SENTENCE = /[.!?…]\s/;
/** How far quotations reach that begin amid a sentence. */
const LONGEST = 150;
