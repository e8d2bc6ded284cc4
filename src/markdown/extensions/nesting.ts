import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { type Environment, linesOf } from '../environment.ts';

/** How many lists, quotations and blocks may stand in each other. */
const DEEPEST = 20;

/** What else may stand in, by the token that opens it; the one that closes it has `_close`. */
const HOLDERS: ReadonlySet<string> = new Set(
  ['blockquote', 'list_item', 'dd', 'directive', 'footnote_reference'].flatMap((name) => [
    `${name}_open`,
    `${name}_close`,
  ]),
);

/**
 * Tells of what stands in too many others, and leaves it out: markdown-it would leave it out silently from a hundred levels on,
 * and each level is printed again with all that is in it.
 */
export function nesting(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'nesting', (state) => {
    if (!state.tokens.some(({ level }) => level >= DEEPEST)) return;
    let depth = 0;
    state.tokens = state.tokens.filter((token) => {
      const isHolder = HOLDERS.has(token.type);
      if (isHolder && token.nesting === 1) {
        depth += 1;
        if (depth === DEEPEST + 1) note(state.env as Environment, token);
      }
      const isKept = depth <= DEEPEST;
      if (isHolder && token.nesting === -1) depth -= 1;
      return isKept;
    });
  });
}

function note(environment: Environment, { map }: Token): void {
  const [line] = linesOf(environment, map);
  environment.findings.push({
    code: 'nesting-too-deep',
    path: environment.path,
    at: { kind: 'position', line, column: 1 },
    message: `Unexpected ${DEEPEST + 1} lists, quotations or blocks in each other, expected at most ${DEEPEST}`,
    hint: 'close a block before the next, or begin the line with fewer `>`, `-` and spaces',
  });
}
