import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { asHtml, type Html } from '../../domain/html.ts';
import type { Environment } from '../environment.ts';

/** Blocks that have a layout of their own, by what their tokens are called before `_open` and `_close`. */
type FoldedKind = 'directive' | 'table' | 'footnote_block' | 'alert';

const OPENINGS: ReadonlySet<string> = new Set<`${FoldedKind}_open`>([
  'directive_open',
  'table_open',
  'footnote_block_open',
  'alert_open',
]);
const CLOSINGS: ReadonlySet<string> = new Set([...OPENINGS].map((type) => type.replace('_open', '_close')));

/**
 * Puts all tokens of a block that has a layout of its own into the one that opens it: a layout prints an element as a whole, where
 * markdown-it prints its beginning and its end. It runs last, for other extensions look at neighbours.
 */
export function folding(markdown: MarkdownIt): void {
  markdown.core.ruler.push('folding', (state) => {
    if (state.tokens.some(({ type }) => OPENINGS.has(type))) state.tokens = fold(state.tokens);
  });
}

function fold(tokens: readonly Token[]): Token[] {
  const outermost: Token[] = [];
  const open = [outermost];
  for (const token of tokens) {
    if (CLOSINGS.has(token.type)) {
      open.pop();
      continue;
    }
    open.at(-1)?.push(token);
    if (token.nesting !== 1 || !OPENINGS.has(token.type)) continue;
    token.children = [];
    open.push(token.children);
  }
  return outermost;
}

/** Says how a kind of block is printed. `text` renders what is in it, and is to be called once. */
export function printFolded(
  markdown: MarkdownIt,
  kind: FoldedKind,
  print: (opening: Token, text: () => Html, environment: Environment) => string,
): void {
  markdown.renderer.rules[`${kind}_open`] = (tokens, index, options, env, renderer) => {
    const opening = tokens[index];
    if (!opening) return '';
    return print(opening, () => asHtml(renderer.render(opening.children ?? [], options, env)), env as Environment);
  };
}
