import type { Element, Root } from 'hast';
import {
  attribute,
  classesOf,
  findAll,
  isElement,
  note,
  NOTE_REFERENCE,
  noteReference,
  replaceNodes,
} from '../../../convert/elements.ts';

/**
 * Notes as Ghost's Markdown prints them become notes again: what refers to one is a link to `#fn1` before a box `footnotes`, in which its
 * entry has this name. Each card of Markdown counts its notes anew, so that a text may have several boxes.
 */
export function keepNotes(tree: Root): void {
  const boxes = new Set(
    findAll(tree, (node) => classesOf(node).includes('footnotes') && isElement(node, 'section', 'div')),
  );
  const within = new Set([...boxes].flatMap((box) => findAll(box, () => true)));
  const inOrder = findAll(tree, (node) => boxes.has(node) || (node.tagName === 'a' && !within.has(node)));
  const others = new Map<Element, readonly Element[]>();
  const waiting = new Map<string, Element[]>();
  let count = 0;
  for (const node of inOrder) {
    const href = node.tagName === 'a' ? (attribute(node, 'href') ?? '') : undefined;
    if (href !== undefined) {
      const others = waiting.get(href);
      if (others) others.push(node);
      else if (href.startsWith('#fn')) waiting.set(href, [node]);
      continue;
    }
    const named = findAll(node, (found) => found.tagName === 'li' && attribute(found, 'id')?.startsWith('fn') === true);
    const entries = named.map((entry) => ({ entry, id: `#${attribute(entry, 'id')}` }));
    // Where nothing refers to a note, all of them stay where they are.
    if (entries.length === 0 || !entries.every(({ id }) => waiting.has(id))) continue;
    const notes = entries.map(({ entry, id }) => {
      count += 1;
      for (const link of waiting.get(id) ?? []) others.set(link, [noteReference(`${count}`)]);
      waiting.delete(id);
      return note(`${count}`, withoutWaysBack(entry).children);
    });
    others.set(node, notes);
  }
  if (others.size === 0) return;
  replaceNodes(tree, (node) => {
    if (node.type !== 'element') return undefined;
    if (isElement(node, 'hr') && classesOf(node).includes('footnotes-sep')) return [];
    const [only, ...rest] = node.children;
    if (node.tagName === 'sup' && isElement(only, NOTE_REFERENCE) && rest.length === 0) return [only];
    return others.get(node);
  });
}

function withoutWaysBack(entry: Element): Element {
  replaceNodes(entry, (node) =>
    isElement(node, 'a') && /^#fnref/.test(attribute(node, 'href') ?? '') ? [] : undefined,
  );
  return entry;
}
