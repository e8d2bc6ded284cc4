import type { Token } from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';
import type { Attributes } from './attributes.ts';
import { BLOCKS } from './elements.ts';
import { Lines } from './lines.ts';
import { copyOf, type Made, Nodes, takeId } from './nodes.ts';
import type { TreeElement, TreeNode } from './tree.ts';

/** The tree of HTML as tokens like those of Markdown, so that all that is done to these is done to it. */
export class TokensOf {
  private readonly nodes: Nodes;
  private readonly lines: Lines;
  /** Whether what is made stands in a list of terms, in which `div`s may be. */
  private isInTerms = false;

  constructor(made: Made) {
    this.nodes = new Nodes(made);
    this.lines = new Lines(this.nodes);
  }

  /**
   * Blocks. Text that stands between them is a paragraph.
   *
   * @param wraps Whether text that stands alone is one, too.
   */
  blocks(nodes: readonly TreeNode[], level: number, wraps: boolean): Token[] {
    const isMixed = wraps || !this.isLine(nodes);
    const tokens: Token[] = [];
    let line: TreeNode[] = [];
    const endLine = (): void => {
      if (!line.every(this.nodes.isBlank)) {
        for (const token of isMixed ? this.paragraph(line, [], level) : [this.lines.inline(line, level)])
          tokens.push(token);
      }
      line = [];
    };
    for (const node of this.inLists(nodes)) {
      if (!this.nodes.isBlock(node)) {
        line.push(node);
        continue;
      }
      endLine();
      for (const token of this.block(node as TreeElement, level)) tokens.push(token);
    }
    endLine();
    return tokens;
  }

  /** What stands within a line. */
  line(nodes: readonly TreeNode[]): Token[] {
    return this.lines.tokensOf(nodes, 0);
  }

  /** Whether all of some nodes stands within a line. */
  isLine(nodes: readonly TreeNode[]): boolean {
    return !nodes.some((node) => this.nodes.isBlock(node));
  }

  private block(node: TreeElement, level: number): readonly Token[] {
    const leaf = this.nodes.leafOf(node);
    if (leaf) return atLevel(leaf, level);
    const { tagName: name, children } = node;
    switch (name) {
      case 'p':
        return children.every(this.nodes.isBlank) ? [] : this.paragraph(children, this.nodes.attributesOf(node), level);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.heading(node, level);
      case 'hr':
        return [this.nodes.token('hr', 0, { node, level })];
      case 'ul':
        return this.list('bullet_list', node, level);
      case 'ol':
        return this.list('ordered_list', node, level);
      case 'dl':
        return this.terms(node, level);
      case 'pre':
        return this.code(node, level);
      case 'table':
        return this.wrapped(node, level, (deeper) =>
          this.nodes.pair('table', { node, level: deeper }, this.rows(captionFirst(children), deeper + 1)),
        );
      case 'figure':
        return this.figure(node, level);
      case 'caption':
      case 'figcaption':
      case 'summary':
        return this.captionOf(node, level);
      default:
        if (!Object.hasOwn(BLOCKS, name)) return this.around(node, level);
        return this.holder(name, node, level, this.blocks(children, level + 1, WRAPPING.has(name)));
    }
  }

  /** An element as it was written, with tokens in it. */
  private holder(type: string, node: TreeElement, level: number, inner: readonly Token[]): readonly Token[] {
    return this.nodes.pair(type, { node, level, attributes: this.nodes.attributesOf(node) }, inner);
  }

  /** What has a layout of its own stands in another element where it has attributes. */
  private wrapped(node: TreeElement, level: number, make: (level: number) => readonly Token[]): readonly Token[] {
    const attributes = this.nodes.attributesOf(node);
    return attributes.length === 0 ? make(level) : this.nodes.pair('div', { node, level, attributes }, make(level + 1));
  }

  private paragraph(children: readonly TreeNode[], attributes: Attributes, level: number): readonly Token[] {
    const image = attributes.length === 0 ? this.soleImage(children) : undefined;
    const title = image?.properties['title']?.trim();
    const node = children.find((child) => child.type === 'element');
    const line = this.lines.inline(children, level + 1);
    const tokens = this.nodes.pair('paragraph', { node, level, attributes }, [line]);
    return image && title ? [...tokens, this.caption(line, [{ type: 'text', value: title }], level)] : tokens;
  }

  private heading(node: TreeElement, level: number): readonly Token[] {
    const [line, rest] = this.lineAndRest(node.children);
    const blocks = this.blocks(rest, level, true);
    if (line.every(this.nodes.isBlank)) return blocks;
    const tokens = this.holder('heading', node, level, [this.lines.inline(line, level + 1)]);
    for (const token of tokens) if (token.type !== 'inline') token.tag = node.tagName;
    const [open] = tokens;
    const id = open && takeId(open);
    if (open && id !== undefined) open.meta = { writtenId: id };
    return [...tokens, ...blocks];
  }

  /** What else stands in the line of a summary stands behind it; other captions may hold it. */
  private captionOf(node: TreeElement, level: number): readonly Token[] {
    const isSummary = node.tagName === 'summary';
    const [line, rest] = this.lineAndRest(node.children);
    const blocks = this.blocks(rest, isSummary ? level : level + 1, true);
    const inner = [this.lines.inline(line, level + 1), ...(isSummary ? [] : blocks)];
    const tokens = this.holder(node.tagName, node, level, inner);
    return isSummary ? [...tokens, ...blocks] : tokens;
  }

  /** What a line can be made of, and what begins with a block that is more than its words: code, a table or a directive. */
  private lineAndRest(nodes: readonly TreeNode[]): readonly [line: readonly TreeNode[], rest: readonly TreeNode[]] {
    const end = nodes.findIndex((node) => !this.nodes.isWords(node));
    return end < 0 ? [nodes, []] : [nodes.slice(0, end), nodes.slice(end)];
  }

  private list(type: string, node: TreeElement, level: number): readonly Token[] {
    const items: TreeElement[] = [];
    for (const child of node.children) {
      if (child.type === 'element' && child.tagName === 'li' && !this.nodes.leafOf(child)) {
        items.push(child);
      } else if (!this.nodes.isBlank(child)) {
        const last = items.at(-1);
        // What stands beside items belongs to the last of them.
        if (last) last.children.push(child);
        else items.push({ type: 'element', tagName: 'li', properties: {}, children: [child] });
      }
    }
    if (items.length === 0) return [];
    const inner = items.flatMap((item) =>
      this.holder('list_item', item, level + 1, this.blocks(item.children, level + 2, false)),
    );
    return this.holder(type, node, level, inner);
  }

  private terms(node: TreeElement, level: number): readonly Token[] {
    const before = this.isInTerms;
    this.isInTerms = true;
    const made = this.holder('dl', node, level, this.blocks(node.children, level + 1, false));
    this.isInTerms = before;
    return made;
  }

  /** Items that stand in no list, each with its neighbours in one. */
  private inLists(nodes: readonly TreeNode[]): readonly TreeNode[] {
    if (!nodes.some((node) => this.listFor(node) !== undefined)) return nodes;
    const listed: TreeNode[] = [];
    let list: TreeElement | undefined;
    for (const node of nodes) {
      const name = this.listFor(node);
      if (list && (name === list.tagName || this.nodes.isBlank(node))) {
        list.children.push(node);
        continue;
      }
      list = name === undefined ? undefined : { type: 'element', tagName: name, properties: {}, children: [node] };
      listed.push(list ?? node);
    }
    return listed;
  }

  private listFor(node: TreeNode): 'ul' | 'dl' | undefined {
    if (node.type === 'text' || this.nodes.leafOf(node)) return undefined;
    if (node.tagName === 'li') return 'ul';
    return !this.isInTerms && (node.tagName === 'dt' || node.tagName === 'dd') ? 'dl' : undefined;
  }

  /** Code with its language where it is nothing but text; otherwise text with its marks and its line ends. */
  private code(node: TreeElement, level: number): readonly Token[] {
    if (node.children.every(this.nodes.isBlank)) return [];
    const [only, ...others] = node.children.filter((child) => !this.nodes.isBlank(child));
    const texts = only?.type === 'element' && only.tagName === 'code' ? only.children.filter(isText) : [];
    if (only?.type !== 'element' || others.length > 0 || texts.length === 0 || texts.length < only.children.length) {
      const [line, rest] = this.lineAndRest(node.children);
      const tokens = this.holder('pre', node, level, [this.lines.preformatted(line, level + 1)]);
      return [...tokens, ...this.blocks(rest, level, true)];
    }
    return this.wrapped(node, level, (deeper) => {
      const fence = this.nodes.token('fence', 0, { node, level: deeper });
      const text = withoutForbidden(texts.map(({ value }) => value).join(''));
      fence.content = text.endsWith('\n') ? text : `${text}\n`;
      fence.info = /(?:^|\s)(?:language|lang)-([\w+#.-]{1,30})/.exec(only.properties['class'] ?? '')?.[1] ?? '';
      return [fence];
    });
  }

  private rows(nodes: readonly TreeNode[], level: number): readonly Token[] {
    return nodes.flatMap((node): readonly Token[] => {
      if (node.type === 'text' || this.nodes.leafOf(node)) return [];
      if (!ROWS.has(node.tagName)) return this.block(node, level);
      return this.holder(node.tagName, node, level, this.rows(node.children, level + 1));
    });
  }

  /** A picture with what stands below it is one of Markdown's; any other figure holds what it holds. */
  private figure(node: TreeElement, level: number): readonly Token[] {
    const captions = node.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption');
    const shown = node.children.filter((child) => !captions.includes(child) && !this.nodes.isBlank(child));
    const caption = captions.length === 1 ? (captions[0] as TreeElement).children : [];
    const [line, rest] = this.lineAndRest(caption);
    const words = line.every(this.nodes.isBlank) ? undefined : line;
    const image = captions.length < 2 ? this.soleImage(shown) : undefined;
    const ofMarkdown = captions.length < 2 && shown.length === 1 ? this.pictureOfMarkdown(shown[0]) : undefined;
    if (!image && !ofMarkdown) return this.holder('figure', node, level, this.blocks(node.children, level + 1, false));
    return this.wrapped(node, level, (deeper) => {
      const titleless = image && { ...image, properties: { ...image.properties, title: '' } };
      const tokens =
        ofMarkdown && !image
          ? atLevel(ofMarkdown, deeper)
          : this.paragraph(words ? [titleless as TreeElement] : shown, [], deeper);
      const picture = tokens[1];
      const printed = words && picture ? [...tokens, this.caption(picture, words, deeper)] : tokens;
      return [...printed, ...this.blocks(rest, deeper, true)];
    });
  }

  /** The words below the picture that a line consists of, beside it until all that stands in lines is read: see `captions` in `html.ts`. */
  private caption({ children }: Token, words: readonly TreeNode[], level: number): Token {
    const caption = this.lines.inline(words, level);
    caption.meta = { isCaption: true };
    for (const image of children ?? []) image.meta = { ...image.meta, caption };
    return caption;
  }

  /** The one picture that some nodes consist of. */
  private soleImage(nodes: readonly TreeNode[]): TreeElement | undefined {
    const [only, ...others] = nodes.filter((node) => !this.nodes.isBlank(node));
    if (only?.type !== 'element' || others.length > 0 || this.nodes.leafOf(only)) return undefined;
    if (only.tagName === 'img') return only;
    return only.tagName === 'p' || only.tagName === 'div' ? this.soleImage(only.children) : undefined;
  }

  /** The tokens of a paragraph of Markdown that is nothing but a picture. */
  private pictureOfMarkdown(node: TreeNode | undefined): readonly Token[] | undefined {
    const leaf = this.nodes.leafOf(node);
    const children = leaf?.length === 3 ? leaf[1]?.children : undefined;
    return children?.length === 1 && children[0]?.type === 'image' ? leaf : undefined;
  }

  /** Emphasis, a link and the like around blocks: it is the same around each line of them. */
  private around(node: TreeElement, level: number): readonly Token[] {
    const blocks = this.blocks(node.children, level, false);
    const tokens = this.lines.element({ ...node, children: [] }, level + 1);
    const half = tokens.length / 2;
    const isLink = tokens[0]?.type === 'link_open';
    for (const token of half === 0 ? [] : blocks) {
      const { children } = token;
      if (token.type !== 'inline' || !children?.length) continue;
      if (isLink && children.some(({ type }) => type === 'link_open')) continue;
      token.children = [...tokens.slice(0, half).map(copyOf), ...children, ...tokens.slice(half).map(copyOf)];
      // Its identifier stands on one of them only.
      for (const opening of tokens) takeId(opening);
    }
    return blocks;
  }
}

/** Blocks in which text alone is a paragraph. */
const WRAPPING: ReadonlySet<string> = new Set(['blockquote', 'details']);

const ROWS: ReadonlySet<string> = new Set(['tbody', 'tfoot', 'thead', 'tr']);

/** The rows of a table below its title, wherever that was written. */
function captionFirst(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const isCaption = (node: TreeNode): boolean => node.type === 'element' && node.tagName === 'caption';
  return [...nodes.filter(isCaption), ...nodes.filter((node) => !isCaption(node))];
}

function isText(node: TreeNode): node is TreeNode & { readonly type: 'text' } {
  return node.type === 'text';
}

/** Tokens of Markdown where they stand now. */
function atLevel(tokens: readonly Token[], level: number): readonly Token[] {
  const off = level - (tokens[0]?.level ?? 0);
  if (off !== 0) for (const token of tokens) token.level += off;
  return tokens;
}
