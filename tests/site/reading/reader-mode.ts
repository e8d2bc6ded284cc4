import { Readability } from '@mozilla/readability';
import { documentOf } from '../../newsroom/document-of.ts';

/**
 * What a reader mode prints elsewhere, or leaves out: it has the headline, the section and the times from the page's
 * structured data, the picture above the text as the page's picture; cards lead away from the story.
 */
const NOT_IN_THE_TEXT =
  '.headline, .header-kicker, .header-series, .header-times, .header-languages, .header-caption, .header-history, ' +
  '.header-live, .header-key-points, .header-pinned, .header-day, .story-card, .chart-drawing';

/** What stands around a story, and must not be taken for a part of it. */
const FURNITURE = '.skip-link, .site-header, .live-strip, .topics, .site-footer, .story-card';

/** A story as its page shows it, and what Firefox's reader mode makes of the page. */
export interface Read {
  readonly headline: string | null | undefined;
  readonly ownWords: string;
  readonly furniture: readonly string[];
  readonly title: string | null | undefined;
  readonly byline: string | null | undefined;
  readonly words: string;
}

/** Reads a story's page, and has Readability read it too. */
export function readInReaderMode(html: string, url: string): Read {
  const document = documentOf(html, url);
  const own = {
    headline: document.querySelector('h1.headline')?.textContent,
    ownWords: ownWordsOf(document),
    furniture: [...document.querySelectorAll(FURNITURE)].map((element) => wordsOf(element).join(' ')),
  };
  // It takes the document apart, so it comes last.
  const extracted = new Readability(document, { serializer: (node) => wordsOf(node as Element).join(' ') }).parse();
  return { ...own, title: extracted?.title, byline: extracted?.byline, words: extracted?.content ?? '' };
}

/** The story's own words, by the page. */
function ownWordsOf(document: Document): string {
  const story = document.querySelector('article.story')?.cloneNode(true) as Element;
  // Readability compares a heading with the title by words of Latin letters, and shows any other headline again.
  const isTold = /\w/.test(story.querySelector('.headline')?.textContent ?? '');
  for (const element of story.querySelectorAll(NOT_IN_THE_TEXT)) {
    if (isTold || !element.matches('.headline')) element.remove();
  }
  return wordsOf(story).join(' ');
}

/** A text by its sentences, so that a difference is seen at a glance. */
export function sentencesOf(words: string): readonly string[] {
  return words.split(/(?<=[.?!…؟]) /);
}

/** Elements that stand within a line; every other one begins and ends a word. */
const WITHIN_A_LINE = new Set(
  'A ABBR B BDI CITE CODE DEL EM I KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U'.split(' '),
);

/** The words of an element as a reader meets them, in their order. */
function wordsOf(element: Element): readonly string[] {
  return textOf(element)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function textOf(element: Element): string {
  const text = [...element.childNodes]
    .map((node) => (node.nodeType === 1 ? textOf(node as Element) : node.nodeType === 3 ? node.nodeValue : ''))
    .join('');
  return WITHIN_A_LINE.has(element.tagName) ? text : ` ${text} `;
}
