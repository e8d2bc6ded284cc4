import type { Range } from './parse-markdown.ts';
import type { Splice } from './splices.ts';

/**
 * Finished pieces of a text. While the text around them is parsed and written anew, a mark stands for each, that is a word to Markdown and to
 * HTML alike; nothing looks into a piece again.
 */
export interface Pieces {
  /**
   * @param block What stands in its place, apart from what is beside it; an empty one only parts the two.
   * @param inline What stands there where no block can be, such as in a cell of a table.
   * @returns The mark.
   */
  block(block: string, inline: string): string;
  inline(text: string): string;
  /** Puts pieces into a part of a text in which no block can be. */
  expandInline(text: string): string;
  /** The splices that do the same with a part of a text. */
  inlineSplices(text: string, range: Range): readonly Splice[];
  /** Puts the pieces into the whole text. */
  expand(text: string): string;
}

interface Piece {
  readonly block: string | undefined;
  readonly inline: string;
}

/** Characters that Unicode leaves to whoever needs some. */
const [FIRST_PRIVATE, LAST_PRIVATE] = [0xe000, 0xf8ff];

/** What stands before the words of a line in a quotation or a list. */
const CONTAINER = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/;

/** @param text The one in which marks will stand. */
export function piecesFor(text: string): Pieces {
  const sign = freeSign(text);
  const mark = new RegExp(`${sign}(\\d+)${sign}`, 'g');
  const pieces: Piece[] = [];
  const add = (piece: Piece): string => `${sign}${pieces.push(piece) - 1}${sign}`;
  const expandInline = (part: string): string => part.replace(mark, (_, index) => pieces[Number(index)]?.inline ?? '');
  return {
    block: (block, inline) => add({ block, inline }),
    inline: (inline) => add({ block: undefined, inline }),
    expandInline,
    inlineSplices: (whole, { start, end }) =>
      [...whole.slice(start, end).matchAll(mark)].map(({ 0: found, 1: index, index: at }) => ({
        start: start + at,
        end: start + at + found.length,
        text: pieces[Number(index)]?.inline ?? '',
      })),
    expand(whole) {
      if (!whole.includes(sign)) return whole;
      const lines = whole.split('\n');
      const printed: string[] = [];
      let isGone = false;
      for (const [index, line] of lines.entries()) {
        const segments = segmentsOf(line, mark, pieces);
        if (isGone && isEmptyLine(line)) continue;
        isGone = false;
        if (!segments.some(({ isBlock }) => isBlock)) {
          printed.push(expandInline(line));
          continue;
        }
        const shown = segments.map(({ text, isBlock }) => ({ text: isBlock ? text : expandInline(text), isBlock }));
        const before = printed.at(-1)?.split('\n').at(-1) ?? '';
        const block = printBlocks(shown, { before, after: lines[index + 1] ?? '' });
        if (block !== undefined) printed.push(block);
        // Where nothing is left of a line, one empty line is enough for those around it.
        else {
          if (!isEmptyLine(before)) printed.push('');
          isGone = true;
        }
      }
      return printed.join('\n');
    },
  };
}

function freeSign(text: string): string {
  for (let code = FIRST_PRIVATE; code < LAST_PRIVATE; code += 1) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) return sign;
  }
  return String.fromCharCode(LAST_PRIVATE);
}

interface Segment {
  readonly text: string;
  readonly isBlock: boolean;
}

/** The parts of a line: the first is what stands before its words. */
function segmentsOf(line: string, mark: RegExp, pieces: readonly Piece[]): readonly Segment[] {
  const container = CONTAINER.exec(line)?.[0] ?? '';
  const segments: Segment[] = [{ text: container, isBlock: false }];
  let from = container.length;
  for (const match of line.slice(container.length).matchAll(mark)) {
    const block = pieces[Number(match[1])]?.block;
    if (block === undefined) continue;
    const start = container.length + match.index;
    segments.push({ text: line.slice(from, start), isBlock: false }, { text: block, isBlock: true });
    from = start + match[0].length;
  }
  segments.push({ text: line.slice(from), isBlock: false });
  return segments;
}

/** The lines that a line with blocks becomes; `undefined` if nothing is in it. */
function printBlocks(
  [container, ...segments]: readonly Segment[],
  around: { readonly before: string; readonly after: string },
): string | undefined {
  const first = container?.text ?? '';
  const next = first.replace(/[^\s>]/g, ' ');
  const empty = next.trimEnd();
  const parts = segments.map(({ text, isBlock }) => ({ text: isBlock ? text : text.trim(), isBlock }));
  const seen = parts.filter(({ text, isBlock }) => isBlock || text !== '');
  const shown = parts.flatMap(({ text }) => (text === '' ? [] : [text]));
  if (shown.length === 0) return undefined;
  const isFirstOfItem = /[^\s>]/.test(first);
  const lines = seen[0]?.isBlock && !isFirstOfItem && !isEmptyLine(around.before) ? [empty] : [];
  for (const [index, text] of shown.entries()) {
    if (index > 0) lines.push(empty);
    for (const [nth, line] of text.split('\n').entries())
      lines.push(index === 0 && nth === 0 ? `${first}${line}` : line === '' ? empty : `${next}${line}`);
  }
  if (seen.at(-1)?.isBlock && !isEmptyLine(around.after)) lines.push(empty);
  return lines.join('\n');
}

/** Whether a line has no words, and does not belong to a paragraph before it. */
function isEmptyLine(line: string): boolean {
  return /^[\s>]*$/.test(line);
}
