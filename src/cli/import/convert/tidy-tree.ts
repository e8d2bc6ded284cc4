import type { Delete, Emphasis, Link, ListItem, Nodes, Parents, PhrasingContent, Strong, Text } from 'mdast';

type Marked = Emphasis | Strong | Delete | Link;

const MARKED = ['emphasis', 'strong', 'delete', 'link'];

/**
 * Makes Markdown of a tree that editors would write, in place: spaces at the edges of emphasis and links stand outside of them, what is empty is left out,
 * two of one kind beside or within each other are one, and lists are loose only where an entry has several blocks.
 *
 * @param around Kinds of emphasis that the node stands in.
 */
export function tidyTree(node: Nodes, around: readonly string[] = []): void {
  if (!('children' in node)) return;
  const within = isMarked(node) ? [...around, node.type] : around;
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    tidyTree(child, within);
    const isTwice = isMarked(child) && within.includes(child.type);
    const parts = isTwice ? (child.children as Nodes[]) : isMarked(child) ? partsOf(child) : [child];
    for (const part of parts) add(part, children);
  }
  node.children = children as typeof node.children & Parents['children'];
  if (node.type === 'listItem') node.spread = hasSeveralBlocks(node);
  if (node.type === 'list') node.spread = node.children.some(({ spread }) => spread === true);
}

/** Lists within an entry need no line between. */
function hasSeveralBlocks({ children }: ListItem): boolean {
  return children.filter(({ type }) => type !== 'list').length > 1;
}

function add(node: Nodes, to: Nodes[]): void {
  const last = to.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else if (isMarked(node) && last?.type === node.type && node.type !== 'link') {
    for (const child of node.children) add(child, last.children);
  } else to.push(node);
}

function isMarked(node: Nodes): node is Marked {
  return MARKED.includes(node.type);
}

/** The spaces before it, what is marked, and the spaces behind it. */
function partsOf(node: Marked): readonly Nodes[] {
  const before = takeSpaces(node.children[0], /^\s+/u);
  const after = takeSpaces(node.children.at(-1), /\s+$/u);
  node.children = node.children.filter((child) => child.type !== 'text' || child.value !== '') as PhrasingContent[];
  const breaks = node.children.every(({ type }) => type === 'break');
  return [...before, ...(breaks ? node.children : [node]), ...after];
}

function takeSpaces(edge: Nodes | undefined, spaces: RegExp): readonly Text[] {
  const found = edge?.type === 'text' ? spaces.exec(edge.value)?.[0] : undefined;
  if (edge?.type !== 'text' || found === undefined) return [];
  edge.value = edge.value.replace(spaces, '');
  return [{ type: 'text', value: found }];
}
