import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast';

/** Elements that no HTML has. They stand in a tree for what Broadsheet's Markdown can say, until that is printed. */
export const DIRECTIVE = 'x-directive';
export const FIGURE = 'x-figure';
export const NOTE = 'x-note';
export const NOTE_REFERENCE = 'x-note-reference';
/** Where a link leads to that is within the same text. */
export const PLACE = 'x-place';

/** Values of a directive by name: what has none is left out, and `true` stands for a name alone. */
export type DirectiveAttributes = Readonly<Record<string, string | true | undefined>>;

/** A picture with all that is said of it. */
export interface FigureFacts {
  /** As the archive has it. */
  readonly src: string;
  /** `undefined` where the archive does not say what it shows. */
  readonly alt?: string | undefined;
  /** A line of Markdown. */
  readonly caption?: string | undefined;
  /** Plain text. */
  readonly credit?: string | undefined;
  readonly reach?: 'wide' | 'full' | undefined;
}

/** A directive on one line: `::embed{url="…"}`. */
export function leafDirective(name: string, attributes: DirectiveAttributes): Element {
  return element(DIRECTIVE, { name, attributes: JSON.stringify(attributes) });
}

/** A directive around blocks: `:::aside{title="…"}`. */
export function blockDirective(
  name: string,
  attributes: DirectiveAttributes,
  children: readonly ElementContent[],
): Element {
  return element(DIRECTIVE, { name, attributes: JSON.stringify(attributes), block: 'block' }, children);
}

/** A picture that stands alone. */
export function figure(facts: FigureFacts): Element {
  return element(FIGURE, { facts: JSON.stringify(facts) });
}

/** The mark within a text that leads to a note: `[^label]`. */
export function noteReference(label: string): Element {
  return element(NOTE_REFERENCE, { label });
}

/** A note, wherever it stands in the tree: `[^label]: …`. */
export function note(label: string, children: readonly ElementContent[]): Element {
  return element(NOTE, { label }, children);
}

export function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties: { ...properties }, children: [...children] };
}

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** An attribute as text; what is a list in the tree, such as classes, is joined by spaces. */
export function attribute(node: Element, name: string): string | undefined {
  const value = Object.hasOwn(node.properties, name) ? node.properties[name] : undefined;
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export function classesOf(node: Element): readonly string[] {
  return (attribute(node, 'className') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** All elements below a node that fit, in the order of the text. */
export function findAll(node: Nodes, fits: (found: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next !== node && next.type === 'element' && fits(next)) found.push(next);
    if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] as Nodes);
  }
  return found;
}

/** The text of a node, without that of scripts and styles. */
export function wordsIn(node: Nodes): string {
  let words = '';
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') words += next.value;
    if (isElement(next, 'br')) words += ' ';
    if (!('children' in next) || isElement(next, 'script', 'style')) continue;
    for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] as Nodes);
  }
  return words;
}

/** Whether a node has neither words nor anything to be seen. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (!('children' in node)) return true;
  if (isElement(node, ...SEEN_WITHOUT_WORDS)) return false;
  return (
    wordsIn(node).trim() === '' && findAll(node, ({ tagName }) => SEEN_WITHOUT_WORDS.includes(tagName)).length === 0
  );
}

const SEEN_WITHOUT_WORDS = [
  'img',
  'hr',
  'input',
  'iframe',
  'audio',
  'video',
  DIRECTIVE,
  FIGURE,
  NOTE,
  NOTE_REFERENCE,
  PLACE,
];

/**
 * Puts other nodes in the place of each node of a tree, from the innermost outwards; `undefined` leaves one as it is. The tree is at most some
 * hundred levels deep, see `flatten.ts`.
 */
export function replaceNodes(
  tree: Parents,
  replace: (node: RootContent, parent: Parents) => readonly RootContent[] | undefined,
): void {
  const before = tree.children as readonly RootContent[];
  // Most nodes stay as they are.
  let children: RootContent[] | undefined;
  for (const [index, child] of before.entries()) {
    if ('children' in child) replaceNodes(child, replace);
    const others = replace(child, tree);
    if (others) children ??= before.slice(0, index);
    if (others) for (const other of others) children?.push(other);
    else children?.push(child);
  }
  if (children) tree.children = children as Root['children'] & Element['children'];
}
