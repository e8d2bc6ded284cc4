import { Readability } from '@mozilla/readability';
import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { attribute, findAll, isElement, replaceNodes, wordsIn } from '../../convert/elements.ts';
import { isFurniture, type Judging } from './furniture.ts';

/** Where the text of an article stands in a page. */
export interface Found {
  /** The innermost element that has all of the text. */
  readonly root: Element;
  /** The element around it that has its headline and its picture, or is the same. */
  readonly scope: Element;
  /** Whether Readability took an element for a part of the text. */
  readonly isText: (node: Element) => boolean;
}

/**
 * Finds the article of a page by Readability, which is given the page without what can be no part of one. Only where the text is, is asked of it:
 * what is within it is judged by `clean-article.ts`.
 *
 * @returns `undefined` where there is no text at all.
 */
export function findArticle(tree: Root, judging: Judging): Found | undefined {
  const elements = findAll(tree, () => true);
  for (const [index, node] of elements.entries()) node.properties[NUMBER] = `${index}`;
  const kept = keptByReadability(tree, judging);
  for (const node of elements) delete node.properties[NUMBER];

  const texts = elements.filter((node, index) => kept.has(index) && TEXTS.has(node.tagName));
  const ways = new Map<Nodes, Element | undefined>();
  for (const node of elements) for (const child of node.children) ways.set(child, node);
  const common = commonParent(texts, ways);
  if (!common) return undefined;
  const root = bodyOf(common, texts);
  const numbers = new Map(elements.map((node, index) => [node, index]));
  return { root, scope: scopeOf(root, ways), isText: (node) => kept.has(numbers.get(node) ?? -1) };
}

const NUMBER = 'dataBroadsheetNumber';
const NUMBER_ATTRIBUTE = 'data-broadsheet-number';

/** Elements that a text is made of. Those around it may be around other things, too. */
const TEXTS = new Set([
  ...[
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'dl',
    'blockquote',
    'pre',
    'table',
    'figure',
    'img',
    'div',
    'section',
    'article',
  ],
]);

function keptByReadability(tree: Root, judging: Judging): ReadonlySet<number> {
  const copy = structuredClone(tree);
  replaceNodes(copy, (node) => {
    if (node.type === 'comment') return [];
    return node.type === 'element' && isFurniture(node, judging) ? [] : undefined;
  });
  const { document } = parseHTML(toHtml(copy));
  const read = new Readability(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const content = read?.content as unknown as ParentNode | undefined;
  const numbered = [...(content?.querySelectorAll(`[${NUMBER_ATTRIBUTE}]`) ?? [])];
  return new Set(numbered.filter(hasText).map((node) => Number(node.getAttribute(NUMBER_ATTRIBUTE))));
}

/** Readability puts a `div` around the text that it may have made of any element. */
function hasText(node: globalThis.Element): boolean {
  return (node.textContent ?? '').trim() !== '' || node.querySelector('img') !== null || node.tagName === 'IMG';
}

function commonParent(nodes: readonly Element[], ways: ReadonlyMap<Nodes, Element | undefined>): Element | undefined {
  // Wrappers that are kept with their content are no text by themselves.
  const inner = nodes.filter((node) => !WRAPPERS.has(node.tagName) || hasOwnWords(node));
  let common: Element[] | undefined;
  for (const node of inner) {
    const way: Element[] = [];
    for (let next = ways.get(node) ?? undefined; next; next = ways.get(next)) way.unshift(next);
    const shared: Element[] = common === undefined ? way : common.filter((element, index) => way[index] === element);
    common = shared;
  }
  return common?.at(-1);
}

const WRAPPERS = new Set(['div', 'section', 'article']);

function hasOwnWords(node: Element): boolean {
  return node.children.some((child) => child.type === 'text' && child.value.trim() !== '');
}

/** What pages call the element with the text and nothing else: schema.org, microformats, and what many systems took over from those. */
const BODY =
  /(?:^|\s)(?:articleBody|e-content|entry-content|article[-_]{0,2}body|post[-_]{0,2}(?:content|body)|story[-_]{0,2}body|article[-_]{0,2}content)(?:\s|$)/i;

/** The one element of that name that has most of the text. */
function bodyOf(common: Element, texts: readonly Element[]): Element {
  const isBody = (node: Element) =>
    ['itemProp', 'className', 'name', 'id'].some((name) => BODY.test(attribute(node, name)?.slice(0, 500) ?? ''));
  const [body, ...others] = findAll(common, isBody);
  if (!body || others.some((other) => findAll(body, (inner) => inner === other).length === 0)) return common;
  const inner = new Set(findAll(body, () => true));
  const letters = (nodes: readonly Element[]) =>
    nodes.filter(({ tagName }) => tagName === 'p').reduce((sum, node) => sum + wordsIn(node).length, 0);
  return letters(texts.filter((node) => inner.has(node))) >= letters(texts) * 0.6 ? body : common;
}

/** The nearest element around a text that is an article or has a headline of the first level. */
function scopeOf(root: Element, ways: ReadonlyMap<Nodes, Element | undefined>): Element {
  let around: Element | undefined;
  for (let next: Element | undefined = root; next; next = ways.get(next)) {
    if (isElement(next, 'article') || /\bArticle$|\bBlogPosting$/.test(attribute(next, 'itemType') ?? '')) return next;
    if (!around && isElement(next, 'main', 'body')) around = next;
    if (isElement(next, 'html')) break;
  }
  for (let next: Element | undefined = root; next && next !== around; next = ways.get(next))
    if (findAll(next, ({ tagName }) => tagName === 'h1').length === 1) return next;
  return around ?? root;
}
