import { isMap } from '../../domain/content/source.ts';
import { readWritten, type Keys } from '../../validate/front-matter/written-values.ts';
import { KeyedLines, type KeyLines } from './key-lines.ts';
import { indented, type LineEdit } from './line-edit.ts';
import { editsOfList, type ListChange, listInBrackets } from './list-edits.ts';
import { needsQuotes, printKey, type Style, USUAL_STYLE } from './print-value.ts';
import { readKeys } from './read-keys.ts';
import { isSame, isSameGroup } from './same-value.ts';
import { withoutAliases } from './without-aliases.ts';

/** The text with its front matter changed, or why that cannot be done without a doubt: then a person has to. */
export type FrontMatterEdit =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'unsure'; readonly reason: Doubt };

/**
 * - `unreadable`: there is no front matter, or it cannot be read.
 * - `shared`: `&`, `*` or `<<` make one key say something of another.
 * - `form`: the keys are not each on lines of their own, as in `{headline: A, date: B}`.
 * - `value`: a new value cannot be written so that it is read again as it is.
 */
export type Doubt = 'unreadable' | 'shared' | 'form' | 'value';

/** Deeper than anything that front matter holds; what is printed is walked through by calls of calls. */
const DEEPEST = 50;

/**
 * Changes keys in the front matter of a file and nothing else: other keys, comments, the body, the byte order mark and the line ends, also
 * mixed ones, stay byte for byte. A key whose value is already the one wanted keeps its lines; in a group of keys on lines of
 * their own (`image:`) only those of the keys that differ change, in a list on lines of its own (`contributors:`) only those of the entries that do, and of a
 * text the words that stay are written as they were; an entry that goes to another place takes its lines along.
 *
 * A key or an entry that is taken out, or gets another value, takes along all lines of its value with the comments in them and those right below that are
 * indented further. A comment behind a value that is exchanged stays, and so does one on a line of its own above a key or an entry. What takes its value from such
 * a key by an alias (`*name`) gets it written out.
 *
 * The result is read again and compared before it is returned.
 *
 * @param source The file as it was read, with its byte order mark and line ends.
 * @param changes By key: texts, numbers, flags, `null`, and lists and objects of such; `undefined` takes the key out.
 * @param order Where a new key goes: behind the last one of those before it in this list that the file has.
 */
export function editKeys(
  source: string,
  changes: ReadonlyMap<string, unknown>,
  order: readonly string[],
): FrontMatterEdit {
  const file = cutLines(source);
  const read = readKeys(file.text);
  if (!read) return { kind: 'unsure', reason: 'unreadable' };
  const { keys: before } = read;
  if (!canBeWritten([...changes.values()].filter((value) => value !== undefined)))
    return { kind: 'unsure', reason: 'value' };
  const wanted = new Map(before);
  for (const [key, value] of changes) {
    if (value === undefined) wanted.delete(key);
    else wanted.set(key, value);
  }
  if (isSameGroup(before, wanted)) return { kind: 'edited', text: source };
  const yaml = new KeyedLines(read.yaml);
  for (const way of WAYS) {
    const edits = editsOfGroup(yaml, [], { before, changes, order, ...way });
    if (!edits) return { kind: 'unsure', reason: before.has('<<') ? 'shared' : 'form' };
    const text = file.withEdits(edits);
    const after = readKeys(cutLines(text).text)?.keys;
    if (after && isSameGroup(after, wanted) && !before.has('<<')) return { kind: 'edited', text };
  }
  if (before.has('<<')) return { kind: 'unsure', reason: 'shared' };
  const apart = file.withEdits(withoutAliases(read.yaml, new Set(changes.keys()), before));
  const keysApart = readKeys(cutLines(apart).text)?.keys;
  if (apart !== source && keysApart && isSameGroup(keysApart, before)) return editKeys(apart, changes, order);
  const isShared = readWritten(read.yaml).values.some(({ anchor, kind }) => anchor !== undefined || kind === 'alias');
  return { kind: 'unsure', reason: isShared ? 'shared' : 'value' };
}

/** How changes are tried, one after the other, until one is read as it is meant. */
const WAYS: readonly Pick<GroupChanges, 'style' | 'keepsWords' | 'keepsEntries'>[] = [
  { style: USUAL_STYLE, keepsWords: true, keepsEntries: true },
  { style: USUAL_STYLE, keepsWords: false, keepsEntries: true },
  { style: { ...USUAL_STYLE, quotes: 'everywhere' }, keepsWords: false, keepsEntries: true },
  { style: { ...USUAL_STYLE, quotes: 'everywhere' }, keepsWords: false, keepsEntries: false },
];

interface GroupChanges {
  readonly before: ReadonlyMap<string, unknown>;
  readonly changes: ReadonlyMap<string, unknown>;
  readonly order: readonly string[];
  readonly style: Style;
  /** Whether texts keep those of their words that are the same as they are written. */
  readonly keepsWords: boolean;
  /** Whether entries of lists that are the same keep their lines. */
  readonly keepsEntries: boolean;
}

/** What changes keys of one group; `undefined` where its keys are not on lines of their own. */
function editsOfGroup(yaml: KeyedLines, group: Keys, wanted: GroupChanges): readonly LineEdit[] | undefined {
  const { before, changes, style, order } = wanted;
  const present = yaml.keysOf(group);
  if (!present || present.length !== before.size) return undefined;
  if (present.some(({ key, isBehindDash }) => isBehindDash && isTakenOut(key, changes))) return undefined;
  const edits: LineEdit[] = [];
  for (const [key, value] of changes) {
    const there = present.find((one) => one.key === key);
    if (there === undefined) continue;
    const old = before.get(key);
    if (value === undefined) edits.push({ from: there.first, before: there.last + 1, lines: [] });
    else if (!isSame(old, value)) {
      const inner = editsWithin(yaml, [...group, key], { there, old, value, wanted });
      const lines = (): readonly string[] =>
        replacement(there, value, old === '' ? style : styleLike(yaml.lines[there.first], there, style));
      edits.push(...(inner ?? [{ from: there.first, before: there.last + 1, lines: lines() }]));
    }
  }
  const added = [...changes].filter(([key, value]) => value !== undefined && !before.has(key));
  const column = present[0]?.column ?? 0;
  for (const [key, value] of added.sort(([one], [other]) => rankOf(one, order) - rankOf(other, order))) {
    const at = placeFor(key, present, { order, lines: yaml.lines });
    edits.push({ from: at, before: at, lines: printKey(key, value, style).map((line) => indented(line, column)) });
  }
  return edits;
}

function isTakenOut(key: string, changes: ReadonlyMap<string, unknown>): boolean {
  return changes.has(key) && changes.get(key) === undefined;
}

/** What changes a part of a value; `undefined` where all of it has to be written anew. */
function editsWithin(
  yaml: KeyedLines,
  way: Keys,
  {
    there,
    old,
    value,
    wanted,
  }: { readonly there: KeyLines; readonly old: unknown; readonly value: unknown; readonly wanted: GroupChanges },
): readonly LineEdit[] | undefined {
  if (there.kind === 'group' && isMap(old) && isMap(value) && Object.keys(value).length > 0)
    return editsOfGroup(yaml, way, differenceOf(old, value, wanted));
  if (typeof old === 'string' && typeof value === 'string') {
    const isPlainer = needsQuotes(value, there.key) && !needsQuotes(old, there.key);
    return wanted.keepsWords && !isPlainer ? yaml.editsOfWords(way, old, value) : undefined;
  }
  if (!wanted.keepsEntries || !Array.isArray(old) || !Array.isArray(value) || value.length === 0) return undefined;
  const change = { key: there.key, old, wanted: value, style: wanted.style };
  if (there.kind === 'in-brackets' && there.first === there.last) {
    const list = listInBrackets(change, yaml.textsOf(way));
    return list === undefined
      ? undefined
      : [{ from: there.first, before: there.last + 1, lines: [there.lead + list + there.comment] }];
  }
  const items = there.kind === 'list' ? yaml.itemsOf(way) : undefined;
  if (!items || items.length !== old.length) return undefined;
  const within: ListChange['within'] = (index, before, after) =>
    editsOfGroup(yaml, [...way, index], differenceOf(before, after, wanted));
  return editsOfList({ ...change, items, within });
}

function differenceOf(
  old: Record<string, unknown>,
  value: Record<string, unknown>,
  wanted: GroupChanges,
): GroupChanges {
  const before = new Map(Object.entries(old));
  const gone = [...before.keys()].filter((key) => !Object.hasOwn(value, key)).map((key) => [key, undefined] as const);
  return { ...wanted, before, changes: new Map<string, unknown>([...gone, ...Object.entries(value)]), order: [] };
}

/** The style in which a key has a text that is not empty: in quotes where it has some. */
function styleLike(line: string | undefined, { kind, lead }: KeyLines, style: Style): Style {
  const sign = kind === 'scalar' && style.quotes === 'where-needed' ? line?.charAt(lead.length) : undefined;
  if (sign === "'") return { ...style, quotes: 'single' };
  return sign === '"' ? { ...style, quotes: 'double' } : style;
}

/** The lines of a key with another value, written like the old one. */
function replacement(there: KeyLines, value: unknown, style: Style): readonly string[] {
  const { kind, column, columnBelow, lead, comment } = there;
  const shift = (columnBelow ?? column) - column;
  const printed = printKey(there.key, value, {
    ...style,
    lists: kind === 'in-brackets' ? 'in-brackets' : kind === 'scalar' ? style.lists : 'on-lines',
    indent: shift > 0 ? shift : style.indent,
    indentsDashes: kind !== 'list' || shift > 0,
  });
  const [bare = ''] = printKey(there.key, null, style);
  const [first = '', ...below] = printed;
  const rest = first.slice(bare.length).trimStart();
  const line = rest === '' ? lead.trimEnd() : lead + rest;
  return [line + comment, ...below.map((text) => indented(text, column))];
}

/** The line before which a new key goes. */
function placeFor(
  key: string,
  present: readonly KeyLines[],
  { order, lines }: { readonly order: readonly string[]; readonly lines: readonly string[] },
): number {
  const rank = rankOf(key, order);
  const ahead = present.filter((one) => rankOf(one.key, order) < rank);
  const nearest = ahead.reduce<KeyLines | undefined>(
    (best, one) => (best && rankOf(best.key, order) > rankOf(one.key, order) ? best : one),
    undefined,
  );
  if (nearest && order.includes(key)) return nearest.last + 1;
  const first = present[0];
  if (first && order.includes(key)) return aboveComments(first, lines);
  return (present.at(-1)?.last ?? lines.length - 1) + 1;
}

/** The line of a key, or the first of the comments right above it. */
function aboveComments({ first }: KeyLines, lines: readonly string[]): number {
  let line = first;
  while (lines[line - 1]?.trimStart().startsWith('#')) line -= 1;
  return line;
}

/** Where a key stands in the order; behind all others if it does not. */
function rankOf(key: string, order: readonly string[]): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}

/** A text cut into lines, each with its own end. */
function cutLines(source: string) {
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const parts = source.slice(mark.length).split(/(\r\n?|\n)/);
  const lines = parts.filter((_part, index) => index % 2 === 0);
  const ends = parts.filter((_part, index) => index % 2 === 1);
  return {
    /** As it is read: without byte order mark, its lines ending in `\n`. */
    text: lines.join('\n'),
    /** The whole text with lines of its front matter exchanged; new ones end like the line in whose place they stand, or the one above. */
    withEdits(edits: readonly LineEdit[]): string {
      const changed = [...edits].sort((one, other) => one.from - other.from);
      const out = [mark];
      let next = 0;
      const copyTo = (line: number): void => {
        for (; next < line; next += 1) out.push(lines[next] ?? '', ends[next] ?? '');
      };
      for (const { from, before, lines: added } of changed) {
        // The first line of the file is the fence above the YAML.
        copyTo(from + 1);
        const end = ends[before > from ? from + 1 : from] ?? '\n';
        for (const line of added) out.push(line, end);
        next = Math.max(next, before + 1);
      }
      copyTo(lines.length);
      return out.join('');
    },
  };
}

/** Whether values are such as YAML and JSON have, and none is nested too deeply. */
function canBeWritten(values: readonly unknown[]): boolean {
  let level = values;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    if (level.some((value) => !isOfJson(value))) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return true;
  }
  return false;
}

function isOfJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
