import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute, element, findAll, isBlank, isElement, replaceNodes } from './elements.ts';

/** What holds paragraphs, so that lines in it can be made some. */
const HOLDERS = new Set(['div', 'section', 'article', 'blockquote', 'li', 'dd', 'aside', 'details', 'x-directive']);

/** What is within a line and can be parted where lines end. */
const LINES = new Set(['span', 'em', 'i', 'strong', 'b', 'u', 's', 'small', 'del', 'ins']);

const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'aside', 'details', 'summary', 'blockquote', 'ul', 'ol', 'li', 'dl', 'table'],
  ...['pre', 'hr', 'figure', 'img', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'x-directive', 'x-figure', 'x-note'],
]);

/**
 * Makes paragraphs of what two ends of lines part, as editors of old systems and of Blogger wrote them, in place; and leaves out those that hold
 * nothing but space. One end of a line stays one, and so do those in cells of tables, headings and listings.
 */
export function makeParagraphs(tree: Root): void {
  const hasBreaks = findAll(tree, ({ tagName }) => tagName === 'br').length > 1;
  replaceNodes(tree, (node) => {
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'p') {
      if (isBlank(node) && !hasName(node)) return [];
      const parts = hasBreaks ? partsOf(node.children) : [];
      return parts.length > 1 ? parts.map((children) => ({ ...element('p', {}, children) })) : undefined;
    }
    if (!hasBreaks) return undefined;
    if (HOLDERS.has(node.tagName)) return holdParagraphs(node.children, (children) => ({ ...node, children }));
    return LINES.has(node.tagName) && attribute(node, 'lang') === undefined ? parted(node) : undefined;
  });
  if (!hasBreaks) return;
  const [held] = holdParagraphs(tree.children as ElementContent[], (children) => element('div', {}, children)) ?? [];
  if (held) tree.children = held.children;
}

/** A name that a link can lead to. */
function hasName(node: Element): boolean {
  return [node, ...findAll(node, () => true)].some(
    (found) => (attribute(found, 'id') ?? attribute(found, 'name')) !== undefined,
  );
}

/** Emphasis that goes over several paragraphs, as often as there are some, with the ends of lines between. */
function parted(node: Element): readonly RootContent[] | undefined {
  const parts = partsOf(node.children);
  if (parts.length < 2 || node.children.some((child) => isElement(child) && BLOCKS.has(child.tagName)))
    return undefined;
  return parts.flatMap((children, index): RootContent[] => [
    ...(index === 0 ? [] : [element('br', {}), element('br', {})]),
    { ...node, properties: { ...node.properties }, children: [...children] },
  ]);
}

/** What stands directly in a holder and is within a line, made paragraphs of; `undefined` where nothing parts it. */
function holdParagraphs(
  children: readonly ElementContent[],
  hold: (children: ElementContent[]) => Element,
): readonly Element[] | undefined {
  const held: ElementContent[] = [];
  let [line, isParted]: [ElementContent[], boolean] = [[], false];
  const endLine = (): void => {
    const parts = partsOf(line);
    if (parts.length > 1) isParted = true;
    for (const part of parts) held.push(element('p', {}, part));
    line = [];
  };
  for (const child of children) {
    if (isElement(child) && BLOCKS.has(child.tagName)) {
      endLine();
      held.push(child);
    } else line.push(child);
  }
  endLine();
  return isParted ? [hold(held)] : undefined;
}

/** The parts of a line between which it ends twice or more often. Parts with nothing in them are left out. */
function partsOf(children: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const parts: ElementContent[][] = [[]];
  let ends: ElementContent[] = [];
  const breaks = (): number => ends.filter((end) => isElement(end, 'br')).length;
  for (const child of children) {
    if (isElement(child, 'br') || (child.type === 'text' && child.value.trim() === '' && ends.length > 0)) {
      ends.push(child);
      continue;
    }
    if (breaks() > 1) parts.push([]);
    else parts.at(-1)?.push(...ends);
    ends = [];
    parts.at(-1)?.push(child);
  }
  if (breaks() < 2) parts.at(-1)?.push(...ends);
  return parts.filter((part) => part.some((child) => !isBlank(child) || (isElement(child) && hasName(child))));
}
