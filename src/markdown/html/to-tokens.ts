import type { StateCore, Token } from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';
import type { Environment } from '../environment.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { BLOCKS } from './elements.ts';
import type { Part, StartTag } from './parts.ts';
import { PART, type TreeElement, type TreeNode } from './tree.ts';

/** What the nodes of a tree were made of, and how what Markdown made is resolved. */
export interface Made {
  readonly parts: readonly Part[];
  readonly state: StateCore;
  /** The line of the text, counted from 0, for what has none of its own. */
  readonly line: number;
}

/** The tree of HTML as tokens like those of Markdown, so that all that is done to these is done to it. */
export class TokensOf {
  private readonly made: Made;
  private readonly environment: Environment;
  /** Whether text is printed letter by letter, as code is. */
  private isVerbatim = false;

  constructor(made: Made) {
    this.made = made;
    this.environment = made.state.env as Environment;
  }

  /**
   * Blocks. Text that stands between them is a paragraph.
   *
   * @param wraps Whether text that stands alone is one, too.
   */
  blocks(nodes: readonly TreeNode[], level: number, wraps: boolean): Token[] {
    const isMixed = wraps || nodes.some((node) => this.isBlock(node));
    const tokens: Token[] = [];
    let line: TreeNode[] = [];
    const endLine = (): void => {
      if (!line.every(this.isBlank)) push(tokens, isMixed ? this.paragraph(line, [], level) : [this.inline(line, level)]);
      line = [];
    };
    for (const node of this.inLists(nodes)) {
      if (!this.isBlock(node)) {
        line.push(node);
        continue;
      }
      endLine();
      push(tokens, this.block(node as TreeElement, level));
    }
    endLine();
    return tokens;
  }

  /** Items that stand in no list, each with its neighbours in one. */
  private inLists(nodes: readonly TreeNode[]): readonly TreeNode[] {
    if (!nodes.some((node) => this.listFor(node) !== undefined)) return nodes;
    const listed: TreeNode[] = [];
    let list: TreeElement | undefined;
    for (const node of nodes) {
      const name = this.listFor(node);
      if (list && (name === list.tagName || this.isBlank(node))) {
        list.children.push(node);
        continue;
      }
      list = name === undefined ? undefined : { type: 'element', tagName: name, properties: {}, children: [node] };
      listed.push(list ?? node);
    }
    return listed;
  }

  private listFor(node: TreeNode): 'ul' | 'dl' | undefined {
    if (node.type === 'text' || this.partOf(node)?.kind === 'leaf') return undefined;
    if (node.tagName === 'li') return 'ul';
    return !this.isInTerms && (node.tagName === 'dt' || node.tagName === 'dd') ? 'dl' : undefined;
  }

  /** Whether what is made stands in a list of terms, between items of which there may be `div`s. */
  private isInTerms = false;

  private terms(node: TreeElement, level: number): readonly Token[] {
    const before = this.isInTerms;
    this.isInTerms = true;
    const made = this.pair('dl', node, level, () => this.blocks(node.children, level + 1, false), this.attributesOf(node));
    this.isInTerms = before;
    return made;
  }

  /** What stands within a line. */
  line(nodes: readonly TreeNode[], level: number): Token[] {
    return nodes.flatMap((node) => (node.type === 'text' ? this.text(node.value, level) : this.element(node, level)));
  }

  /** Whether all of some nodes stands within a line. */
  isLine(nodes: readonly TreeNode[]): boolean {
    return !nodes.some((node) => this.isBlock(node));
  }

  private partOf({ properties }: TreeElement): Part | undefined {
    return this.made.parts[Number(properties[PART])];
  }

  private readonly known = new Map<TreeNode, boolean>();

  /** Whether a node is a block, or holds one. */
  private isBlock(node: TreeNode): boolean {
    if (node.type === 'text') return false;
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const part = this.partOf(node);
    const isLeaf = part?.kind === 'leaf';
    const is = isLeaf
      ? part.tokens[0]?.block === true
      : Object.hasOwn(BLOCKS, node.tagName) || node.children.some((child) => this.isBlock(child));
    this.known.set(node, is);
    return is;
  }

  private block(node: TreeElement, level: number): readonly Token[] {
    const part = this.partOf(node);
    if (part?.kind === 'leaf') return atLevel(part.tokens, level);
    const { tagName: name, children } = node;
    switch (name) {
      case 'p':
        return children.every(this.isBlank) ? [] : this.paragraph(children, this.attributesOf(node), level);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.heading(node, level);
      case 'hr':
        return [this.token('hr', name, 0, node, level)];
      case 'ul':
        return this.list('bullet_list', node, level);
      case 'ol':
        return this.list('ordered_list', node, level);
      case 'dl':
        return this.terms(node, level);
      case 'pre':
        return this.code(node, level);
      case 'table':
        return this.wrapped(node, level, (deeper) => this.pair('table', node, deeper, () => this.rows(children, deeper + 1)));
      case 'figure':
        return this.figure(node, level);
      case 'caption':
      case 'figcaption':
      case 'summary':
        return this.pair(name, node, level, () => [this.inline(children, level + 1)], this.attributesOf(node));
      case 'blockquote':
      case 'details':
        return this.pair(name, node, level, () => this.blocks(children, level + 1, true), this.attributesOf(node));
      default: {
        if (!Object.hasOwn(BLOCKS, name)) return this.around(node, level);
        return this.pair(name, node, level, () => this.blocks(children, level + 1, false), this.attributesOf(node));
      }
    }
  }

  private paragraph(children: readonly TreeNode[], attributes: Attributes, level: number): Token[] {
    const image = attributes.length === 0 ? this.soleImage(children) : undefined;
    const title = image?.properties['title']?.trim();
    const first = children.find((node) => node.type === 'element');
    const open = this.token('paragraph_open', 'p', 1, first, level, attributes);
    const tokens = [open, this.inline(children, level + 1), this.token('paragraph_close', 'p', -1, first, level)];
    return image && title ? [...tokens, this.caption(tokens[1], [{ type: 'text', value: title }], level)] : tokens;
  }

  /** The words below the picture that a line consists of, beside it until all that stands in lines is read: see `captions.ts`. */
  private caption(line: Token | undefined, words: readonly TreeNode[], level: number): Token {
    const caption = this.inline(words, level);
    caption.meta = { isCaption: true };
    for (const image of line?.children ?? []) image.meta = { ...image.meta, caption };
    return caption;
  }

  private heading(node: TreeElement, level: number): readonly Token[] {
    if (node.children.every(this.isBlank)) return [];
    const open = this.token('heading_open', node.tagName, 1, node, level, this.attributesOf(node));
    const [id] = takeAttribute(open, 'id');
    if (id !== undefined) open.meta = { id };
    return [open, this.inline(node.children, level + 1), this.token('heading_close', node.tagName, -1, node, level)];
  }

  private list(type: string, node: TreeElement, level: number): readonly Token[] {
    const items: TreeElement[] = [];
    for (const child of node.children) {
      if (child.type === 'element' && child.tagName === 'li' && this.partOf(child)?.kind !== 'leaf') items.push(child);
      else if (!this.isBlank(child)) {
        const last = items.at(-1);
        // What stands beside items belongs to the last of them.
        if (last) last.children.push(child);
        else items.push({ type: 'element', tagName: 'li', properties: {}, children: [child] });
      }
    }
    if (items.length === 0) return [];
    return this.pair(
      type,
      node,
      level,
      () =>
        items.flatMap((item) =>
          this.pair('list_item', item, level + 1, () => this.blocks(item.children, level + 2, false), this.attributesOf(item)),
        ),
      this.attributesOf(node),
    );
  }

  /** Code with its language where it is nothing but text; otherwise text with its marks and its line ends. */
  private code(node: TreeElement, level: number): readonly Token[] {
    if (node.children.every(this.isBlank)) return [];
    const [only, ...others] = node.children.filter((child) => !this.isBlank(child));
    const isCode = only?.type === 'element' && only.tagName === 'code' && this.partOf(only)?.kind === 'start';
    if (isCode && others.length === 0 && only.children.every(({ type }) => type === 'text')) {
      return this.wrapped(node, level, (deeper) => {
        const fence = this.token('fence', 'code', 0, node, deeper);
        const text = only.children.map((child) => (child as { readonly value: string }).value).join('');
        fence.content = withoutForbidden(text.endsWith('\n') ? text : `${text}\n`);
        fence.info = /(?:^|\s)(?:language|lang)-([\w+#.-]{1,30})/.exec(only.properties['class'] ?? '')?.[1] ?? '';
        return [fence];
      });
    }
    return this.verbatim(() =>
      this.pair('pre', node, level, () => [this.inline(node.children, level + 1)], this.attributesOf(node)),
    );
  }

  private verbatim<Made>(make: () => Made): Made {
    const before = this.isVerbatim;
    this.isVerbatim = true;
    const made = make();
    this.isVerbatim = before;
    return made;
  }

  private rows(nodes: readonly TreeNode[], level: number): readonly Token[] {
    return nodes.flatMap((node): readonly Token[] => {
      if (node.type === 'text' || this.partOf(node)?.kind === 'leaf') return [];
      const { tagName: name, children } = node;
      const isGroup = name === 'thead' || name === 'tbody' || name === 'tfoot' || name === 'tr';
      if (!isGroup) return this.block(node, level);
      return this.pair(name, node, level, () => this.rows(children, level + 1), this.attributesOf(node));
    });
  }

  /** A picture with what stands below it is one of Markdown's; any other figure holds what it holds. */
  private figure(node: TreeElement, level: number): readonly Token[] {
    const captions = node.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption');
    const shown = node.children.filter((child) => !captions.includes(child) && !this.isBlank(child));
    const image = captions.length < 2 ? this.soleImage(shown) : undefined;
    const [ofMarkdown] = captions.length === 1 && shown.length === 1 ? this.pictureOfMarkdown(shown[0]) : [];
    if (ofMarkdown) {
      const words = (captions[0] as TreeElement).children;
      return this.wrapped(node, level, (deeper) => [
        ...atLevel(ofMarkdown, deeper),
        this.caption(ofMarkdown[1], words, deeper),
      ]);
    }
    if (!image) {
      return this.pair('figure', node, level, () => this.blocks(node.children, level + 1, false), this.attributesOf(node));
    }
    const [caption] = captions as readonly TreeElement[];
    return this.wrapped(node, level, (deeper) => {
      const words = caption && !caption.children.every(this.isBlank) ? caption.children : undefined;
      const properties = words ? { ...image.properties, title: '' } : image.properties;
      const tokens = this.paragraph([{ ...image, properties }], [], deeper);
      return words ? [...tokens, this.caption(tokens[1], words, deeper)] : tokens;
    });
  }

  /** The tokens of a paragraph of Markdown that is nothing but a picture. */
  private pictureOfMarkdown(node: TreeNode | undefined): readonly (readonly Token[])[] {
    const part = node?.type === 'element' ? this.partOf(node) : undefined;
    if (part?.kind !== 'leaf' || part.tokens.length !== 3) return [];
    const { children } = part.tokens[1] ?? {};
    return children?.length === 1 && children[0]?.type === 'image' ? [part.tokens] : [];
  }

  /** What has a layout of its own stands in another element where it has attributes. */
  private wrapped(node: TreeElement, level: number, make: (level: number) => readonly Token[]): readonly Token[] {
    const attributes = this.attributesOf(node);
    return attributes.length === 0 ? make(level) : this.pair('div', node, level, () => make(level + 1), attributes);
  }

  /** Emphasis, a link and the like around blocks: it is the same around each line of them. */
  private around(node: TreeElement, level: number): readonly Token[] {
    const blocks = this.blocks(node.children, level, false);
    const tokens = this.element({ ...node, children: [] }, level + 1);
    const half = tokens.length / 2;
    if (half === 0) return blocks;
    const isLink = tokens[0]?.type === 'link_open';
    for (const token of blocks) {
      const { children } = token;
      if (token.type !== 'inline' || !children?.length) continue;
      if (isLink && children.some(({ type }) => type === 'link_open')) continue;
      token.children = [...tokens.slice(0, half).map(copyOf), ...children, ...tokens.slice(half).map(copyOf)];
      // It stands on one of them only.
      for (const opening of tokens) takeAttribute(opening, 'id');
    }
    return blocks;
  }

  private text(value: string, level: number): readonly Token[] {
    if (value === '') return [];
    const text = new this.made.state.Token(this.isVerbatim ? 'verbatim' : 'text', '', 0);
    text.content = withoutForbidden(value);
    text.level = level;
    return [text];
  }

  private element(node: TreeElement, level: number): readonly Token[] {
    const part = this.partOf(node);
    if (part?.kind === 'leaf') return part.tokens;
    if (part?.kind === 'open') {
      return [copyOf(part.token), ...this.line(node.children, level + 1), copyOf(part.close)];
    }
    const { tagName: name, children } = node;
    switch (name) {
      case 'a':
        return this.link(node, level);
      case 'img':
        return this.image(node, level);
      case 'br':
        return [this.token('hardbreak', 'br', 0, node, level)];
      case 'hr':
      case 'wbr':
        return [this.token(name, name, 0, node, level)];
      case 'code':
      case 'kbd':
      case 'samp':
        return this.verbatim(() => this.pair(name, node, level, () => this.line(children, level + 1), this.attributesOf(node)));
      default:
        if (!Object.hasOwn(BLOCKS, name)) {
          return this.pair(name, node, level, () => this.line(children, level + 1), this.attributesOf(node));
        }
        // A block where only a line may stand: its words do.
        return [...this.text(' ', level), ...this.line(children, level), ...this.text(' ', level)];
    }
  }

  /** A link, and in it what else is said of it. */
  private link(node: TreeElement, level: number): readonly Token[] {
    const href = node.properties['href']?.trim();
    const attributes = this.attributesOf(node);
    const words = (deeper: number): readonly Token[] =>
      attributes.length === 0
        ? this.line(node.children, deeper)
        : this.pair('span', node, deeper, () => this.line(node.children, deeper + 1), attributes);
    if (href === undefined) return words(level);
    const open = this.token('link_open', 'a', 1, node, level);
    open.attrSet('href', this.made.state.md.normalizeLink(href));
    return [open, ...words(level + 1), this.token('link_close', 'a', -1, node, level)];
  }

  private image(node: TreeElement, level: number): readonly Token[] {
    const { src, alt } = node.properties;
    const image = this.token('image', 'img', 0, node, level);
    image.attrSet('src', this.made.state.md.normalizeLink(src?.trim() ?? ''));
    image.content = withoutForbidden(alt ?? '');
    image.children = [...this.text(image.content, level + 1)];
    image.meta = { isHtml: true, ...(alt === '' && { attributes: new Map([['decorative', '']]) }) };
    return [image];
  }

  private pair(
    type: string,
    node: TreeElement,
    level: number,
    make: () => readonly Token[],
    attributes: Attributes = [],
  ): readonly Token[] {
    const tag = TAGS[type] ?? type;
    const open = this.token(`${type}_open`, tag, 1, node, level, attributes);
    return [open, ...make(), this.token(`${type}_close`, tag, -1, node, level)];
  }

  private inline(nodes: readonly TreeNode[], level: number): Token {
    const first = nodes.find((node) => node.type === 'element');
    const inline = this.token('inline', '', 0, first, level);
    inline.children = trimmed(this.line(nodes, 0), this.isVerbatim);
    inline.content = inline.children.map(({ content }) => content).join('');
    return inline;
  }

  private token(
    type: string,
    tag: string,
    nesting: Token['nesting'],
    node: TreeElement | undefined,
    level: number,
    attributes: Attributes = [],
  ): Token {
    const token = new this.made.state.Token(type, tag, nesting);
    const line = this.lineOf(node);
    token.map = [line, line + 1];
    token.level = level;
    token.block = BLOCK_TYPES.has(type.replace(/_(?:open|close)$/, ''));
    if (attributes.length > 0) token.attrs = attributes.map(([name, value]) => [name, value]);
    return token;
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

  private readonly read = new Map<Part, Attributes>();

  /** Of what browsers make several of, as of emphasis that overlaps with other, the first has the identifier. */
  private attributesOf(node: TreeElement): Attributes {
    const part = this.partOf(node);
    if (part?.kind !== 'start') return [];
    const known = this.read.get(part);
    if (known) return known;
    const attributes = readAttributes(node.properties, { line: part.line, environment: this.environment });
    this.read.set(part, attributes.filter(([name]) => name !== 'id'));
    return attributes;
  }

  /** Whether nobody sees anything of a node, and nothing leads to it. */
  private readonly isBlank = (node: TreeNode): boolean => {
    if (node.type === 'text') return node.value.trim() === '';
    const part = this.partOf(node);
    if (part?.kind === 'leaf') return part.tokens.length === 1 && /^(?:soft|hard)break$/.test(part.tokens[0]?.type ?? '');
    if (node.tagName === 'br' || node.tagName === 'wbr') return true;
    if (node.tagName === 'img' || node.tagName === 'hr') return false;
    const { id, name } = node.properties;
    return id === undefined && name === undefined && node.children.every(this.isBlank);
  };

  /** The one picture that some nodes consist of. */
  private soleImage(nodes: readonly TreeNode[]): TreeElement | undefined {
    const [only, ...others] = nodes.filter((node) => !this.isBlank(node));
    if (only?.type !== 'element' || others.length > 0 || this.partOf(only)?.kind === 'leaf') return undefined;
    if (only.tagName === 'img') return only;
    return only.tagName === 'p' || only.tagName === 'div' ? this.soleImage(only.children) : undefined;
  }
}

/** Elements whose tokens are called otherwise, as those of Markdown are. */
const TAGS: Readonly<Record<string, string>> = { bullet_list: 'ul', ordered_list: 'ol', list_item: 'li' };

/** What tokens of blocks are called. */
const BLOCK_TYPES: ReadonlySet<string> = new Set([
  ...Object.keys(BLOCKS),
  ...['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'fence'],
]);

/** The same, however many there are: a call has no room for very many arguments. */
function push(tokens: Token[], others: readonly Token[]): void {
  for (const token of others) tokens.push(token);
}

function copyOf(token: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, {
    attrs: token.attrs && token.attrs.map(([name, value]): [string, string] => [name, value]),
  });
}

/** Takes an attribute off a token; its value, if it had one. */
function takeAttribute(token: Token, name: string): readonly string[] {
  const taken = (token.attrs ?? []).filter(([one]) => one === name).map(([, value]) => value);
  if (taken.length > 0) token.attrs = (token.attrs ?? []).filter(([one]) => one !== name);
  return taken;
}

/** Tokens of Markdown where they stand now. */
function atLevel(tokens: readonly Token[], level: number): readonly Token[] {
  const off = level - (tokens[0]?.level ?? 0);
  if (off !== 0) for (const token of tokens) token.level += off;
  return tokens;
}

/** A line without the white space around it, which browsers do not show. */
function trimmed(tokens: readonly Token[], isVerbatim: boolean): Token[] {
  if (isVerbatim) return [...tokens];
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.type === 'text') first.content = first.content.trimStart();
  if (last?.type === 'text') last.content = last.content.trimEnd();
  return tokens.filter(({ type, content }) => type !== 'text' || content !== '');
}
