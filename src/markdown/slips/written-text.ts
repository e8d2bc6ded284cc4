import type { Token } from 'markdown-it';
import type { Takes } from './texts/key-markup.ts';

/** The text of a story as it was written, with what Markdown has made of it, before typography. */
export interface WrittenText {
  readonly lines: readonly string[];
  readonly tokens: readonly Token[];
  readonly blocks: readonly WrittenBlock[];
  /** Labels of notes, with the number of each that the text refers to. */
  readonly notes: Readonly<Record<string, number>>;
  /** Addresses that the text has under a label of their own: `[label]: address`. */
  readonly definitions: Readonly<Record<string, { readonly href: string }>>;
  /** Whether names of emoji become them: see `dialects/emoji.ts`. */
  readonly hasEmoji: boolean;
}

/** A place in a text; both count from 0. */
export interface WrittenPlace {
  readonly line: number;
  readonly column: number;
}

/** Words that stand on a line of their own within signs: the value of an attribute, the caption of a picture, what it shows. */
export interface WrittenLine {
  readonly text: string;
  /** What may be in it, if anybody knows what becomes of it. */
  readonly takes: Takes | undefined;
  /** Where a part of it stands. */
  readonly placeOf: (index: number) => WrittenPlace;
  /** Whether quotation marks around it end at the next one. */
  readonly isQuoted?: boolean;
}

/** A paragraph, a heading, a cell of a table: what is parsed for inline markup as a whole. */
export interface WrittenBlock {
  readonly content: string;
  readonly children: readonly Token[];
  readonly kind: 'paragraph' | 'heading' | 'other';
  /** Whether something comes after it in what it stands in. */
  readonly isFollowed: boolean;
  /** Where signs stand in it that Markdown has made nothing of. */
  readonly signs: readonly number[];
  /** Runs of marks of emphasis that it has made nothing of, in their order. */
  readonly marks: readonly { readonly index: number; readonly length: number }[];
  /** Pairs of square brackets that it has made nothing of, in the order in which they open. One that is not closed ends at -1. */
  readonly brackets: readonly Bracket[];
  /** Where in the text a part of it stands. */
  readonly placeOf: (index: number) => WrittenPlace;
}

export interface Bracket {
  readonly open: number;
  readonly close: number;
}

/** How far what is meant on one line reaches: nothing looks farther ahead, so that no text takes longer than it is long. */
export const FARTHEST = 500;

/** Pairs the square brackets among some signs; pairs that are far apart are left out. */
export function pairBrackets(content: string, signs: readonly number[]): readonly Bracket[] {
  const closeOf = new Map<number, number>();
  const open: number[] = [];
  for (const at of signs) {
    if (content[at] === '[') {
      open.push(at);
      closeOf.set(at, -1);
    } else if (content[at] === ']') {
      const last = open.pop();
      if (last !== undefined) closeOf.set(last, at);
    }
  }
  return [...closeOf]
    .filter(([from, close]) => close - from <= FARTHEST)
    .map(([from, close]) => ({ open: from, close }));
}

/** Finds where blocks stand: their content is the text without what they are indented and quoted by. */
export class Places {
  private readonly lines: readonly string[];
  /** Where the last cell of a row ended: two may say the same. */
  private cell: { readonly line: number; readonly end: number } = { line: -1, end: 0 };

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** Finds a block that begins on a line, or after it where only the whole text is known to have it. */
  finderOf(content: string, firstLine: number, isCell: boolean): (index: number) => WrittenPlace {
    const from = isCell && this.cell.line === firstLine ? this.cell.end : 0;
    const found = (this.lines[firstLine] ?? '').indexOf(content, from);
    if (isCell && found >= 0) this.cell = { line: firstLine, end: found + content.length };
    let starts: readonly WrittenPlace[] | undefined;
    return (index) => {
      starts ??= this.startsOf(content, firstLine, from);
      const before = content.slice(0, index);
      const row = countOf('\n', before);
      const start = starts[row] ?? { line: firstLine, column: 0 };
      return { line: start.line, column: start.column + index - (before.lastIndexOf('\n') + 1) };
    };
  }

  /** Where each line of a block begins. */
  private startsOf(content: string, firstLine: number, from: number): readonly WrittenPlace[] {
    const rows = content.split('\n');
    const [first = ''] = rows;
    let line = firstLine;
    while (line < this.lines.length && !this.lines[line]?.includes(first.trim())) line += 1;
    if (line === this.lines.length) line = firstLine;
    return rows.map((row, index) => {
      const written = this.lines[line + index] ?? '';
      const text = row.trim();
      const column = written.indexOf(text, index === 0 && line === firstLine ? from : 0);
      return { line: line + index, column: Math.max(0, column - row.indexOf(text)) };
    });
  }
}

/** A text with spaces in the place of what is code. */
export function withoutCode(content: string): string {
  if (!content.includes('`')) return content;
  return content.replace(/(`+)[^`]+\1(?!`)/g, (code) => ' '.repeat(code.length));
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
