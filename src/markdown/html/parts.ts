import type { Token } from 'markdown-it';

/** A tag that opens an element, as it was written. */
export interface StartTag {
  readonly kind: 'start';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** The line of the file. */
  readonly line: number;
}

/** What a text with HTML consists of: tags, the text between them, and what Markdown has made of the rest. */
export type Part =
  | StartTag
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Tokens of Markdown that nothing can part, and the name of an element that stands where they do. */
  | { readonly kind: 'leaf'; readonly tokens: readonly Token[]; readonly name: string; readonly line: number }
  /** Emphasis or a link of Markdown, which HTML may overlap with. */
  | { readonly kind: 'open'; readonly token: Token; readonly close: Token; readonly name: string }
  | { readonly kind: 'close'; readonly name: string };

/**
 * The parts without elements that go with all that is in them. Where one is not closed, its tag alone goes.
 *
 * @param isWhole Whether an element is of these.
 */
export function withoutWhole(parts: readonly Part[], isWhole: (name: string) => boolean): readonly Part[] {
  const ends = pairsOf(parts, isWhole);
  if (ends.size === 0) return parts;
  const kept: Part[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const end = ends.get(index);
    if (part) kept.push(part);
    if (end === undefined) continue;
    // Emphasis that begins within and ends behind it stays a pair.
    for (const within of parts.slice(index + 1, end)) {
      if (within.kind === 'open' || within.kind === 'close') kept.push(within);
    }
    index = end - 1;
  }
  return kept;
}

/** Where the outermost of some elements begin and end. */
function pairsOf(parts: readonly Part[], isOf: (name: string) => boolean): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>();
  const pairs: [start: number, end: number][] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'start' && part.kind !== 'end') continue;
    if (!isOf(part.name)) continue;
    const starts = open.get(part.name) ?? [];
    open.set(part.name, starts);
    if (part.kind === 'start') {
      starts.push(index);
    } else {
      const start = starts.pop();
      if (start !== undefined) pairs.push([start, index]);
    }
  }
  const outermost = new Map<number, number>();
  let last = -1;
  for (const [start, end] of pairs.sort(([one], [other]) => one - other)) {
    if (start < last) continue;
    outermost.set(start, end);
    last = end;
  }
  return outermost;
}
