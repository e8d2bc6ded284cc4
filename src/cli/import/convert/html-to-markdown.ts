import type { ElementContent, Root } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { TextContext } from '../archive.ts';
import { cleanTree } from './clean-tree.ts';
import { element, findAll, replaceNodes, wordsIn } from './elements.ts';
import { findLazyPictures, makeFigures } from './figures.ts';
import { findNotes } from './footnotes.ts';
import { makeParagraphs } from './paragraphs.ts';
import { parseHtml } from './parse-html.ts';
import { printLine, printMarkdown } from './print-markdown.ts';
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
  const { tree } = parseHtml(withoutControls(html));
  replaceNodes(tree, (node) => {
    if (node.type !== 'element') return node.type === 'text' ? undefined : [];
    if (node.tagName === 'script' || node.tagName === 'style') return [];
    if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
    return node.tagName === 'em' || node.tagName === 'i' ? [element('em', {}, node.children)] : node.children;
  });
  return lineOfNodes(tree.children as ElementContent[], undefined);
}

/** The words of HTML without markup, white space collapsed. */
export function textOfHtml(html: string): string {
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
  return words === '' ? '' : printLine([{ type: 'text', value: words }]);
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
