import type MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { escapeHtml } from '../../domain/html.ts';
import type { Environment } from '../environment.ts';

/** Footnotes (`[^1]`), in a section of their own after the text, each with a named way back. */
export function footnotes(markdown: MarkdownIt): void {
  // Its types come from another copy of markdown-it's.
  (footnote as (markdown: unknown) => void)(markdown);
  const { rules } = markdown.renderer;
  rules['footnote_block_open'] = (_tokens, _index, _options, env) =>
    `<section class="footnotes" aria-label="${escapeHtml((env as Environment).words('footnotes'))}">\n<ol>\n`;
  rules['footnote_block_close'] = () => '</ol>\n</section>\n';
  rules['footnote_anchor'] = (tokens, index, options, env, renderer) => {
    const id = rules['footnote_anchor_name']?.(tokens, index, options, env, renderer) ?? '';
    const subId = Number(tokens[index]?.meta?.subId ?? 0);
    const suffix = subId > 0 ? `:${subId}` : '';
    const label = escapeHtml((env as Environment).words('backToText'));
    return ` <a href="#fnref${id}${suffix}" class="footnote-backref" aria-label="${label}">↩\ufe0e</a>`;
  };
}
