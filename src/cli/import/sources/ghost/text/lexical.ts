import type { Element, ElementContent } from 'hast';
import type { TextContext } from '../../../archive.ts';
import { element } from '../../../convert/elements.ts';
import { field, isRow, type Row, textOf, withoutControls } from '../fields.ts';
import { type Html, inBlocks, textIn } from './cards.ts';
import { type Formatted, inFormats } from './formats.ts';
import { isCard, readCard } from './payloads.ts';

/** Deeper nodes are read for their words only: no editor makes such. */
const DEEPEST = 60;

/** The bits of a text’s `format`, and the elements for them. Letters that only look larger have none. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
];

/**
 * A tree of Ghost's newer editor as HTML.
 *
 * @returns `undefined` if it is none.
 */
export function lexicalAsHtml(tree: unknown, context: TextContext): Html | undefined {
  const root = isRow(tree) ? field(tree, 'root') : undefined;
  if (!isRow(root)) return undefined;
  const blocks = childrenOf(root).map((node) => (isWithinLine(node) ? { type: 'paragraph', children: [node] } : node));
  return inBlocks(readChildren({ children: blocks }, context, 0));
}

/** Nodes below another; words that stand there bare are taken for such. */
function childrenOf(node: Row): readonly Row[] {
  const children = field(node, 'children');
  const listed: readonly unknown[] = Array.isArray(children) ? children : [children];
  return listed.map((child) => (typeof child === 'string' ? { text: child } : child)).filter(isRow);
}

/** Children of a block: what stands within lines together, so that formats reach over it. */
function readChildren(node: Row, context: TextContext, level: number): Html {
  if (level >= DEEPEST) return textIn(wordsBelow(node));
  const children: ElementContent[] = [];
  let line: Row[] = [];
  const endLine = (): void => {
    children.push(...inFormats(line.map((part) => readPart(part, context, level))));
    line = [];
  };
  for (const child of childrenOf(node)) {
    if (isWithinLine(child)) {
      line.push(child);
      continue;
    }
    endLine();
    children.push(...readBlock(child, context, level + 1));
  }
  endLine();
  return children;
}

const WITHIN_LINES = new Set([
  'linebreak',
  'tab',
  'link',
  'autolink',
  'at-link',
  'at-link-search',
  'zwnj',
  'mark',
  'overflow',
]);

function isWithinLine(node: Row): boolean {
  return typeof field(node, 'text') === 'string' || WITHIN_LINES.has(textOf(node, 'type'));
}

function readPart(node: Row, context: TextContext, level: number): Formatted {
  const type = textOf(node, 'type');
  if (type === 'linebreak') return { node: element('br', {}), formats: 'any' };
  const text = field(node, 'text');
  if (typeof text === 'string')
    return { node: { type: 'text', value: withoutControls(text) }, formats: formatsOf(node) };
  const inner = readChildren(node, context, level + 1);
  const href = textOf(node, 'url').trim();
  // What is no link holds words all the same.
  return { node: href === '' ? element('span', {}, inner) : element('a', { href }, inner), formats: [] };
}

function formatsOf(node: Row): readonly string[] {
  const bits = field(node, 'format');
  return typeof bits === 'number' ? FORMATS.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name) : [];
}

function readBlock(node: Row, context: TextContext, level: number): Html {
  const type = textOf(node, 'type').replace(/^extended-/, '');
  if (isCard(type)) return readCard(type, node, context);
  if (type === 'list') return [readList(node, context, level)];
  const children = readChildren(node, context, level);
  if (type === 'heading') return [headingOf(textOf(node, 'tag'), children)];
  if (type === 'quote' || type === 'aside') return [element('blockquote', {}, inBlocks(children))];
  // What nobody knows has its words below it, as a paragraph has, or in fields of its own, as a card has.
  return type === 'paragraph' || children.length > 0 ? inBlocks(children) : readCard(type, node, context);
}

function headingOf(tag: string, children: Html): Element {
  return element(/^h[1-6]$/.test(tag) ? tag : 'h2', {}, children);
}

/** A list. An item that holds only a list belongs to the one before it: so the editor writes lists in lists. */
function readList(node: Row, context: TextContext, level: number): Element {
  const items: Element[] = [];
  for (const item of childrenOf(node)) {
    const nested = childrenOf(item);
    const isNested = nested.length > 0 && nested.every((child) => textOf(child, 'type') === 'list');
    const children =
      textOf(item, 'type') === 'listitem'
        ? readChildren(item, context, level + 1)
        : readBlock(item, context, level + 1);
    const last = items.at(-1);
    if (isNested && last) items[items.length - 1] = { ...last, children: [...last.children, ...children] };
    else items.push(element('li', {}, [...checkbox(item), ...children]));
  }
  const start = field(node, 'start');
  const isOrdered = textOf(node, 'listType') === 'number' || textOf(node, 'tag') === 'ol';
  const first = isOrdered && typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 && start !== 1;
  return element(isOrdered ? 'ol' : 'ul', first ? { start: String(start) } : {}, items);
}

function checkbox(item: Row): Html {
  const checked = field(item, 'checked');
  return typeof checked === 'boolean'
    ? [element('input', { type: 'checkbox', ...(checked ? { checked: 'checked' } : {}) }), ...textIn(' ')]
    : [];
}

/** All words below a node, however deep. */
function wordsBelow(node: Row): string {
  const words: string[] = [];
  const waiting: Row[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const text = textOf(next, 'text');
    if (text !== '') words.push(text);
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index] as Row);
  }
  return words.join(' ');
}
