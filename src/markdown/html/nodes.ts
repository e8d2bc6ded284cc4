import type { StateCore, Token } from 'markdown-it';
import type { Environment } from '../environment.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { BLOCKS } from './elements.ts';
import type { Part, StartTag } from './parts.ts';
import { PART, type TreeElement, type TreeNode } from './tree.ts';

/** What the nodes of a tree were made of. */
export interface Made {
  readonly parts: readonly Part[];
  readonly state: StateCore;
  /** The line of the text, counted from 0, for what has none of its own. */
  readonly line: number;
}

/** Where a token stands, and what it is printed with. */
export interface At {
  /** The element that it is of; a paragraph and a line may be of none. */
  readonly node: TreeElement | undefined;
  readonly level: number;
  readonly attributes?: Attributes;
}

/** The nodes of a tree of HTML: what is known of each, and the tokens that stand for them. */
export class Nodes {
  private readonly made: Made;
  private readonly environment: Environment;
  private readonly blocks = new Map<TreeNode, boolean>();
  private readonly attributes = new Map<Part, Attributes>();

  constructor(made: Made) {
    this.made = made;
    this.environment = made.state.env as Environment;
  }

  get markdown(): StateCore['md'] {
    return this.made.state.md;
  }

  partOf({ properties }: TreeElement): Part | undefined {
    return this.made.parts[Number(properties[PART])];
  }

  /** What Markdown made, where a node stands for it. */
  leafOf(node: TreeNode | undefined): readonly Token[] | undefined {
    const part = node?.type === 'element' ? this.partOf(node) : undefined;
    return part?.kind === 'leaf' ? part.tokens : undefined;
  }

  /** Whether a node is a block, or holds one. */
  isBlock(node: TreeNode): boolean {
    if (node.type === 'text') return false;
    const known = this.blocks.get(node);
    if (known !== undefined) return known;
    const leaf = this.leafOf(node);
    const isBlock = leaf
      ? leaf[0]?.block === true
      : Object.hasOwn(BLOCKS, node.tagName) || node.children.some((child) => this.isBlock(child));
    this.blocks.set(node, isBlock);
    return isBlock;
  }

  /** Whether a line can say all that a node does: of Markdown, a paragraph and what stands within one. */
  isWords(node: TreeNode): boolean {
    if (node.type === 'text') return true;
    const leaf = this.leafOf(node);
    return leaf
      ? !leaf[0]?.block || leaf[0].type === 'paragraph_open'
      : node.children.every((child) => this.isWords(child));
  }

  /** Whether nobody sees anything of a node, and nothing leads to it. */
  readonly isBlank = (node: TreeNode): boolean => {
    if (node.type === 'text') return node.value.trim() === '';
    const leaf = this.leafOf(node);
    if (leaf) return leaf.every(({ type }) => type === 'softbreak' || type === 'hardbreak');
    if (node.tagName === 'br' || node.tagName === 'wbr') return true;
    if (node.tagName === 'img' || node.tagName === 'hr') return false;
    const { id, name } = node.properties;
    return id === undefined && name === undefined && node.children.every(this.isBlank);
  };

  /** The attributes of an element. Of what browsers make several of, as of emphasis that overlaps with other, the first has the identifier. */
  attributesOf(node: TreeElement): Attributes {
    const part = this.partOf(node);
    if (part?.kind !== 'start') return [];
    const known = this.attributes.get(part);
    if (known) return known;
    const read = readAttributes(node.properties, { line: part.line, environment: this.environment });
    this.attributes.set(
      part,
      read.filter(([name]) => name !== 'id'),
    );
    return read;
  }

  token(type: string, nesting: Token['nesting'], { node, level, attributes = [] }: At): Token {
    const name = type.replace(/_(?:open|close)$/, '');
    const token = new this.made.state.Token(type, TAGS[name] ?? name, nesting);
    const line = this.lineOf(node);
    token.map = [line, line + 1];
    token.level = level;
    token.block = BLOCK_TYPES.has(name);
    if (attributes.length > 0) token.attrs = attributes.map(([key, value]) => [key, value]);
    return token;
  }

  /** What opens something, what is in it, and what closes it. */
  pair(type: string, at: At, inner: readonly Token[]): readonly Token[] {
    return [this.token(`${type}_open`, 1, at), ...inner, this.token(`${type}_close`, -1, { ...at, attributes: [] })];
  }

  /** The line of the text, counted from 0. */
  private lineOf(node: TreeElement | undefined): number {
    const part = node && this.startOf(node);
    return part ? part.line - this.environment.firstLine : this.made.line;
  }

  private startOf(node: TreeElement): StartTag | undefined {
    const part = this.partOf(node);
    if (part?.kind === 'start') return part;
    for (const child of node.children) {
      const found = child.type === 'element' ? this.startOf(child) : undefined;
      if (found) return found;
    }
    return undefined;
  }
}

/** Elements whose tokens are called otherwise, as those of Markdown are. */
const TAGS: Readonly<Record<string, string>> = {
  ...{ paragraph: 'p', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', fence: 'code' },
  ...{ link: 'a', image: 'img', hardbreak: 'br', inline: '' },
};

/** What tokens of blocks are called. */
const BLOCK_TYPES: ReadonlySet<string> = new Set([
  ...Object.keys(BLOCKS),
  ...['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'fence'],
]);

export function copyOf(token: Token): Token {
  const attrs = token.attrs?.map(([name, value]): [string, string] => [name, value]) ?? null;
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { attrs });
}

/** Takes the identifier off a token. */
export function takeId(token: Token): string | undefined {
  const id = token.attrGet('id') ?? undefined;
  if (id !== undefined) token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'id');
  return id;
}
