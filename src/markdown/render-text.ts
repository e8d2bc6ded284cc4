import type { Reference } from '../domain/story/article.ts';
import { asHtml, escapeHtml, type Html, type RichText } from '../domain/html.ts';
import { withoutForbidden } from '../domain/invisible.ts';
import { type Environment, nothingNoted } from './environment.ts';
import { lineMarkdownFor, markdownFor } from './markdown.ts';
import { findTooLarge, renderBounded } from './text-size.ts';
import { wordsOf } from './words-of.ts';

/** What rendering a text needs; the rest of its environment is made anew for each. */
export type RenderContext = Pick<
  Environment,
  'path' | 'firstLine' | 'site' | 'media' | 'words' | 'dateline' | 'sponsored' | 'story'
>;

/** A rendered text and what was found in it. */
export interface RenderedText
  extends Pick<Environment, 'findings' | 'usedMedia' | 'posts' | 'corrections' | 'fragments'> {
  readonly html: Html;
  readonly references: readonly Reference[];
  /** Identifiers of what a link can lead to. */
  readonly anchors: readonly string[];
}

/** Identifiers that the page around the text has. */
const OWN_IDS = ['content', 'menu', 'search', 'transcript-audio', 'transcript-video'];

/** Renders a text of several paragraphs. */
export function renderText(markdown: string, language: string, context: RenderContext): RenderedText {
  const renderRich = lineRenderer(language);
  const newEnvironment = (): Environment => environmentOf(markdown, language, { ...context, renderRich });
  const environment = newEnvironment();
  const text = withoutForbidden(markdown);
  const renderer = markdownFor(language, context.site);
  const rendered = renderBounded(() => renderer.render(text, environment));
  const tooLarge = findTooLarge({ rendered, markdown: renderer, text }, newEnvironment);
  if (tooLarge) environment.findings.push(tooLarge);
  // What is too large is not published: nobody needs to look for words in it.
  const html = asHtml(rendered.kind === 'html' && tooLarge?.code !== 'page-too-large' ? rendered.html : '');
  const { findings, leads, usedMedia, corrections, posts, fragments } = environment;
  const anchors = [...environment.anchors, ...posts.map(({ id }) => id)];
  return { html, findings, references: leads, usedMedia, corrections, posts, fragments, anchors };
}

/** From so many characters on, a line takes longer to be rendered than to be found among those that were. */
const LONG_LINE = 10_000;

/** Renders the lines of one text. A long one, such as a transcript that the text shows several times, is rendered once. */
function lineRenderer(language: string): Environment['renderRich'] {
  const known = new Map<string, RichText>();
  return (line) => {
    if (line.length < LONG_LINE) return renderLine(line, language);
    const rendered = known.get(line) ?? renderLine(line, language);
    known.set(line, rendered);
    return rendered;
  };
}

function environmentOf(
  markdown: string,
  language: string,
  context: RenderContext & Pick<Environment, 'renderRich'>,
): Environment {
  return {
    ...context,
    language,
    lineCount: countLines(markdown),
    renderLine: (line) => context.renderRich(line).html,
    ...nothingNoted(OWN_IDS),
  };
}

function countLines(text: string): number {
  let count = 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}

const PLAIN = /^[^\\`*_[\]<>&!'"~^.-]*$/;

/** Renders one line in which emphasis is the only markup: a headline, a dek, a caption. Links become their words. */
export function renderLine(markdown: string, language: string): RichText {
  const line = withoutForbidden(markdown).replace(/\s+/g, ' ').trim();
  if (PLAIN.test(line)) return { text: line, html: escapeHtml(line) };
  const [block] = lineMarkdownFor(language).parseInline(line, {});
  const tokens = block?.children ?? [];
  let html = '';
  for (const token of tokens) html += EMPHASIS[token.type] ?? escapeHtml(wordsOf([token]));
  return { text: wordsOf(tokens), html: asHtml(html) };
}

const EMPHASIS: Readonly<Record<string, string>> = {
  em_open: '<em>',
  em_close: '</em>',
  strong_open: '<strong>',
  strong_close: '</strong>',
};
