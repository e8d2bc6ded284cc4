import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A part of a text, by its indices. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ParsedMarkdown {
  readonly tree: Root;
  /** Where the address of a link, a picture or a definition stands, with its angle brackets; `undefined` where it has none. */
  destinationOf(node: Link | Image | Definition): Range | undefined;
}

/** Without looking for further addresses in the tree: it gives them no positions. */
const WITH_POSITIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Broadsheet takes no longer text. */
const MOST_CHARACTERS = 2_000_000;

/** Quotations and lists in each other, in what stands before a line's words. */
const MOST_LEVELS = 60;

/** Signs in one paragraph that begin something whose end is to be looked for: the time that takes grows with their square. */
const MOST_SIGNS: readonly { readonly sign: RegExp; readonly most: number }[] = [
  { sign: /[[<`]/g, most: 12_000 },
  { sign: /[*_~]/g, most: 40_000 },
  { sign: /<[!?]/g, most: 1_000 },
];

/** A text as a tree with positions, or why there is none: no person wrote such a text. */
export function parseMarkdown(text: string): ParsedMarkdown | { readonly reason: string } {
  const reason = reasonNotToParse(text);
  if (reason !== undefined) return { reason };
  const destinations: Range[] = [];
  const note = (token: { start: { offset: number }; end: { offset: number } }): void => {
    destinations.push({ start: token.start.offset, end: token.end.offset });
  };
  const tree = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [WITH_POSITIONS, { enter: { resourceDestination: note, definitionDestination: note } }],
  });
  destinations.sort((one, other) => one.start - other.start);
  return {
    tree,
    destinationOf(node) {
      const { start, end } = rangeOf(node);
      const last = 'children' in node ? node.children.at(-1) : undefined;
      const from = last ? rangeOf(last).end : start;
      const range = lastBefore(destinations, end);
      return range && range.start >= from ? range : undefined;
    },
  };
}

export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Visits the nodes of a tree in the order of the text; `false` leaves those within a node out. */
export function visitNodes(
  tree: Nodes,
  visit: (node: Nodes, ancestors: readonly Nodes[]) => boolean | undefined,
): void {
  const ancestors: Nodes[] = [];
  const enter = (node: Nodes): void => {
    if (visit(node, ancestors) === false || !('children' in node)) return;
    ancestors.push(node);
    for (const child of node.children) enter(child);
    ancestors.pop();
  };
  enter(tree);
}

function lastBefore(ranges: readonly Range[], end: number): Range | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

function reasonNotToParse(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return 'it is too long';
  const counts = MOST_SIGNS.map(() => 0);
  for (const [line] of text.matchAll(/[^\n]*\n?/g)) {
    if (line.trim() === '') counts.fill(0);
    if (levelsOf(line) > MOST_LEVELS) return 'its quotations and lists stand in each other too deeply';
    for (const [index, { sign, most }] of MOST_SIGNS.entries()) {
      const count = (counts[index] ?? 0) + countOf(line, sign);
      if (count > most) return 'a paragraph has too many signs';
      counts[index] = count;
    }
  }
  return undefined;
}

function levelsOf(line: string): number {
  const container = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
  const levels = countOf(container, /[>*+-]|\d[.)]/g);
  return levels === 0 ? 0 : levels + container.length / 6;
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
