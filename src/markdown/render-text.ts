import { asHtml, escapeHtml, type Html, type RichText } from '../domain/html.ts';
import { withoutControls } from './slots.ts';
import { lineMarkdownFor, markdownFor } from './markdown.ts';
import type { Environment } from './environment.ts';

/** What rendering a text needs; the places for what is found are made anew for each. */
export type RenderContext = Omit<
  Environment,
  'findings' | 'references' | 'usedMedia' | 'ids' | 'tables' | 'renderLine'
>;

/** A rendered text and what was found in it. */
export interface RenderedText extends Pick<Environment, 'findings' | 'references' | 'usedMedia'> {
  readonly html: Html;
}

/** Renders a text of several paragraphs. */
export function renderText(markdown: string, language: string, context: RenderContext): RenderedText {
  const environment: Environment = {
    ...context,
    renderLine: (line) => renderLine(line, language).html,
    findings: [],
    references: [],
    usedMedia: new Set(),
    tables: { count: 0 },
    ids: new Set(),
  };
  const html = asHtml(markdownFor(language).render(withoutControls(markdown), environment));
  const { findings, references, usedMedia } = environment;
  return { html, findings, references, usedMedia };
}

const PLAIN = /^[^\\`*_[\]<>&!'"~^.-]*$/;

/** Renders one line in which emphasis is the only markup: a headline, a dek, a caption. Links become their words. */
export function renderLine(markdown: string, language: string): RichText {
  const line = withoutControls(markdown).replace(/\s+/g, ' ').trim();
  if (PLAIN.test(line)) return { text: line, html: escapeHtml(line) };
  const [block] = lineMarkdownFor(language).parseInline(line, {});
  let text = '';
  let html = '';
  for (const token of block?.children ?? []) {
    if (EMPHASIS[token.type] !== undefined) html += EMPHASIS[token.type];
    const words =
      token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : WORDS.has(token.type) ? token.content : '';
    text += words;
    html += escapeHtml(words);
  }
  return { text, html: asHtml(html) };
}

const WORDS = new Set(['text', 'text_special', 'code_inline', 'image']);

const EMPHASIS: Readonly<Record<string, string>> = {
  em_open: '<em>',
  em_close: '</em>',
  strong_open: '<strong>',
  strong_close: '</strong>',
};
