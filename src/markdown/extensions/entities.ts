import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';

/** Has references such as `&#x202E;` stand for no character that a text may not have, as CommonMark has it for `&#0;`. */
export function entities(markdown: MarkdownIt): void {
  markdown.core.ruler.before('text_join', 'entities', ({ src, tokens }) => {
    // Where HTML has divided a paragraph, the source of its parts is not to be had.
    if (src.includes('&#')) clean(tokens);
  });
}

function clean(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.info === 'entity') token.content = withoutForbidden(token.content);
    // The words of a picture.
    if (token.children) clean(token.children);
  }
}
