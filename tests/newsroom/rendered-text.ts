import { type RenderContext, type RenderedText, renderText } from '../../src/markdown/render-text.ts';
import { wordsIn } from '../../src/words/words.ts';
import type { MediaGiven } from './media-in-memory.ts';
import type { Keys } from './manuscript.ts';
import { aSite, mediaOf } from './site.ts';

/** Where a text stands. */
export interface TextGiven {
  readonly language?: string;
  readonly path?: string;
  readonly firstLine?: number;
  readonly dateline?: string;
  readonly sponsored?: boolean;
  readonly story?: RenderContext['story'];
  readonly site?: Keys;
  readonly media?: Readonly<Record<string, MediaGiven>>;
}

/** The text of a story, rendered in an environment that is nowhere but here. */
export function renderedText(markdown: string, given: TextGiven = {}): RenderedText {
  const {
    language = 'en',
    path = 'content/articles/2026/bridge.md',
    firstLine = 1,
    dateline,
    sponsored = false,
    story,
  } = given;
  const site = aSite(given.site);
  const context: RenderContext = {
    path,
    firstLine,
    site,
    media: mediaOf(given.media),
    words: wordsIn(language, site.words),
    dateline,
    sponsored,
    story,
  };
  return renderText(markdown, language, context);
}

/** Its HTML without the line ends between elements. */
export function htmlOf(markdown: string, given: TextGiven = {}): string {
  return renderedText(markdown, given).html.replace(/>\n+/g, '>').trim();
}

/** The paragraphs of a text, each on a line, without its markup and with marks as they are read. */
export function shown(markdown: string, language: string): string {
  return htmlOf(markdown, { language })
    .replace(/<\/p><p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
}
