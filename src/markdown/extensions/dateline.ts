import type MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import type { Environment } from '../environment.ts';

/** Prints the place that a story was filed from before its first paragraph: “OLD QUAY —”. */
export function dateline(markdown: MarkdownIt): void {
  markdown.core.ruler.push('dateline', (state) => {
    const environment = state.env as Environment;
    if (environment.dateline === undefined) return;
    const first = state.tokens.findIndex(
      (token) => token.type === 'paragraph_open' && token.level === 0 && !token.hidden,
    );
    const token = new state.Token('dateline', '', 0);
    token.content = environment.dateline;
    const paragraph = first < 0 ? undefined : state.tokens[first + 1];
    if (paragraph?.children) paragraph.children.unshift(token);
  });
  markdown.renderer.rules['dateline'] = (tokens, index) =>
    `<span class="place-line">${escapeHtml(tokens[index]?.content ?? '')} —</span> `;
}
