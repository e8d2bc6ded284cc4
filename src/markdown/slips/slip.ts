import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { WrittenBlock, WrittenPlace, WrittenText } from './written-text.ts';

/** Markdown that was meant and did not become it: readers see its signs, or do not see what it says. */
export interface Slip {
  readonly code: DiagnosticCode;
  readonly place: WrittenPlace;
  readonly length: number;
  readonly message: string;
  /** What to write, as an imperative. */
  readonly hint: string;
  /** What to write in the place of the part, where that is known, and what the hint says behind it. */
  readonly instead?: { readonly text: string; readonly behind: string };
}

/** What finds one kind of slips in a text. Takes time in proportion to its length. */
export type SlipRule = (text: WrittenText) => readonly Slip[];

/** What a rule says of a part of a block. */
export interface Note extends Omit<Slip, 'place'> {
  readonly index: number;
}

/** A rule that looks at each block by itself. */
export function inEachBlock(find: (block: WrittenBlock) => readonly Note[]): SlipRule {
  return ({ blocks }) => {
    const slips: Slip[] = [];
    for (const block of blocks) {
      // Finding a place takes as long as its block is.
      for (const { index, ...note } of find(block).slice(0, MOST - slips.length)) {
        slips.push({ ...note, place: block.placeOf(index) });
      }
      if (slips.length === MOST) break;
    }
    return slips;
  };
}

/** A text with more slips of a kind is no Markdown, and the first few say so. */
export const MOST = 20;

/** What hints show of a text, on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

const LONGEST = 200;
