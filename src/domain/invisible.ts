const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * A text without the characters that nobody sees: soft hyphens, spaces of no width, joiners, marks of direction, variation selectors. A
 * text keeps them, for the shape of Persian and Indic words and of emoji depends on them; where words are compared, or make an
 * address, they neither divide nor tell apart.
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * Characters that no text may have, for nobody can see them and readers, feeds or terminals obey them: control characters but tabs and
 * ends of lines, halves of characters, U+FFFE and U+FFFF, and marks that turn the direction of letters around (U+202D, U+202E).
 */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff\u202d\u202e]/gu;

/** Marks that begin a stretch of another direction (UAX #9): embeddings, which U+202C ends, and isolates, which U+2069 ends. */
const BEGINS = /[\u202a\u202b\u2066-\u2068]/;
const MARKS = /[\u202a-\u202c\u2066-\u2069]/g;
const EMBEDDING_END = '\u202c';
const ISOLATE_END = '\u2069';

/** What most texts have none of, so that nobody looks closer: code units, of which half a character is one like that of an emoji. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is for finding these.
const MAY_HAVE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;

/** A character that a text may not have, and where. */
export interface ForbiddenCharacter {
  readonly character: string;
  /** Counted from 1. */
  readonly line: number;
  /** In its line, counted from 0. */
  readonly index: number;
}

/** Whether a text has a character that no text may have. */
export function hasForbidden(text: string): boolean {
  return MAY_HAVE.test(text) && text.search(FORBIDDEN) >= 0;
}

/** A text with a replacement character in the place of each that no text may have. */
export function withoutForbidden(text: string): string {
  return MAY_HAVE.test(text) ? text.replace(FORBIDDEN, '\ufffd') : text;
}

/**
 * The characters of a text that no text may have, in their order; and marks that begin a stretch of another direction which does not
 * end on the same line, so that what is printed behind it would be turned around, too.
 */
export function forbiddenCharacters(text: string): readonly ForbiddenCharacter[] {
  if (!MAY_HAVE.test(text)) return [];
  return text.split('\n').flatMap((words, before) => {
    const line = before + 1;
    const found = [...words.matchAll(FORBIDDEN)].map(({ 0: character, index }) => ({ character, line, index }));
    const open = BEGINS.test(words) ? openMarks(words).map((mark) => ({ ...mark, line })) : [];
    return [...found, ...open].sort((one, other) => one.index - other.index);
  });
}

/** Whether a character begins a stretch of another direction. */
export function isOpenMark(character: string): boolean {
  return BEGINS.test(character);
}

function openMarks(line: string): readonly Omit<ForbiddenCharacter, 'line'>[] {
  const open: Omit<ForbiddenCharacter, 'line'>[] = [];
  for (const { 0: character, index } of line.matchAll(MARKS)) {
    if (character === ISOLATE_END) {
      const start = open.findLastIndex((mark) => mark.character >= '\u2066');
      // It ends embeddings within it as well.
      if (start >= 0) open.length = start;
    } else if (character !== EMBEDDING_END) {
      open.push({ character, index });
    } else if ((open.at(-1)?.character ?? ISOLATE_END) < '\u2066') {
      open.pop();
    }
  }
  return open;
}
