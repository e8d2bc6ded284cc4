import type { Range } from './parse-markdown.ts';

/** What is to stand in the place of a part of a text. */
export interface Splice extends Range {
  readonly text: string;
}

/** A text with parts of it replaced. Of two that meet, the one that begins first, and of those the longer one, counts. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const splice of [...splices].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (splice.start < from) continue;
    parts.push(text.slice(from, splice.start), splice.text);
    from = splice.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The part of a text with a block taken out: its lines, and the empty ones after it. */
export function wholeLines(text: string, { start, end }: Range): Range {
  const after = /[ \t]*(?:\n[ \t]*)*\n|[ \t]*$/y;
  after.lastIndex = end;
  const match = after.exec(text);
  return { start, end: match ? end + match[0].length : end };
}
