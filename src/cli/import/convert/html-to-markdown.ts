import type { ElementContent, Root } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { TextContext } from '../archive.ts';
import { cleanTree } from './clean-tree.ts';
import { element, findAll, replaceNodes, wordsIn } from './elements.ts';
import { findLazyPictures, makeFigures } from './figures.ts';
import { findNotes } from './footnotes.ts';
import { makeParagraphs } from './paragraphs.ts';
import { parseHtml } from './parse-html.ts';
import { isPlain, printLine, printMarkdown } from './print-markdown.ts';
import { takeLayoutTablesApart } from './tables.ts';
import { placeTabTitles } from './tabs.ts';
import { markdownTree } from './to-mdast.ts';

/**
 * What a system's own HTML needs done to it before it is converted: it changes the tree in place. What the new site says in a directive is made
 * by `blockDirective` and `leafDirective` of `elements.ts`.
 */
export type Transform = (tree: Root, context: TextContext) => void;

/**
 * HTML of a text as Markdown of Broadsheet's, with links and media as the context has them.
 *
 * @param transforms Run in their order before the conversion.
 */
export function htmlToMarkdown(html: string, context: TextContext, transforms: readonly Transform[] = []): string {
  const { tree, isFlattened } = parseHtml(withoutControls(html));
  if (isFlattened)
    context.note({
      kind: 'changed',
      what: 'lists, quotations or boxes within too many others',
      advice: 'what is in them stands in the one around them',
    });
  for (const transform of transforms) transform(tree, context);
  return treeToMarkdown(tree, context);
}

/** Likewise, of a tree that is nowhere deeper than some 200 elements; it is changed. */
export function treeToMarkdown(tree: Root, context: TextContext): string {
  findLazyPictures(tree);
  findNotes(tree);
  placeTabTitles(tree);
  cleanTree(tree, context);
  takeLayoutTablesApart(tree);
  makeParagraphs(tree);
  makeFigures(tree, context, (nodes) => lineOfNodes(nodes, context));
  // Entities can stand for any character.
  return withoutControls(printMarkdown(markdownTree(tree, context))).trim();
}

/** HTML of a headline or a label as a line of Markdown; only emphasis is kept. */
export function lineOfHtml(html: string): string {
  // A space that joins words stays one.
  const plain = /&|[^\S \t\n\f\r]/.test(html) ? undefined : plainWords(html);
  if (plain !== undefined && isPlainLine(plain)) return plain;
  const { tree } = parseHtml(withoutControls(html));
  replaceNodes(tree, (node) => {
    if (node.type !== 'element') return node.type === 'text' ? undefined : [];
    if (node.tagName === 'script' || node.tagName === 'style') return [];
    if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
    return node.tagName === 'em' || node.tagName === 'i' ? [element('em', {}, node.children)] : node.children;
  });
  return lineOfNodes(tree.children as ElementContent[], undefined);
}

/** The words of HTML without elements, white space collapsed; undefined where only a parser can say. */
function plainWords(html: string): string | undefined {
  if (/[<\0]|&(?!(?:amp|lt|gt|quot|#\d{3,5});)/.test(html)) return undefined;
  let isKnown = true;
  const words = html.replace(/&(?:(amp|lt|gt|quot)|#(\d+));/g, (_all, name: string | undefined, number: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = Number(number);
    // Those below it are read as those of an older set of characters.
    isKnown &&= code > 0x9f && code < 0xd800;
    return String.fromCodePoint(code);
  });
  return isKnown ? withoutControls(words).replace(/\s+/g, ' ').trim() : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Whether words are a line of Markdown as they are. */
function isPlainLine(words: string): boolean {
  return isPlain(words) && !/^ | $/.test(words);
}

/** The words of HTML without markup, white space collapsed. */
export function textOfHtml(html: string): string {
  const plain = plainWords(html);
  if (plain !== undefined) return plain;
  const { tree } = parseHtml(withoutControls(html));
  for (const block of findAll(tree, ({ tagName }) => BLOCKS.has(tagName)))
    block.children.push({ type: 'text', value: ' ' });
  return wordsIn(tree).replace(/\s+/g, ' ').trim();
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
]);

/** Plain words as a line of Markdown: what would be markup is escaped. */
export function lineOfText(text: string): string {
  const words = withoutControls(text).replace(/\s+/g, ' ').trim();
  return words === '' || isPlainLine(words) ? words : printLine([{ type: 'text', value: words }]);
}

const QUIET: TextContext = {
  entry: {
    key: '',
    place: '',
    kind: 'story',
    title: '',
    status: 'draft',
    categories: [],
    contributors: [],
    topics: [],
  },
  link: (address) => address,
  media: () => undefined,
  shortcode: () => undefined,
  note: () => undefined,
};

/** What stands within a line; without a context, links are left out. */
function lineOfNodes(nodes: readonly ElementContent[], context: TextContext | undefined): string {
  const plain = plainLine(nodes);
  if (plain !== undefined) return plain;
  const holder: Root = { type: 'root', children: [element('p', {}, structuredClone([...nodes]))] };
  replaceNodes(holder, (node) => {
    if (
      node.type !== 'element' ||
      node.tagName === 'p' ||
      (WITHIN_LINES.has(node.tagName) && (context || node.tagName !== 'a'))
    )
      return undefined;
    return node.tagName === 'br' ? [{ type: 'text', value: ' ' }] : node.children;
  });
  // A paragraph within another is a space.
  const words: Root = { type: 'root', children: [element('p', {}, linesIn(holder.children as ElementContent[]))] };
  const tree = markdownTree(words, context ?? QUIET);
  const children = tree.children.flatMap((child): readonly Nodes[] => ('children' in child ? child.children : []));
  return printLine(children as readonly PhrasingContent[]);
}

const MARKS: Readonly<Record<string, string>> = { em: '*', i: '*', strong: '**', b: '**' };

/** Words and emphasis around whole words as a line of Markdown, as most captions are; undefined where it takes more to say it. */
function plainLine(nodes: readonly ElementContent[]): string | undefined {
  let line = '';
  let hasMarks = false;
  for (const node of nodes) {
    if (node.type === 'text') {
      const words = node.value.replace(/[ \t\n\f\r]+/g, ' ');
      // Behind emphasis only what cannot belong to it.
      if (hasMarks && !/^[ ,.;]/.test(words)) return undefined;
      line += words;
      hasMarks = false;
      continue;
    }
    const marks = node.type === 'element' ? MARKS[node.tagName] : undefined;
    if (marks === undefined || node.type !== 'element' || Object.keys(node.properties).length > 0) return undefined;
    const [only, ...others] = node.children;
    if (only?.type !== 'text' || others.length > 0 || hasMarks || !/^$| $/.test(line)) return undefined;
    if (!/^\p{L}(?:[ \p{L}\p{N}-]*\p{L})?$/u.test(only.value) || / {2}/.test(only.value)) return undefined;
    line += marks + only.value + marks;
    hasMarks = true;
  }
  const trimmed = line.replace(/ {2,}/g, ' ').trim();
  return isPlainLine(trimmed.replaceAll('*', '')) && !nodes.some(hasSigns) ? trimmed : undefined;
}

function hasSigns(node: ElementContent): boolean {
  return node.type === 'text' && node.value.includes('*');
}

const WITHIN_LINES = new Set(['em', 'i', 'strong', 'b', 'a']);

function linesIn(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type === 'element' && node.tagName === 'p')
      return [...linesIn(node.children), { type: 'text', value: ' ' }];
    return [node];
  });
}

/** Leaves out characters that no text may have, and no browser shows. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');
}
