import { diffArrays } from 'diff';

/** Two texts that were made of one. */
export interface Divided {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What a text is cut into: words with the signs and spaces between them, lines, or what stands between empty lines. */
export type Unit = 'words' | 'lines' | 'blocks';

const CUTS: Readonly<Record<Unit, RegExp>> = {
  words: /[\p{L}\p{N}\p{M}]+|[ \t]+|./gsu,
  lines: /[^\n]*\n|[^\n]+/g,
  blocks: /(?:[^\n]+(?:\n(?!\n)|$))+\n*|\n+|[^\n]+\n*/g,
};

/** With more units that differ than that, comparing would take longer than anybody waits; what it takes grows with their square. */
const MOST_DIFFERENCES = 1500;

/** A part of the base, by its units, and what stands in its place. */
interface Hunk {
  readonly from: number;
  readonly before: number;
  readonly units: readonly string[];
}

/**
 * Puts two sets of changes to one text together. Where both changed the same part, theirs counts.
 *
 * @returns `undefined` where the texts differ in too much.
 */
export function mergeTexts({ base, ours, theirs }: Divided, unit: Unit): string | undefined {
  const cut = (text: string): string[] => text.match(CUTS[unit]) ?? [];
  const units = cut(base);
  const own = hunksOf(units, cut(ours));
  const others = hunksOf(units, cut(theirs));
  if (!own || !others) return undefined;
  const merged: string[] = [];
  let at = 0;
  for (const { from, before, units: changed } of joined(own, others)) {
    merged.push(...units.slice(at, from), ...changed);
    at = before;
  }
  return [...merged, ...units.slice(at)].join('');
}

function hunksOf(base: string[], changed: string[]): readonly Hunk[] | undefined {
  const parts = diffArrays(base, changed, { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return undefined;
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { readonly from: number; readonly units: string[] } | undefined;
  const close = (): void => {
    if (open) hunks.push({ ...open, before: at });
    open = undefined;
  };
  for (const { added, removed, value } of parts) {
    if (!added && !removed) close();
    else open ??= { from: at, units: [] };
    if (added) open?.units.push(...value);
    else at += value.length;
  }
  close();
  return hunks;
}

/** All hunks in their order, but those of ours that overlap one of theirs. */
function joined(ours: readonly Hunk[], theirs: readonly Hunk[]): readonly Hunk[] {
  const kept: Hunk[] = [];
  let next = 0;
  for (const hunk of ours) {
    while (next < theirs.length && isBefore(theirs[next], hunk)) next += 1;
    const other = theirs[next];
    if (!other || isBefore(hunk, other)) kept.push(hunk);
  }
  return [...kept, ...theirs].sort((one, other) => one.from - other.from || one.before - other.before);
}

/** Whether a hunk ends where another begins, or before. Two that put something in at one place overlap. */
function isBefore(one: Hunk | undefined, other: Hunk): boolean {
  if (!one) return true;
  return one.before < other.from || (one.before === other.from && (one.from < one.before || other.from < other.before));
}
