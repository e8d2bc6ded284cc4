import type { MarkdownIt, Token } from 'markdown-it';
import { LARGE_PAGE, LARGEST_PAGE, megabytes } from '../domain/site/page-size.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Environment } from './environment.ts';

/** A text as it was rendered, or that it is longer than a string can be. */
export type Rendering = { readonly kind: 'html'; readonly html: string } | { readonly kind: 'endless' };

/** Renders a text. What is longer than a string can be is no fault of the program. */
export function renderBounded(render: () => string): Rendering {
  try {
    return { kind: 'html', html: render() };
  } catch (fault) {
    if (fault instanceof RangeError && fault.message === 'Invalid string length') return { kind: 'endless' };
    throw fault;
  }
}

/**
 * Says that a text makes its page too large, or large, and which of its blocks makes most of it.
 *
 * @param newEnvironment Makes an environment like the one that it was rendered in: it is rendered once more, block by block.
 */
export function findTooLarge(
  { rendered, markdown, text }: { readonly rendered: Rendering; readonly markdown: MarkdownIt; readonly text: string },
  newEnvironment: () => Environment,
): Finding | undefined {
  const bytes = rendered.kind === 'html' ? bytesAbove(LARGE_PAGE, rendered.html) : Number.POSITIVE_INFINITY;
  if (bytes === undefined) return undefined;
  const anew = newEnvironment();
  const largest = largestBlock(markdown, text, anew);
  const isTooLarge = bytes > LARGEST_PAGE;
  const most = (isTooLarge ? LARGEST_PAGE : LARGE_PAGE) / 1e6;
  const size = Number.isFinite(bytes) ? megabytes(bytes) : 'hundreds of MB';
  return {
    code: isTooLarge ? 'page-too-large' : 'page-large',
    path: anew.path,
    at: { kind: 'position', line: anew.firstLine + largest.line, column: 1 },
    message: `Unexpected page of ${size}, expected at most ${most} MB; what begins on this line is ${largest.size} of it`,
    hint: 'divide the text among several pages, and show each transcript and each table once',
  };
}

/** How many bytes a text has, if there are more than some. */
function bytesAbove(most: number, text: string): number | undefined {
  if (text.length * 3 <= most) return undefined;
  const bytes = Buffer.byteLength(text);
  return bytes > most ? bytes : undefined;
}

/** The block of a text that makes most HTML: on which of its lines it begins, counted from 0, and how much that is. */
function largestBlock(
  markdown: MarkdownIt,
  text: string,
  anew: Environment,
): { readonly line: number; readonly size: string } {
  let largest = { line: 0, bytes: 0 };
  for (const block of blocksOf(markdown.parse(text, anew))) {
    const rendered = renderBounded(() => markdown.renderer.render(block, markdown.options, anew));
    const bytes = rendered.kind === 'html' ? Buffer.byteLength(rendered.html) : Number.POSITIVE_INFINITY;
    if (bytes > largest.bytes) largest = { line: block[0]?.map?.[0] ?? 0, bytes };
  }
  return { line: largest.line, size: Number.isFinite(largest.bytes) ? megabytes(largest.bytes) : 'most' };
}

/** The tokens of a text, block by block. */
function blocksOf(tokens: readonly Token[]): readonly Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}
