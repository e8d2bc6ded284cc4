import { sanitize } from 'hast-util-sanitize';
import { parseFragment } from 'parse5';
import { attributesOf, BLOCKS, INLINE } from './elements.ts';
import type { Part } from './parts.ts';

/** A node of a tree of HTML (hast): text, or an element that is kept. */
export type TreeNode = TreeText | TreeElement;

export interface TreeText {
  readonly type: 'text';
  value: string;
}

export interface TreeElement {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string>>;
  children: TreeNode[];
}

/** The attribute that says which part an element was; no text can have it. */
export const PART = 'data-part';

/** How deep elements may stand in each other. */
export const DEEPEST = 50;

/**
 * The tree that browsers make of some parts, with nothing in it but what is kept: elements and attributes of `elements.ts`.
 *
 * @returns `undefined` where elements stand too deep in each other.
 */
export function treeOf(parts: readonly Part[]): readonly TreeNode[] | undefined {
  const root = parse(parts.map(print).join(''), parts.length);
  if (!root) return undefined;
  // Its types are those of another package.
  const safe = (sanitize as unknown as (root: object, schema: object) => { readonly children?: readonly TreeNode[] })(
    { type: 'root', children: nodesOf(root) },
    SCHEMA,
  );
  return safe.children ?? [];
}

const NAMES = [...Object.keys(INLINE), ...Object.keys(BLOCKS)];

/** What is kept, as hast-util-sanitize has it. Addresses are judged with those of Markdown, so it need not. */
const SCHEMA = {
  tagNames: NAMES,
  attributes: { '*': [PART], ...Object.fromEntries(NAMES.map((name) => [name, attributesOf(name)])) },
  ancestors: {},
  clobber: [],
  protocols: {},
  required: {},
  strip: ['script', 'style', 'template', 'svg', 'math'],
  allowComments: false,
  allowDoctypes: false,
};

function print(part: Part, index: number): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'start': {
      const attributes = part.attributes.filter(({ name }) => IS_NAME.test(name));
      const written = attributes.map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
      return `<${part.name} ${PART}="${index}"${written}>`;
    }
    case 'leaf':
      return `<${part.name} ${PART}="${index}"></${part.name}>`;
    case 'open':
      return `<${part.name} ${PART}="${index}">`;
    default:
      return `</${part.name}>`;
  }
}

/** No attribute that is kept has another, and none that is ours this one. */
const IS_NAME = /^[a-z]+$/;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** A node while the tree is made. */
interface Growing {
  readonly type: string;
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly children: Growing[];
  value: string;
  parent: Growing | undefined;
}

/** Raised where a tree would become larger than its text. */
class TooMuch extends Error {}

function parse(html: string, parts: number): Growing | undefined {
  try {
    const adapter = new Adapter(4 * parts + 100);
    // The adapter has all of what the parser asks of one, see `TreeAdapter` of parse5.
    const parseIn = parseFragment as unknown as (context: Growing, html: string, options: object) => Growing;
    return parseIn(adapter.createElement('div', HTML, []), html, { treeAdapter: adapter });
  } catch (fault) {
    if (fault instanceof TooMuch) return undefined;
    throw fault;
  }
}

const HTML = 'http://www.w3.org/1999/xhtml';

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/**
 * Makes the nodes of parse5's trees, and counts them: of emphasis that is not closed, browsers make another in each paragraph after it, and
 * what is deep takes time by the square of its depth.
 */
class Adapter {
  private left: number;
  private depth = 0;

  constructor(most: number) {
    this.left = most;
  }

  createDocument(): Growing {
    return nodeOf('root');
  }

  createDocumentFragment(): Growing {
    return nodeOf('root');
  }

  createElement(tagName: string, _namespace: string, attributes: readonly Attribute[]): Growing {
    this.left -= 1;
    if (this.left < 0) throw new TooMuch();
    return nodeOf('element', {
      tagName,
      properties: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    });
  }

  createCommentNode(): Growing {
    return nodeOf('comment');
  }

  createTextNode(value: string): Growing {
    return nodeOf('text', { value });
  }

  appendChild(parent: Growing, child: Growing): void {
    parent.children.push(child);
    child.parent = parent;
  }

  insertBefore(parent: Growing, child: Growing, reference: Growing): void {
    // What is inserted before, such as text before its table, is near the end.
    parent.children.splice(parent.children.lastIndexOf(reference), 0, child);
    child.parent = parent;
  }

  detachNode(node: Growing): void {
    const { parent } = node;
    if (parent) parent.children.splice(parent.children.lastIndexOf(node), 1);
    node.parent = undefined;
  }

  insertText(parent: Growing, text: string): void {
    const last = parent.children.at(-1);
    if (last?.type === 'text') last.value += text;
    else this.appendChild(parent, nodeOf('text', { value: text }));
  }

  insertTextBefore(parent: Growing, text: string, reference: Growing): void {
    const before = parent.children[parent.children.lastIndexOf(reference) - 1];
    if (before?.type === 'text') before.value += text;
    else this.insertBefore(parent, nodeOf('text', { value: text }), reference);
  }

  onItemPush(): void {
    this.depth += 1;
    // The parser begins with one of its own.
    if (this.depth > DEEPEST + 1) throw new TooMuch();
  }

  onItemPop(): void {
    this.depth -= 1;
  }

  adoptAttributes(): void {}
  setDocumentType(): void {}
  setDocumentMode(): void {}
  setNodeSourceCodeLocation(): void {}
  updateNodeSourceCodeLocation(): void {}
  setTemplateContent(): void {}

  getDocumentMode(): string {
    return 'no-quirks';
  }

  getTemplateContent(template: Growing): Growing {
    return template;
  }

  getFirstChild({ children }: Growing): Growing | null {
    return children[0] ?? null;
  }

  getChildNodes({ children }: Growing): readonly Growing[] {
    return children;
  }

  getParentNode({ parent }: Growing): Growing | null {
    return parent ?? null;
  }

  getAttrList({ properties }: Growing): readonly Attribute[] {
    return Object.entries(properties).map(([name, value]) => ({ name, value }));
  }

  getTagName({ tagName }: Growing): string {
    return tagName;
  }

  getNamespaceURI(): string {
    return HTML;
  }

  getTextNodeContent({ value }: Growing): string {
    return value;
  }

  getNodeSourceCodeLocation(): undefined {}

  isTextNode({ type }: Growing): boolean {
    return type === 'text';
  }

  isElementNode({ type }: Growing): boolean {
    return type === 'element';
  }

  isCommentNode({ type }: Growing): boolean {
    return type === 'comment';
  }

  isDocumentTypeNode(): boolean {
    return false;
  }
}

function nodeOf(type: string, rest: Partial<Growing> = {}): Growing {
  return { type, tagName: '', properties: {}, children: [], value: '', parent: undefined, ...rest };
}

/**
 * The nodes in one as everybody else has them, who walk down only. A paragraph that nobody wrote, which browsers make of an end without a beginning,
 * is none.
 */
function nodesOf({ children }: Growing): readonly object[] {
  return children.flatMap((node): readonly object[] => {
    const { type, tagName, properties, value } = node;
    if (type !== 'element') return [{ type, value }];
    if (tagName === 'p' && node.children.length === 0 && properties[PART] === undefined) return [];
    return [{ type, tagName, properties, children: nodesOf(node) }];
  });
}
