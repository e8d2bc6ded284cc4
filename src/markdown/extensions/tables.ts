import type MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import type { Environment } from '../environment.ts';

/** A table scrolls sideways within its own box where a phone is too narrow for it, by keyboard too (WCAG 2.1.1). */
export function tables(markdown: MarkdownIt): void {
  markdown.renderer.rules['table_open'] = (_tokens, _index, _options, env) => {
    const { tables: numbered, words } = env as Environment;
    numbered.count += 1;
    const label = escapeHtml(`${words('table')} ${numbered.count}`);
    return `<section class="table" tabindex="0" aria-label="${label}"><table>\n`;
  };
  markdown.renderer.rules['table_close'] = () => '</table></section>\n';
}
