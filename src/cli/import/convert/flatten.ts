import type { ElementContent, Nodes, Root } from 'hast';
import { isElement } from './elements.ts';

/** Deeper than any page needs to be, and no deeper than functions can call themselves. */
const MOST_LEVELS = 150;

/** Lists and quotations stand in each other at most 20 deep in a story; directives and notes around them need some. */
const MOST_BLOCKS = 16;

const BLOCKS = ['blockquote', 'ol', 'ul'];

/**
 * Takes elements out of a tree that stand in too many others, and leaves what is in them where they were.
 *
 * @returns How many were taken out.
 */
export function flatten(tree: Root): number {
  let taken = 0;
  const waiting: { readonly node: Nodes; readonly level: number; readonly blocks: number }[] = [
    { node: tree, level: 0, blocks: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, level, blocks } = next;
    if (!('children' in node)) continue;
    const children: ElementContent[] = [];
    const queue = [...(node.children as readonly ElementContent[])].reverse();
    for (let child = queue.pop(); child; child = queue.pop()) {
      const isTooDeep = level >= MOST_LEVELS || (blocks >= MOST_BLOCKS && isElement(child, ...BLOCKS, 'li'));
      if (child.type === 'element' && isTooDeep) {
        taken += 1;
        for (let index = child.children.length - 1; index >= 0; index -= 1)
          queue.push(child.children[index] as ElementContent);
        continue;
      }
      children.push(child);
      waiting.push({ node: child, level: level + 1, blocks: blocks + (isElement(child, ...BLOCKS) ? 1 : 0) });
    }
    node.children = children as Root['children'] & ElementContent[];
  }
  return taken;
}
