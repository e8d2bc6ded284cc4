import { diffArrays } from 'diff';

/** A text cut into lines, each with its own end, which may be that of another system. */
export interface Lines {
  readonly mark: '' | '\ufeff';
  readonly lines: readonly string[];
  /** The end of each line; of the last there may be none. */
  readonly ends: readonly string[];
  /** As it is read: without byte order mark, its lines ending in `\n`. */
  readonly text: string;
}

export function cutLines(source: string): Lines {
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const parts = source.slice(mark.length).split(/(\r\n?|\n)/);
  const lines = parts.filter((_part, index) => index % 2 === 0);
  const ends = parts.filter((_part, index) => index % 2 === 1);
  return { mark, lines, ends, text: lines.join('\n') };
}

/** More lines that differ than that are not compared one by one. */
const MOST_DIFFERENCES = 1500;

/**
 * A text with the line ends of the one that it was made of: lines that were there keep theirs, and new ones end as most did.
 *
 * @param before The text as it was, with its own line ends.
 * @param text Its lines ending in `\n`.
 */
export function withLineEnds(before: string, text: string): string {
  if (!before.includes('\r')) return text;
  const { lines, ends } = cutLines(before);
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  const [usual = '\n'] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const now = text.split('\n');
  const parts = counts.size > 1 ? diffArrays([...lines], now, { maxEditLength: MOST_DIFFERENCES }) : undefined;
  if (!parts) return now.join(usual);
  const kept: string[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    for (const _line of value) {
      if (!removed) kept.push((added ? undefined : ends[at]) ?? usual);
      if (!added) at += 1;
    }
  }
  return now.map((line, index) => (index < now.length - 1 ? line + (kept[index] ?? usual) : line)).join('');
}
