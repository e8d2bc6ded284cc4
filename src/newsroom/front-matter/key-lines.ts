import { LineStarts } from '../../domain/content/source.ts';
import { type Keys, readWritten, type WrittenValue } from '../../validate/front-matter/written-values.ts';
import type { LineEdit } from './line-edit.ts';
import { withOtherWords } from './word-edits.ts';

/** A key of a group, which has its lines for itself. Lines and columns count from 0. */
export interface KeyLines {
  readonly key: string;
  readonly kind: 'scalar' | 'in-brackets' | 'list' | 'group';
  readonly first: number;
  /** The last line of its value, or of the comments right below that are indented further than the key. */
  readonly last: number;
  readonly column: number;
  /** Whether it stands behind the dash of an entry of a list: its line is not its own then. */
  readonly isBehindDash: boolean;
  /** The column of what stands on lines of its own below the key; `undefined` where nothing does. */
  readonly columnBelow: number | undefined;
  /** What stands on the first line up to the value: the key, its colon and the space behind. */
  readonly lead: string;
  /** The comment on the first line behind all else, with the space before it. */
  readonly comment: string;
}

/** An entry of a list, which has its lines for itself. Lines and columns count from 0. */
export interface ItemLines {
  readonly first: number;
  /** As of a key. */
  readonly last: number;
  /** Of its dash. */
  readonly column: number;
  /** What stands on the first line up to the entry: the dash, and the space before and behind it. */
  readonly lead: string;
  /** The comment on the first line behind an entry of one line, with the space before it. */
  readonly comment: string;
  readonly lines: readonly string[];
}

/** What may stand before an entry of a list, or before the first key of such an entry. */
const DASHES = /^ *(?:-[ ]+)*$/;

/** A text of YAML with the lines of its keys. */
export class KeyedLines {
  readonly lines: readonly string[];
  private readonly yaml: string;
  private readonly starts: LineStarts;
  /** What is directly in each group and each list, by the way to that. */
  private readonly inner = new Map<string, WrittenValue[]>();

  /** `yaml` is empty, or its last line has an end. */
  constructor(yaml: string) {
    this.yaml = yaml;
    this.lines = yaml.split('\n').slice(0, -1);
    this.starts = new LineStarts(yaml);
    for (const value of readWritten(yaml).values) {
      if (value.keys.length === 0) continue;
      const way = JSON.stringify(value.keys.slice(0, -1));
      const there = this.inner.get(way);
      if (there) there.push(value);
      else this.inner.set(way, [value]);
    }
  }

  /** The keys of a group; `undefined` where it is in brackets, or where not each key begins a line in the column of the others. */
  keysOf(group: Keys): readonly KeyLines[] | undefined {
    const inGroup = this.inner.get(JSON.stringify(group)) ?? [];
    const found = inGroup.flatMap((value) => this.keyLines(value) ?? []);
    const column = found[0]?.column;
    return found.length === inGroup.length && found.every((key) => key.column === column) ? found : undefined;
  }

  /** The entries of a list; `undefined` where not each begins a line by a dash in the column of the others, with something right behind it. */
  itemsOf(list: Keys): readonly ItemLines[] | undefined {
    const inList = this.inner.get(JSON.stringify(list)) ?? [];
    const found = inList.flatMap((value) => this.itemLines(value) ?? []);
    const column = found[0]?.column;
    return found.length === inList.length && found.every((item) => item.column === column) ? found : undefined;
  }

  /** The entries of a list as they were written. */
  textsOf(list: Keys): readonly string[] {
    return (this.inner.get(JSON.stringify(list)) ?? []).map(({ start, end }) => this.yaml.slice(start, end));
  }

  /** What changes words of a text, line by line; `undefined` where it cannot be told by its words. */
  editsOfWords(way: Keys, old: string, wanted: string): readonly LineEdit[] | undefined {
    const value = this.inner.get(JSON.stringify(way.slice(0, -1)))?.find(({ keys }) => keys.at(-1) === way.at(-1));
    if (!value || value.end <= value.start) return undefined;
    const [start, end] = [this.starts.placeOf(value.start), this.starts.placeOf(value.end)];
    const written = this.yaml.slice(value.start, value.end);
    const changed = withOtherWords({ kind: value.kind, written, old, wanted });
    if (changed === undefined) return undefined;
    // The end of a text below its key is that of its last line.
    const isWhole = end.column === 0;
    const before = (this.lines[start.line] ?? '').slice(0, start.column);
    const behind = isWhole ? '' : (this.lines[end.line] ?? '').slice(end.column);
    const lines = (before + (isWhole ? changed.replace(/\n$/, '') : changed) + behind).split('\n');
    const last = isWhole ? end.line : end.line + 1;
    if (lines.length !== last - start.line) return [{ from: start.line, before: last, lines }];
    return lines.flatMap((line, index) => {
      const at = start.line + index;
      return line === this.lines[at] ? [] : [{ from: at, before: at + 1, lines: [line] }];
    });
  }

  private itemLines(value: WrittenValue): ItemLines | undefined {
    const { line: first, column: start } = this.starts.placeOf(value.start);
    const text = this.lines[first] ?? '';
    const lead = text.slice(0, start);
    const column = lead.search(/\S/);
    if (value.end <= value.start || !/^ *- +$/.test(lead)) return undefined;
    const last = this.lastLine(value, { first, column, end: value.end });
    const isInline = ['scalar', 'in-brackets'].includes(this.kindOf(value));
    const comment = isInline ? this.commentOn(first, value, start) : '';
    return { first, last, column, lead, comment, lines: this.lines.slice(first, last + 1) };
  }

  private keyLines(value: WrittenValue): KeyLines | undefined {
    const { keys, keyStart, keyEnd } = value;
    if (keyStart === undefined || keyEnd === undefined) return undefined;
    const { line: first, column } = this.starts.placeOf(keyStart);
    const text = this.lines[first] ?? '';
    const colon = /[ \t]*:/y;
    colon.lastIndex = keyEnd;
    if (!DASHES.test(text.slice(0, column)) || !colon.test(this.yaml)) return undefined;
    const behindColon = column + colon.lastIndex - keyStart;
    const start = this.starts.placeOf(value.start);
    const kind = this.kindOf(value);
    const isInline = value.end > value.start && start.line === first && (kind === 'scalar' || kind === 'in-brackets');
    return {
      key: String(keys.at(-1)),
      kind,
      first,
      last: this.lastLine(value, { first, column, end: Math.max(value.end, colon.lastIndex) }),
      column,
      isBehindDash: /\S/.test(text.slice(0, column)),
      columnBelow: kind === 'list' || kind === 'group' ? start.column : undefined,
      lead: isInline && value.kind !== 'block' ? text.slice(0, start.column) : `${text.slice(0, behindColon)} `,
      comment: this.commentOn(first, isInline ? value : undefined, behindColon),
    };
  }

  private kindOf({ kind, start }: WrittenValue): KeyLines['kind'] {
    if (kind !== 'list' && kind !== 'map') return 'scalar';
    if (/[[{]/.test(this.yaml[start] ?? '')) return 'in-brackets';
    return kind === 'list' ? 'list' : 'group';
  }

  private commentOn(line: number, inline: WrittenValue | undefined, behindColon: number): string {
    const text = this.lines[line] ?? '';
    if (!inline) return /^.*?([ \t]+#.*)$/s.exec(text.slice(behindColon))?.[1] ?? '';
    const start = this.starts.placeOf(inline.start).column;
    if (inline.kind === 'block') return /^[|>][-+\d]*([ \t]+#.*)$/s.exec(text.slice(start))?.[1] ?? '';
    const end = this.starts.placeOf(inline.end);
    return end.line === line ? (/^[ \t]*#.*$/s.exec(text.slice(end.column))?.[0] ?? '') : '';
  }

  private lastLine(
    value: WrittenValue,
    place: { readonly first: number; readonly column: number; readonly end: number },
  ) {
    let last = Math.max(place.first, this.starts.placeOf(place.end - 1).line);
    // Empty lines below a text are a part of it only where its first line says so.
    const keepsEmpty = value.kind === 'block' && /^[|>]\d?\+/.test(this.yaml.slice(value.start, value.start + 3));
    while (!keepsEmpty && last > place.first && this.lines[last]?.trim() === '') last -= 1;
    while (isCommentBehind(this.lines[last + 1], place.column)) last += 1;
    return last;
  }
}

/** Whether a line is a comment that begins further to the right than a column. */
function isCommentBehind(line: string | undefined, column: number): boolean {
  const start = line?.search(/\S/) ?? -1;
  return start > column && line?.[start] === '#';
}
