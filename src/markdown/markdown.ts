import MarkdownIt from 'markdown-it';
import { DIALECTS } from '../domain/site/dialects.ts';
import { encodeSpaces, readAddress } from '../domain/site/written-address.ts';
import { useDialects } from './dialects/dialects.ts';
import { code } from './extensions/code.ts';
import { dashes } from './extensions/dashes.ts';
import { dateline } from './extensions/dateline.ts';
import { directives } from './extensions/directives.ts';
import { entities } from './extensions/entities.ts';
import { folding } from './extensions/folding.ts';
import { galleries } from './extensions/galleries.ts';
import { footnotes } from './extensions/footnotes.ts';
import { headings } from './extensions/headings.ts';
import { htmlAsText } from './extensions/html-as-text.ts';
import { lines } from './extensions/lines.ts';
import { links } from './extensions/links.ts';
import { nesting } from './extensions/nesting.ts';
import { pictures } from './extensions/pictures.ts';
import { slips } from './extensions/slips.ts';
import { tables } from './extensions/tables.ts';
import { timelines } from './extensions/timelines.ts';
import { posts } from './extensions/posts.ts';
import { prose } from './extensions/prose.ts';
import { captions, safeHtml } from './html/html.ts';
import type { Site } from '../domain/site/site.ts';
import { flanking } from './typography/flanking.ts';
import { type Typography, typographyOf } from './typography/marks.ts';
import { quotesOf } from './typography/quotes.ts';

/** What becomes of HTML, see `html` in `site.yaml`. */
const HTML_EXTENSIONS = { safe: safeHtml, text: htmlAsText } as const satisfies Record<Site['html'], Extension>;

/** What Broadsheet adds to CommonMark, in the order in which it runs. */
const extensionsWith = (html: Site['html']): readonly Extension[] => [
  entities,
  flanking,
  lines,
  HTML_EXTENSIONS[html],
  dashes,
  directives,
  footnotes,
  nesting,
  slips,
  tables,
  timelines,
  galleries,
  pictures,
  links,
  headings,
  dateline,
  posts,
  captions,
  code,
  folding,
  prose,
];

/**
 * The Markdown of stories in a language (BCP 47): CommonMark with tables, strikethrough, footnotes, typographic quotes
 * and dashes, directives, and the dialects that are on; with what is safe of HTML, or all of it as text. Rendering takes an {@link Environment} of its
 * own each time.
 */
export function markdownFor(
  language: string,
  { html, markdown: dialects }: Pick<Site, 'html' | 'markdown'>,
): MarkdownIt {
  const name = [html, ...DIALECTS.filter((dialect) => dialects[dialect])].join();
  const made = ofTexts.get(name) ?? new Map<Typography, MarkdownIt>();
  ofTexts.set(name, made);
  return parserFor(language, made, [...extensionsWith(html), (markdown) => useDialects(markdown, dialects)]);
}

/** The Markdown of single lines, such as headlines, in a language: it needs no environment. */
export function lineMarkdownFor(language: string): MarkdownIt {
  return parserFor(language, ofLines, [entities, flanking, dashes]);
}

/**
 * What stands in so many others is no markup; see `extensions/nesting.ts`, which tells of it much earlier. Pictures in each other take time
 * by the cube of their number.
 */
const MOST_LEVELS = 50;

/** What has a scheme or a host of its own, or leads to a place of the same page. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

type Extension = (markdown: MarkdownIt) => void;

/** By what of HTML is kept, and the dialects that are on. */
const ofTexts = new Map<string, Map<Typography, MarkdownIt>>();
const ofLines = new Map<Typography, MarkdownIt>();

function parserFor(language: string, made: Map<Typography, MarkdownIt>, extensions: readonly Extension[]): MarkdownIt {
  const typography = typographyOf(language);
  const known = made.get(typography);
  if (known) return known;
  const markdown = new MarkdownIt({ html: false });
  // An option that its types leave out.
  Object.assign(markdown.options, { maxNesting: MOST_LEVELS });
  quotesOf(typography)(markdown);
  // Most addresses need nothing done to them, and what is done to the others costs as much as parsing a paragraph.
  const { normalizeLink } = markdown;
  markdown.normalizeLink = (url) => {
    if (/^[\w/.:#?=&~+@-]*$/.test(url)) return url;
    // Left as it is, so that it is refused.
    if (ELSEWHERE.test(url) && readAddress(encodeSpaces(url)).kind === 'fault') return url;
    // Decoded once, a path within the site is again what was written; see `path-names.ts`.
    return normalizeLink(ELSEWHERE.test(url) ? url : url.replaceAll('%', '%25'));
  };
  for (const extension of extensions) extension(markdown);
  made.set(typography, markdown);
  return markdown;
}
