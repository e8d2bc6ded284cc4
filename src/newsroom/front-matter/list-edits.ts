import { diffArrays } from 'diff';
import { isMap } from '../../domain/content/source.ts';
import type { ItemLines } from './key-lines.ts';
import { indented, type LineEdit } from './line-edit.ts';
import { printKey, type Style } from './print-value.ts';
import { isSame, textOfMeaning } from './same-value.ts';

/** A list whose entries are on lines of their own, as it was and as it is to be. Neither is empty. */
export interface ListChange {
  /** The key of the list, which says how its texts are written. */
  readonly key: string;
  readonly items: readonly ItemLines[];
  readonly old: readonly unknown[];
  readonly wanted: readonly unknown[];
  readonly style: Style;
  /** What changes keys of one entry, by its place; `undefined` where its keys are not on lines of their own. */
  within(index: number, old: Record<string, unknown>, wanted: Record<string, unknown>): readonly LineEdit[] | undefined;
}

/** With more entries that differ than that, comparing would take longer than anybody waits; what it takes grows with their square. */
const MOST_DIFFERENCES = 1000;

/**
 * What makes a list another: the lines of entries that are the same stay, with the comments between them, and an entry that goes to another place takes its
 * lines along. `undefined` where too much differs.
 */
export function editsOfList(change: ListChange): readonly LineEdit[] | undefined {
  const hunks = hunksOf(change);
  if (!hunks) return undefined;
  const moved = movedIn(hunks, change);
  return hunks.flatMap((hunk) => editsOfHunk(change, hunk, moved));
}

/** Places of the old list, in whose stead those of the new one stand. */
interface Hunk {
  /** The place in the old list before which it begins. */
  readonly at: number;
  readonly gone: readonly number[];
  readonly come: readonly number[];
}

function hunksOf({ old, wanted }: ListChange): readonly Hunk[] | undefined {
  const parts = diffArrays(old.map(textOfMeaning), wanted.map(textOfMeaning), { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return undefined;
  const hunks: Hunk[] = [];
  let open: { readonly at: number; readonly gone: number[]; readonly come: number[] } | undefined;
  let [at, to] = [0, 0];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      open = undefined;
      [at, to] = [at + value.length, to + value.length];
      continue;
    }
    if (!open) {
      open = { at, gone: [], come: [] };
      hunks.push(open);
    }
    for (const _entry of value) {
      if (removed) open.gone.push(at++);
      else open.come.push(to++);
    }
  }
  return hunks;
}

/** The places that entries were at which are at another now, by that one. */
function movedIn(hunks: readonly Hunk[], { old, wanted }: ListChange): ReadonlyMap<number, number> {
  const gone = new Map<string, number[]>();
  for (const index of hunks.flatMap((hunk) => hunk.gone)) {
    const meaning = textOfMeaning(old[index]);
    gone.set(meaning, [...(gone.get(meaning) ?? []), index]);
  }
  const moved = new Map<number, number>();
  for (const index of hunks.flatMap(({ come }) => come)) {
    const from = gone.get(textOfMeaning(wanted[index]))?.shift();
    if (from !== undefined) moved.set(index, from);
  }
  return moved;
}

function editsOfHunk(change: ListChange, hunk: Hunk, moved: ReadonlyMap<number, number>): readonly LineEdit[] {
  const { items, wanted } = change;
  const partners = pairUp(change, hunk, moved);
  const edits: LineEdit[] = [];
  let next = 0;
  /** Goes on to a place of the old list, and takes out what is before it. */
  const goTo = (place: number | undefined): void => {
    for (; next < hunk.gone.length && hunk.gone[next] !== place; next += 1) {
      const item = items[hunk.gone[next] ?? -1];
      if (item) edits.push({ from: item.first, before: item.last + 1, lines: [] });
    }
  };
  for (const index of hunk.come) {
    const partner = partners.get(index);
    if (partner !== undefined) {
      goTo(partner);
      edits.push(...editsOfItem(change, partner, wanted[index]));
      next += 1;
      continue;
    }
    const before = items[hunk.at + next - 1];
    const line = before ? before.last + 1 : (items[0]?.first ?? 0);
    const kept = items[moved.get(index) ?? -1]?.lines;
    edits.push({ from: line, before: line, lines: kept ?? linesOfItem(change, wanted[index]) });
  }
  goTo(undefined);
  return edits;
}

/** The old entry that each new one was: with as many of both, the one in its place; or else the next of which a key says the same. */
function pairUp(
  { old, wanted }: ListChange,
  { gone, come }: Hunk,
  moved: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const away = new Set(moved.values());
  const left = gone.filter((index) => !away.has(index));
  const made = come.filter((index) => !moved.has(index));
  const pairs = new Map<number, number>();
  let next = 0;
  for (const index of made) {
    const found =
      left.length === made.length
        ? next
        : left.findIndex((place, at) => at >= next && sharesKey(old[place], wanted[index]));
    const place = left[found];
    if (place === undefined) continue;
    pairs.set(index, place);
    next = found + 1;
  }
  return pairs;
}

function sharesKey(one: unknown, other: unknown): boolean {
  if (!isMap(one) || !isMap(other)) return false;
  return Object.keys(one).some((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}

function editsOfItem(change: ListChange, index: number, value: unknown): readonly LineEdit[] {
  const item = change.items[index];
  const before = change.old[index];
  if (!item) return [];
  const inner = isMap(before) && isMap(value) ? change.within(index, before, value) : undefined;
  return inner ?? [{ from: item.first, before: item.last + 1, lines: linesOfItem(change, value, item) }];
}

/** The lines of an entry, written like the one in whose place it stands, behind which a comment stays; or like the first. */
function linesOfItem({ key, style, items }: ListChange, value: unknown, old?: ItemLines): readonly string[] {
  const { lead = '- ' } = old ?? items[0] ?? {};
  const printed = printKey(key, [value], { ...style, lists: 'on-lines', indentsDashes: false });
  const [first = '', ...below] = printed.slice(1);
  return [
    (lead + first.slice('- '.length)).trimEnd() + (old?.comment ?? ''),
    ...below.map((text) => indented(text, lead.length - '- '.length)),
  ];
}

/**
 * A list in brackets on one line, in which entries that are the same are written as they were. `undefined` where that cannot be.
 *
 * @param texts The old entries, as they were written.
 */
export function listInBrackets(
  { key, old, wanted, style }: Pick<ListChange, 'key' | 'old' | 'wanted' | 'style'>,
  texts: readonly string[],
): string | undefined {
  if (texts.length !== old.length || texts.some((text) => text === '' || text.includes('\n'))) return undefined;
  const known = new Map(old.map((value, index) => [textOfMeaning(value), texts[index] ?? '']));
  const entries = wanted.map((value) => {
    const [line = '', ...below] = printKey(key, [value], { ...style, lists: 'in-brackets' });
    const printed = below.length === 0 ? /\[(.*)\]$/s.exec(line)?.[1] : undefined;
    return known.get(textOfMeaning(value)) ?? printed;
  });
  return entries.includes(undefined) ? undefined : `[${entries.join(', ')}]`;
}
