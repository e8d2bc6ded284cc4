import type MarkdownIt from 'markdown-it';
import type { Environment } from '../environment.ts';

/**
 * Says of each stretch of text in which lines it stands, where markdown-it does not: a cell of a table stands in its row,
 * a footnote within a sentence anywhere in the text.
 */
export function lines(markdown: MarkdownIt): void {
  markdown.core.ruler.before('smartquotes', 'lines', ({ tokens, env }) => {
    const everywhere: [number, number] = [0, (env as Environment).lineCount];
    let current = everywhere;
    for (const token of tokens) {
      if (token.type === 'footnote_open') current = everywhere;
      if (token.map) current = token.map;
      else if (token.type === 'inline') token.map = current;
    }
  });
}
