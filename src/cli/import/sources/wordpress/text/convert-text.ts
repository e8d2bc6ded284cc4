import type { TextContext } from '../../../archive.ts';
import { htmlToMarkdown } from '../../../convert/html-to-markdown.ts';
import { addParagraphs } from './autop.ts';
import { findOriginals, readClasses } from './block-elements.ts';
import { hasBlocks, printBlocks } from './blocks.ts';
import { printBuilderShortcode } from './builder-shortcodes.ts';
import { CODE_SHORTCODES, printCode, printCoreShortcode } from './core-shortcodes.ts';
import { embedOf, makeEmbeds } from './embeds.ts';
import { isShortcode } from './is-shortcode.ts';
import { Markers } from './markers.ts';
import { Notes } from './notes.ts';
import { type FoundShortcode, type Opening, replaceShortcodes } from './shortcodes.ts';
import type { SiteFacts, TextFacts } from './text-facts.ts';
import { noteLostBlock, printVoidBlock } from './void-blocks.ts';

/** What WordPress stored of a post's text. */
export interface StoredText {
  /** The number of the post. */
  readonly id: string | undefined;
  readonly html: string;
  /** The custom field of that name: JSON; empty if there is none. */
  readonly footnotes: string;
}

/** How many blocks that several posts show may stand in each other. */
const DEEPEST_REUSE = 8;

/** A text of WordPress's, of the block editor or from before it, as Markdown of Broadsheet's. */
export function convertText({ id, html, footnotes }: StoredText, site: SiteFacts, context: TextContext): string {
  const markers = new Markers();
  const facts: TextFacts = { ...site, id, markers, notes: new Notes(footnotes), context };
  const printed = facts.notes.appendTo(
    printShortcodes(printParagraphs(printListings(html, facts), facts), facts),
    markers,
  );
  return markers.putMarkdown(toMarkdown(printed, facts)).trim();
}

function toMarkdown(html: string, facts: TextFacts): string {
  const { markers, notes, pictures, attachments, context } = facts;
  return htmlToMarkdown(html, context, [
    markers.putElements,
    notes.placeMarks,
    makeEmbeds(facts),
    readClasses,
    findOriginals(pictures, attachments),
  ]);
}

/** Listings come first: nothing in them is markup. */
function printListings(html: string, facts: TextFacts): string {
  if (!html.includes('[/')) return html;
  return replaceShortcodes(
    html,
    ({ name, isClosed }) => isClosed && CODE_SHORTCODES.has(name),
    (found) => (found.inner === undefined ? found.source : printCode(found, facts)),
  );
}

/** The HTML that WordPress made of what it stored, but for shortcodes. */
function printParagraphs(html: string, facts: TextFacts, used: readonly string[] = []): string {
  const printAddress = (url: string): string => facts.markers.block(() => [embedOf(url, facts)]);
  const printClassic = (text: string): string => addParagraphs(text, printAddress);
  if (!hasBlocks(html)) return printClassic(html);
  return printBlocks(html, {
    // Between blocks, the editor has stored paragraphs mostly.
    printClassic: (text) => (/<p\b/i.test(text) ? text : printClassic(text)),
    printVoid: (name, attributes) =>
      printVoidBlock(name, attributes, facts, (reused, id) =>
        used.length >= DEEPEST_REUSE || used.includes(id) ? '' : printParagraphs(reused, facts, [...used, id]),
      ),
    leaveOut: (name) => noteLostBlock(name, {}, facts),
  });
}

function printShortcodes(html: string, facts: TextFacts): string {
  const { context } = facts;
  const isMapped = ({ name, attributes }: Pick<Opening, 'name' | 'attributes'>): boolean =>
    context.shortcode({ name, attributes, content: undefined }) !== undefined;
  return replaceShortcodes(
    withoutShortcodesInCode(html),
    (opening) => isShortcode(opening, isMapped),
    (found) => printMapped(found, facts, isMapped) ?? printCoreShortcode(found, facts) ?? printUnknown(found, context),
  );
}

/** What the mapping file says, which counts over what is known here. */
function printMapped(
  { name, attributes, inner }: FoundShortcode,
  facts: TextFacts,
  isMapped: (found: FoundShortcode) => boolean,
): string | undefined {
  if (!isMapped({ name, attributes, inner, source: '' })) return undefined;
  const content = inner === undefined ? undefined : facts.markers.putMarkdown(toMarkdown(inner, facts));
  const markdown = facts.context.shortcode({ name, attributes, content });
  return markdown === undefined ? undefined : facts.markers.markdown(markdown);
}

/** Names of shortcodes that arrange what is in them, or set it apart: columns, tabs, boxes. */
const ARRANGING =
  /(?:^|[_-])(?:col(?:umn)?s?|row|(?:one|two|three)|half|third|fourth|fifth|sixth|quarter|section|tabs?|panel|accordion|toggle|spoiler|box|container|div|span\d*|inner|wrapper|grid|blurb|faq|question|notice|alert|message|callout|card|info|infobox|factbox|slide|step)(?:$|[_-])/i;

/** What stands within a shortcode stays: a box ends the line that it begins in, and its title is the first line. */
function printUnknown(found: FoundShortcode, context: TextContext): string {
  const { name, attributes, inner, source } = found;
  const said = printBuilderShortcode(found);
  if (said !== undefined) return said;
  context.note({
    kind: 'lost',
    what: `shortcode \`[${name.slice(0, 60)}]\``,
    advice: 'what stood between its beginning and its end is kept; say by a mapping file what is to stand in its place',
    detail: source.slice(0, 400),
  });
  if (inner === undefined || !ARRANGING.test(name)) return inner ?? '';
  const title = attributes['title'] ?? attributes['heading'] ?? attributes['question'] ?? '';
  return `<div>${title === '' ? '' : `<p><strong>${title}</strong></p>`}${inner}</div>`;
}

/** Brackets within code stay as they are; those of two pairs lose one, as WordPress has it. */
function withoutShortcodesInCode(html: string): string {
  if (!html.includes('[') || !/<(?:pre|code)\b/i.test(html)) return html;
  const parts = html.split(/(<\/?(?:pre|code)\b[^<>]*>)/i);
  let depth = 0;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) depth = Math.max(0, depth + (part.startsWith('</') ? -1 : 1));
      else if (depth > 0) return part.replace(/\[\[([a-z][^[\]]*)\]\]/gi, '[$1]').replaceAll('[', '&#91;');
      return part;
    })
    .join('');
}
