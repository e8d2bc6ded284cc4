import type { Token } from 'markdown-it';
import type { Typography } from './marks.ts';
import { codePointAfter, codePointBefore, isUnspaced } from './unspaced.ts';

/** A straight mark, and what may stand there. */
export interface Mark {
  /** Its place in the words of the block. */
  readonly at: number;
  readonly kind: '"' | "'";
  /** How many emphases and links it stands in: both marks of a quotation stand in the same. */
  readonly level: number;
  /** `inside`: between two letters, where a mark may be anything. */
  readonly role: 'opens' | 'closes' | 'either' | 'inside' | 'apostrophe' | 'none';
  /** Whether it may stand for what is left out of a year or a word: an apostrophe, unless a quotation begins there. */
  readonly elides: 'year' | 'word' | undefined;
}

/** What stands beside a mark. */
export type Neighbour = 'space' | 'sign' | 'letter';

/** How marks are told apart. */
export interface Reading extends Pick<Typography, 'elisions' | 'years'> {
  readonly neighbour: (codePoint: number) => Neighbour;
}

/** The words of a block as they are read one after the other: places of marks count in them. */
export function wordsOfBlock(children: readonly Token[]): string {
  return children.map(shownOf).join('');
}

/** What a part of a block takes up in its words. */
export function shownOf({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'image' ? OBJECT : content;
}

const OBJECT = '\ufffc';

/** The straight marks of a block, in their order. */
export function readMarks(children: readonly Token[], words: string, reading: Reading): readonly Mark[] {
  const marks: Mark[] = [];
  let begin = 0;
  for (const token of children) {
    const end = begin + shownOf(token).length;
    if (token.type === 'text') {
      for (let at = begin; at < end; at += 1) {
        const code = words.charCodeAt(at);
        if (code !== DOUBLE && code !== SINGLE) continue;
        const kind = code === SINGLE ? "'" : '"';
        marks.push({ at, kind, level: token.level, ...readMark(words, at, reading) });
      }
    }
    begin = end;
  }
  return marks;
}

const DOUBLE = 0x22;
const SINGLE = 0x27;

function readMark(words: string, at: number, reading: Reading): Pick<Mark, 'role' | 'elides'> {
  const isSingle = words.charCodeAt(at) === SINGLE;
  if (isMeasure(words, at, isSingle)) return { role: 'none', elides: undefined };
  const beginsWord = isSingle && reading.neighbour(codePointBefore(words, at)) !== 'letter';
  const elisionEnd = beginsWord ? endOf(words, at + 1, reading.elisions) : -1;
  // Before another mark it may be the word itself that is quoted: `'em'`.
  if (elisionEnd >= 0 && words.charCodeAt(elisionEnd) !== SINGLE) return { role: 'apostrophe', elides: 'word' };
  const isYear = beginsWord && endOf(words, at + 1, reading.years) >= 0;
  const elides = isYear ? 'year' : elisionEnd >= 0 ? 'word' : undefined;
  return { role: roleOf(words, at, reading), elides };
}

/** Feet and inches (`6'2"`), minutes and seconds of degrees (`51°30'N`): their marks are neither quotes nor apostrophes. */
function isMeasure(words: string, at: number, isSingle: boolean): boolean {
  if (!/[\d½¼¾]/.test(words[at - 1] ?? '')) return false;
  const before = words.slice(Math.max(0, at - 12), at);
  if (!isSingle) return /\d' ?\d{0,2}(?:[.,]\d+|[½¼¾])?$/.test(before);
  return (
    /^ ?(?:\d{1,2}(?:[.,]\d+|[½¼¾])?|[½¼¾])"/.test(words.slice(at + 1, at + 9)) ||
    /°\s?\d{1,2}(?:[.,]\d+)?$/.test(before)
  );
}

function roleOf(words: string, at: number, { neighbour }: Reading): Mark['role'] {
  const isSingle = words.charCodeAt(at) === SINGLE;
  const last = codePointBefore(words, at);
  const next = codePointAfter(words, at + 1);
  const before = neighbour(last);
  const after = neighbour(next);
  if (isSingle && (isRockAndRoll(words, at) || (before === 'sign' && isBeforeSuffix(words, at)))) return 'apostrophe';
  if (after === 'space') return before === 'space' ? 'none' : 'closes';
  if (before === 'space') return 'opens';
  if (isUnspaced(last) || isUnspaced(next)) return roleInUnspaced(last, before, isSingle);
  if (before === 'sign') return after === 'sign' ? 'either' : 'opens';
  if (after === 'sign') return 'closes';
  if (isSingle) return 'apostrophe';
  return DIGIT.test(String.fromCodePoint(last)) || isGershayim(words, at) ? 'none' : 'inside';
}

const DIGIT = /\p{N}/u;
const BRACKET = /[\p{Ps}\p{Pi}]/u;

/** Where no space says which it is, a mark closes what is open, and opens otherwise. */
function roleInUnspaced(last: number, before: Neighbour, isSingle: boolean): Mark['role'] {
  const character = String.fromCodePoint(last);
  if (BRACKET.test(character)) return 'opens';
  const isOfWord = DIGIT.test(character) || (isSingle && before === 'letter' && !isUnspaced(last));
  return isOfWord ? 'closes' : 'either';
}

/** Where what a sticky pattern matches at a place ends; -1 where it does not match. */
function endOf(words: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(words) ? pattern.lastIndex : -1;
}

/** `the "Guardian"'s editor`, `Yahoo!'s search`, `"Liman"'ın adı`: between the end of a name that is no letter, and an ending. */
function isBeforeSuffix(words: string, at: number): boolean {
  if (!AFTER_NAME.test(words.slice(Math.max(0, at - 2), at))) return false;
  return /^\p{Ll}{1,6}(?![\p{L}\p{N}'])/u.test(words.slice(at + 1, at + 8));
}

/** Quotation marks that close, for something stands before them, and what else ends a name. */
const AFTER_NAME = /[^\s\p{Ps}\p{Pi}\p{Pd}:"'][\p{Pi}\p{Pf}"']$|[.!?\p{Pe}]$/u;

/** `rock 'n' roll`, but not `the letter 'n' is`. */
function isRockAndRoll(words: string, at: number): boolean {
  const begin = isAroundN(words, at) ? at : at - 2;
  if (begin !== at && !isAroundN(words, begin)) return false;
  const from = begin - (/[ -]/.test(words[begin - 1] ?? '') ? 2 : 1);
  if (!/^[\p{L}\p{N}][ -]?'n'[ -]?[\p{L}\p{N}]/iu.test(words.slice(from, begin + 5))) return false;
  return !NAMES_OF_LETTERS.test(words.slice(Math.max(0, begin - 12), begin));
}

function isAroundN(words: string, at: number): boolean {
  return words.startsWith("'n'", at) || words.startsWith("'N'", at);
}

const NAMES_OF_LETTERS =
  /(?:^|\s)(?:an?|the|letters?|sound|variable|character|das|ein|Buchstabe|letra|lettre|lettera) $/i;

/** The mark of a Hebrew acronym, which stands before its last letter. */
function isGershayim(words: string, at: number): boolean {
  return /^\p{sc=Hebrew}(?![\p{L}\p{M}])/u.test(words.slice(at + 1, at + 4));
}
