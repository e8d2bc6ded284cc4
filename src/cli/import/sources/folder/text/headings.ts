import type { Heading } from 'mdast';
import { type ParsedMarkdown, rangeOf, visitNodes } from './parse-markdown.ts';
import { type Splice, wholeLines } from './splices.ts';

/**
 * The splices that leave headings of the first level to the headline: one that repeats it goes, and where there are others, every heading goes down a
 * level.
 */
export function headingSplices(text: string, { tree }: ParsedMarkdown, title: string): readonly Splice[] {
  const headings: Heading[] = [];
  visitNodes(tree, (node) => {
    if (node.type === 'heading') headings.push(node);
    return undefined;
  });
  const first = headings.filter(({ depth }) => depth === 1);
  const repeated = first.find((heading) => isAlike(wordsOf(heading), title));
  const splices: Splice[] = repeated ? [{ ...wholeLines(text, rangeOf(repeated)), text: '' }] : [];
  if (first.every((heading) => heading === repeated)) return splices;
  for (const heading of headings) if (heading !== repeated && heading.depth < 6) splices.push(lowered(text, heading));
  return splices;
}

/** The words of the first heading of the first level, which stands for a title where the front matter has none. */
export function firstTitle({ tree }: ParsedMarkdown): string | undefined {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const words = heading ? wordsOf(heading).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? undefined : words;
}

function lowered(text: string, heading: Heading): Splice {
  const { start, end } = rangeOf(heading);
  if (text[start] === '#') return { start, end: start, text: '#' };
  const underline = text.lastIndexOf('\n', end - 1) + 1;
  const line = text.slice(underline, end);
  if (heading.depth === 1) return { start: underline, end, text: line.replace(/=/g, '-') };
  // Nothing is written below a heading of the third level.
  const first = heading.children[0];
  const last = heading.children.at(-1);
  const words = first && last ? text.slice(rangeOf(first).start, rangeOf(last).end) : '';
  return { start, end, text: `### ${words.replace(/\s*\n[\s>]*/g, ' ')}` };
}

function wordsOf(heading: Heading): string {
  let words = '';
  visitNodes(heading, (node) => {
    if (node.type === 'break') words += ' ';
    if (node.type === 'text' || node.type === 'inlineCode') words += node.value;
    if (node.type === 'image') words += node.alt ?? '';
    return undefined;
  });
  return words;
}

function isAlike(one: string, other: string): boolean {
  const words = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return words(one) === words(other) && words(one) !== '';
}
