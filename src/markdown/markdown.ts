import MarkdownIt from 'markdown-it';
import { tableNameOf } from '../words/languages.ts';
import { dashes } from './extensions/dashes.ts';
import { dateline } from './extensions/dateline.ts';
import { directives } from './extensions/directives.ts';
import { folding } from './extensions/folding.ts';
import { galleries } from './extensions/galleries.ts';
import { footnotes } from './extensions/footnotes.ts';
import { headings } from './extensions/headings.ts';
import { htmlAsText } from './extensions/html-as-text.ts';
import { lines } from './extensions/lines.ts';
import { links } from './extensions/links.ts';
import { pictures } from './extensions/pictures.ts';
import { tables } from './extensions/tables.ts';
import { timelines } from './extensions/timelines.ts';
import { posts } from './extensions/posts.ts';

/** What Broadsheet adds to CommonMark, in the order in which it runs. */
const EXTENSIONS = [
  lines,
  htmlAsText,
  dashes,
  directives,
  footnotes,
  tables,
  timelines,
  galleries,
  pictures,
  links,
  headings,
  dateline,
  posts,
  folding,
];

/** Double and single quotation marks, opening and closing, by language. Unlisted languages take the English ones. */
const QUOTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  be: ['«', '»', '„', '“'],
  bg: ['„', '“', '‚', '‘'],
  ca: ['«', '»', '“', '”'],
  cs: ['„', '“', '‚', '‘'],
  da: ['»', '«', '›', '‹'],
  de: ['„', '“', '‚', '‘'],
  'de-CH': ['«', '»', '‹', '›'],
  el: ['«', '»', '“', '”'],
  es: ['«', '»', '“', '”'],
  et: ['„', '“', '‚', '‘'],
  eu: ['«', '»', '“', '”'],
  fa: ['«', '»', '‹', '›'],
  fi: ['”', '”', '’', '’'],
  // Narrow spaces at which no line breaks.
  fr: ['«\u202f', '\u202f»', '“', '”'],
  gl: ['«', '»', '“', '”'],
  hr: ['„', '”', '‚', '’'],
  hu: ['„', '”', '»', '«'],
  hy: ['«', '»', '“', '”'],
  is: ['„', '“', '‚', '‘'],
  it: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
  ka: ['„', '“', '«', '»'],
  lt: ['„', '“', '‚', '‘'],
  nb: ['«', '»', '‘', '’'],
  nl: ['“', '”', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  'pt-PT': ['«', '»', '“', '”'],
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  sr: ['„', '”', '’', '’'],
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
  ar: ['«', '»', '‹', '›'],
  'zh-Hant': ['「', '」', '『', '』'],
};
const ENGLISH = ['“', '”', '‘', '’'] as const;

/**
 * The Markdown of stories in a language (BCP 47): CommonMark with tables, strikethrough, footnotes, typographic quotes
 * and dashes, directives. HTML is text. Rendering takes an {@link Environment} of its own each time.
 */
export function markdownFor(language: string): MarkdownIt {
  return parserFor(language, ofTexts, EXTENSIONS);
}

/** The Markdown of single lines, such as headlines, in a language: it needs no environment. */
export function lineMarkdownFor(language: string): MarkdownIt {
  return parserFor(language, ofLines, [dashes]);
}

/** What has a scheme or a host of its own, or leads to a place of the same page. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

type Extension = (markdown: MarkdownIt) => void;

const ofTexts = new Map<string, MarkdownIt>();
const ofLines = new Map<string, MarkdownIt>();

function parserFor(language: string, made: Map<string, MarkdownIt>, extensions: readonly Extension[]): MarkdownIt {
  const quotes = QUOTES[language] ?? QUOTES[tableNameOf(language)] ?? ENGLISH;
  const key = quotes.join('|');
  const known = made.get(key);
  if (known) return known;
  const markdown = new MarkdownIt({ html: false, typographer: true, quotes: [...quotes] });
  // Its replacements also make © of (c), which in a law or a list is wrong.
  markdown.core.ruler.disable('replacements');
  // Most addresses need nothing done to them, and what is done to the others costs as much as parsing a paragraph.
  const { normalizeLink } = markdown;
  markdown.normalizeLink = (url) => {
    if (/^[\w/.:#?=&~+@-]*$/.test(url)) return url;
    // Decoded once, a path within the site is again what was written; see `path-names.ts`.
    return normalizeLink(ELSEWHERE.test(url) ? url : url.replaceAll('%', '%25'));
  };
  for (const extension of extensions) extension(markdown);
  made.set(key, markdown);
  return markdown;
}
