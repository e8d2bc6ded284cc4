import type { Token } from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';
import { BLOCKS } from './elements.ts';
import { copyOf, type Nodes } from './nodes.ts';
import type { TreeElement, TreeNode } from './tree.ts';

/** Elements in which every character stands for itself. */
const VERBATIM: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'pre']);

/** What stands within a line of HTML, as tokens. */
export class Lines {
  private readonly nodes: Nodes;
  private isVerbatim = false;

  constructor(nodes: Nodes) {
    this.nodes = nodes;
  }

  /** A line of its own, without the white space around it, which browsers do not show. */
  inline(nodes: readonly TreeNode[], level: number): Token {
    const inline = this.nodes.token('inline', 0, { node: nodes.find((node) => node.type === 'element'), level });
    inline.children = trimmed(this.tokensOf(nodes, 0));
    inline.content = inline.children.map(({ content }) => content).join('');
    return inline;
  }

  /** Text with its line ends, in which nothing is made typographic. */
  preformatted(nodes: readonly TreeNode[], level: number): Token {
    const inline = this.nodes.token('inline', 0, { node: nodes.find((node) => node.type === 'element'), level });
    inline.children = this.verbatim(() => this.tokensOf(nodes, 0));
    return inline;
  }

  tokensOf(nodes: readonly TreeNode[], level: number): Token[] {
    return nodes.flatMap((node) => (node.type === 'text' ? this.text(node.value, level) : this.element(node, level)));
  }

  element(node: TreeElement, level: number): readonly Token[] {
    const part = this.nodes.partOf(node);
    if (part?.kind === 'leaf') return part.tokens[0]?.block ? this.wordsOf(part.tokens, level) : part.tokens;
    const { tagName: name, children } = node;
    if (part?.kind === 'open') return [copyOf(part.token), ...this.tokensOf(children, level + 1), copyOf(part.close)];
    switch (name) {
      case 'a':
        return this.link(node, level);
      case 'img':
        return this.image(node, level);
      case 'br':
        return [this.nodes.token('hardbreak', 0, { node, level })];
      case 'hr':
      case 'wbr':
        return [this.nodes.token(name, 0, { node, level })];
      default: {
        // A block where only a line may stand: its words do.
        if (Object.hasOwn(BLOCKS, name)) {
          return [...this.text(' ', level), ...this.tokensOf(children, level), ...this.text(' ', level)];
        }
        const make = (): Token[] => this.tokensOf(children, level + 1);
        const inner = VERBATIM.has(name) ? this.verbatim(make) : make();
        return this.nodes.pair(name, { node, level, attributes: this.nodes.attributesOf(node) }, inner);
      }
    }
  }

  /** A block of Markdown where only a line may stand. */
  private wordsOf(tokens: readonly Token[], level: number): readonly Token[] {
    const lines = tokens.map(({ children }) => children ?? []).filter(({ length }) => length > 0);
    return lines.flatMap((line) => [...this.text(' ', level), ...line, ...this.text(' ', level)]);
  }

  /** A link, and in it what else is said of it. */
  private link(node: TreeElement, level: number): readonly Token[] {
    const href = node.properties['href']?.trim();
    const attributes = this.nodes.attributesOf(node);
    const words = (deeper: number): readonly Token[] =>
      attributes.length === 0
        ? this.tokensOf(node.children, deeper)
        : this.nodes.pair('span', { node, level: deeper, attributes }, this.tokensOf(node.children, deeper + 1));
    if (href === undefined) return words(level);
    const [open, close] = this.nodes.pair('link', { node, level }, []) as [Token, Token];
    open.attrSet('href', this.nodes.markdown.normalizeLink(href));
    return [open, ...words(level + 1), close];
  }

  private image(node: TreeElement, level: number): readonly Token[] {
    const { src, alt } = node.properties;
    const image = this.nodes.token('image', 0, { node, level });
    image.attrSet('src', this.nodes.markdown.normalizeLink(src?.trim() ?? ''));
    image.content = withoutForbidden(alt ?? '');
    image.children = [...this.text(image.content, level + 1)];
    image.meta = { isHtml: true, ...(alt === '' && { attributes: new Map([['decorative', '']]) }) };
    return [image];
  }

  private text(value: string, level: number): readonly Token[] {
    if (value === '') return [];
    const text = this.nodes.token(this.isVerbatim ? 'verbatim' : 'text', 0, { node: undefined, level });
    text.tag = '';
    text.content = withoutForbidden(value);
    return [text];
  }

  private verbatim<Value>(make: () => Value): Value {
    const before = this.isVerbatim;
    this.isVerbatim = true;
    const made = make();
    this.isVerbatim = before;
    return made;
  }
}

function trimmed(tokens: readonly Token[]): Token[] {
  const isShown = ({ type, content }: Token): boolean => type !== 'text' || content.trim() !== '';
  const shown = tokens.slice(Math.max(tokens.findIndex(isShown), 0), tokens.findLastIndex(isShown) + 1);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.type === 'text') first.content = first.content.trimStart();
  if (last?.type === 'text') last.content = last.content.trimEnd();
  return shown.filter(({ type, content }) => type !== 'text' || content !== '');
}
