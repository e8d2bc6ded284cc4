import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Html, Nodes, Parents } from 'mdast';
import { htmlToMarkdown } from '../../../convert/html-to-markdown.ts';
import type { TextContext } from '../../../archive.ts';
import type { Pieces } from './pieces.ts';
import { type ParsedMarkdown, rangeOf, visitNodes } from './parse-markdown.ts';
import type { Splice } from './splices.ts';
import { type HtmlTag, tagsOf, unmatchedTags } from './tags-of-html.ts';

/** Elements that only hold others: the Markdown between their tags stands without them. */
const HOLDERS = new Set([
  ...[
    'div',
    'section',
    'article',
    'main',
    'header',
    'footer',
    'center',
    'aside',
    'nav',
    'span',
    'font',
    'address',
    'form',
    'small',
    'big',
    'p',
  ],
  ...['b', 'i', 'u', 'em', 'strong', 's', 'mark', 'ins', 'hgroup', 'noscript', 'fieldset'],
]);

/** Stories keep these, and the Markdown in them. */
const KEPT = new Set(['details', 'summary']);

interface HtmlRules {
  readonly context: TextContext;
  readonly pieces: Pieces;
}

/** The splices that make Markdown of the blocks of HTML in a text. */
export function htmlBlockSplices(text: string, { tree }: ParsedMarkdown, rules: HtmlRules): readonly Splice[] {
  const splices: Splice[] = [];
  visitNodes(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') return false;
    if ('children' in node && node.children.some(({ type }) => type === 'html'))
      splices.push(...splicesIn(text, node, rules));
    return undefined;
  });
  return splices;
}

/** A block of HTML among others, with the tags whose other half is not in it. */
interface Block {
  readonly node: Html;
  readonly index: number;
  readonly tags: readonly HtmlTag[];
  readonly unmatched: readonly HtmlTag[];
}

function splicesIn(text: string, parent: Parents, rules: HtmlRules): readonly Splice[] {
  const blocks = (parent.children as readonly Nodes[]).flatMap((node, index): readonly Block[] => {
    if (node.type !== 'html') return [];
    const tags = tagsOf(node.value);
    return [{ node, index, tags, unmatched: unmatchedTags(tags) }];
  });
  const regions = regionsOf(blocks);
  const splices: Splice[] = [];
  for (const { first, last } of regions) {
    const children = (parent.children as readonly Nodes[]).slice(first, last + 1);
    const html = children.map((child) => (child.type === 'html' ? child.value : htmlOf(text, child, rules))).join('\n');
    const [begin, end] = [children[0], children.at(-1)];
    if (begin && end)
      splices.push({ start: rangeOf(begin).start, end: rangeOf(end).end, text: converted(html, rules) });
  }
  let next = 0;
  for (const block of blocks) {
    while ((regions[next]?.last ?? Number.POSITIVE_INFINITY) < block.index) next += 1;
    if ((regions[next]?.first ?? Number.POSITIVE_INFINITY) <= block.index || isKept(block)) continue;
    splices.push({ ...rangeOf(block.node), text: converted(without(block.node.value, block.unmatched), rules) });
  }
  return splices;
}

/** Blocks that belong together, with all between them: what is within a figure, say. By their places among their siblings. */
function regionsOf(blocks: readonly Block[]): readonly { readonly first: number; readonly last: number }[] {
  const open: { readonly name: string; readonly block: Block }[] = [];
  const counts = new Map<string, number>();
  const change = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  const regions: { first: number; last: number }[] = [];
  for (const block of blocks) {
    for (const { name, kind } of block.unmatched) {
      if (kind === 'open') {
        open.push({ name, block });
        change(name, 1);
      }
      if (kind !== 'close' || (counts.get(name) ?? 0) === 0) continue;
      for (let begun = open.pop(); begun; begun = open.pop()) {
        change(begun.name, -1);
        if (begun.name !== name) continue;
        const isHeld = HOLDERS.has(name) || (KEPT.has(name) && isKept(block) && isKept(begun.block));
        if (!isHeld) addRegion(regions, { first: begun.block.index, last: block.index });
        break;
      }
    }
  }
  return regions;
}

/** Keeps regions apart and in order: one around others takes them in. */
function addRegion(regions: { first: number; last: number }[], added: { first: number; last: number }): void {
  let last = regions.at(-1);
  while (last && last.last >= added.first) {
    added.first = Math.min(added.first, last.first);
    regions.pop();
    last = regions.at(-1);
  }
  regions.push(added);
}

function isKept({ node, tags, unmatched }: Block): boolean {
  const isFolding =
    tags.length > 0 &&
    tags.every(({ name, source }) => KEPT.has(name) && /^<\/?\w+(?:\s+open(?:="[^"]*")?)?\s*>$/.test(source));
  return isFolding && unmatched.every(({ name }) => name === 'details') && !/<!--/.test(node.value);
}

function without(html: string, tags: readonly HtmlTag[]): string {
  let [kept, from] = ['', 0];
  for (const { start, end, name } of tags) {
    if (!HOLDERS.has(name) && !KEPT.has(name)) continue;
    kept += html.slice(from, start);
    from = end;
  }
  return kept + html.slice(from);
}

function converted(html: string, { context, pieces }: HtmlRules): string {
  const markdown = html.trim() === '' ? '' : pieces.expand(htmlToMarkdown(html, context));
  return pieces.block(markdown, markdown.replace(/\s+/g, ' '));
}

const { htmlFlowData: _flow, htmlTextData: _text, ...GFM_EXIT } = gfmHtml().exit ?? {};

/** Tables and the like. What GitHub forbids of HTML is not judged here. */
const WITH_ALL_TAGS = { ...gfmHtml(), exit: GFM_EXIT };

/** A block of Markdown as HTML; marks of notes go through as they are. */
function htmlOf(text: string, node: Nodes, { pieces }: HtmlRules): string {
  const { start, end } = rangeOf(node);
  const source = text.slice(start, end).replace(/\[\^[^\s[\]]{1,100}\]/g, (mark) => pieces.inline(mark));
  return micromark(source, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [WITH_ALL_TAGS],
  });
}
