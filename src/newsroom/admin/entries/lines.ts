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
 * @param file The file that the text is the end of: of one line, it says how lines end.
 */
export function withLineEnds(before: string, text: string, file: string): string {
  if (!file.includes('\r')) return text;
  const { lines, ends } = cutLines(before);
  const counts = countsOf(ends.length > 0 ? ends : cutLines(file).ends);
  const usual = mostFrequent(counts);
  const now = text.split('\n');
  const parts =
    ends.length > 0 && counts.size > 1 ? diffArrays([...lines], now, { maxEditLength: MOST_DIFFERENCES }) : undefined;
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

/** How most lines of a text end. */
export function usualEnd(text: string): string {
  return mostFrequent(countsOf(cutLines(text).ends));
}

function countsOf(ends: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [usual = '\n'] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return usual;
}
