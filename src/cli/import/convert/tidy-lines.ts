import type { Delete, Emphasis, Link, Nodes, Parents, PhrasingContent, Strong, Text } from 'mdast';

type Marked = Emphasis | Strong | Delete | Link;

const MARKED = ['emphasis', 'strong', 'delete', 'link'];

/**
 * Makes Markdown of a line possible, in place: spaces at the edges of emphasis and links stand outside of them, what is empty is left out, and two of one
 * kind beside each other are one.
 */
export function tidyLines(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    tidyLines(child);
    for (const part of isMarked(child) ? partsOf(child) : [child]) add(part, children);
  }
  node.children = children as typeof node.children & Parents['children'];
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
