import type { Element, Root } from 'hast';
import { attribute, DIRECTIVE, element, FIGURE, findAll, isElement, PLACE, replaceNodes } from './elements.ts';

/** A name that `{#…}` can have. */
export const PLAIN_NAME = /^[\w-]+$/;

export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Where the name of a box is put: at the beginning of its first words. */
const BOXES = new Set(['div', 'section', 'article', 'blockquote', 'ul', 'ol', 'dl', 'table', 'tbody', 'tr', 'aside']);

/** Puts a mark where links of the text lead to, but for headings, which have names of their own. */
export function markPlaces(tree: Root, named: ReadonlySet<string>): void {
  if (named.size === 0) return;
  const left = new Set([...named].map(decodedName));
  const inHeadings = new Set(
    findAll(tree, ({ tagName }) => HEADINGS.includes(tagName)).flatMap((heading) => [
      heading,
      ...findAll(heading, () => true),
    ]),
  );
  const names = (node: Element): readonly string[] =>
    [attribute(node, 'id'), attribute(node, 'name')].filter((name) => name !== undefined);
  const ofLinks = new Map<Element, string>();
  for (const node of inHeadings) for (const name of names(node)) if (PLAIN_NAME.test(name)) left.delete(name);
  for (const node of findAll(tree, () => true)) {
    const name = names(node).find((found) => left.has(found) && !/\s/.test(found));
    if (name === undefined || ['img', 'input', 'br', 'hr', FIGURE, DIRECTIVE, 'pre', 'code'].includes(node.tagName))
      continue;
    left.delete(name);
    const holder = BOXES.has(node.tagName)
      ? (findAll(node, ({ tagName }) => ['p', 'li', 'td', 'th', 'dt', 'dd'].includes(tagName))[0] ?? node)
      : node;
    if (holder.tagName === 'a') ofLinks.set(holder, name);
    else holder.children.unshift(element(PLACE, { id: name }));
  }
  // No link stands in another.
  replaceNodes(tree, (node) => {
    const name = isElement(node, 'a') ? ofLinks.get(node) : undefined;
    return name === undefined ? undefined : [element(PLACE, { id: name }), node];
  });
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
