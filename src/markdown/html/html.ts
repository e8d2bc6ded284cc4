import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import type { Directive } from '../directives/directive.ts';
import type { Environment } from '../environment.ts';
import { inPlaceOf, isKept, isWhole } from './elements.ts';
import { noteRemoved, noteTooDeep, noteUnclosed, noteUnpaired } from './notes.ts';
import { type Part, withoutWhole } from './parts.ts';
import { readTags } from './read-tags.ts';
import { TokensOf } from './to-tokens.ts';
import { treeOf } from './tree.ts';

/**
 * HTML in a text: what is safe becomes tokens like those of Markdown, so that links, pictures, headings and typography are the same; comments
 * go without a word, and all else is told of. What Markdown holds, such as a list or a directive, holds its HTML, too: an element
 * that is opened in it is closed in it. See `docs/decisions/0036-html-in-stories.md`.
 */
export function safeHtml(markdown: MarkdownIt): void {
  markdown.set({ html: true });
  markdown.core.ruler.before('smartquotes', 'html', (state) => {
    if (!state.src.includes('<') || !state.tokens.some(hasHtml)) return;
    state.tokens = new Resolving(state).resolve(unitsOf(state.tokens));
  });
  // Text in which every character stands for itself.
  markdown.renderer.rules['verbatim'] = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
}

/** Takes the words below pictures out of the text: what stands in lines is read by now, and the picture prints them. */
export function captions(markdown: MarkdownIt): void {
  markdown.core.ruler.push('html-captions', (state) => {
    const isCaption = ({ meta }: { readonly meta: unknown }): boolean =>
      (meta as { readonly isCaption?: boolean } | null)?.isCaption === true;
    if (state.tokens.some(isCaption)) state.tokens = state.tokens.filter((token) => !isCaption(token));
  });
}

function hasHtml({ type, children }: Token): boolean {
  return (
    type === 'html_block' || (type === 'inline' && children?.some((child) => child.type === 'html_inline') === true)
  );
}

/** A token of Markdown with all that is in it. */
interface Unit {
  readonly open: Token;
  readonly close: Token | undefined;
  readonly children: Unit[];
}

function unitsOf(tokens: readonly Token[]): readonly Unit[] {
  const root: Unit[] = [];
  const open: { readonly token: Token; readonly children: Unit[] }[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ token, children: [] });
      continue;
    }
    const closed = token.nesting === -1 ? open.pop() : undefined;
    const unit: Unit = closed
      ? { open: closed.token, close: token, children: closed.children }
      : { open: token, close: undefined, children: [] };
    (open.at(-1)?.children ?? root).push(unit);
  }
  return root;
}

/** Elements that stand where Markdown has a block, for the parser to know what may stand in what. */
const BLOCK_OF: Readonly<Record<string, string>> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  blockquote_open: 'blockquote',
  fence: 'pre',
  code_block: 'pre',
  hr: 'hr',
};

class Resolving {
  private readonly state: StateCore;
  private readonly environment: Environment;

  constructor(state: StateCore) {
    this.state = state;
    this.environment = state.env as Environment;
  }

  /** The tokens of what stands in one thing, with its HTML resolved. */
  resolve(units: readonly Unit[]): Token[] {
    const tokens: Token[] = [];
    let run: Unit[] = [];
    const endRun = (): void => {
      for (const token of this.resolveRun(run)) tokens.push(token);
      run = [];
    };
    for (const unit of units) {
      if (!standsAlone(unit)) {
        run.push(unit);
        continue;
      }
      endRun();
      for (const token of this.resolveUnit(unit)) tokens.push(token);
    }
    endRun();
    return tokens;
  }

  private resolveRun(run: readonly Unit[]): readonly Token[] {
    if (!run.some(({ open }) => open.type === 'html_block')) return run.flatMap((unit) => this.resolveUnit(unit));
    const [first] = run;
    const parts = run.flatMap((unit): readonly Part[] => {
      const { type, content, map } = unit.open;
      if (type === 'html_block') return this.read(content, this.lineOf(map), true);
      const name = /^h[1-6]$/.test(unit.open.tag) ? unit.open.tag : (BLOCK_OF[type] ?? 'div');
      return [{ kind: 'leaf', tokens: this.resolveUnit(unit), name, line: this.lineOf(map) }];
    });
    const level = first?.open.level ?? 0;
    return this.made(parts, first?.open.map ?? null, (nodes, tokens) => tokens.blocks(nodes, level, true));
  }

  private resolveUnit({ open, close, children }: Unit): readonly Token[] {
    if (open.type === 'inline') return this.resolveLine(open);
    if (!close) return [open];
    const [only] = children;
    const hasLine = only?.open.type === 'inline' && hasHtml(only.open);
    // A paragraph may have blocks of HTML in it, and is several paragraphs then.
    if (open.type === 'paragraph_open' && hasLine) return this.resolveParagraph(open, only.open, close);
    return [open, ...this.resolve(children), close];
  }

  private resolveLine(line: Token): readonly Token[] {
    if (!hasHtml(line)) return [line];
    line.children = this.made(this.partsOf(line), line.map, (nodes, tokens) => tokens.line(nodes));
    return [line];
  }

  private resolveParagraph(open: Token, line: Token, close: Token): readonly Token[] {
    return this.made(this.partsOf(line), line.map, (nodes, tokens) => {
      if (!tokens.isLine(nodes)) return tokens.blocks(nodes, open.level, !open.hidden);
      line.children = tokens.line(nodes);
      return line.children.some(({ content, type }) => type !== 'text' || content.trim() !== '')
        ? [open, line, close]
        : [];
    });
  }

  private made(
    written: readonly Part[],
    map: readonly [number, number] | null,
    make: (nodes: ReturnType<typeof treeOf> & object, tokens: TokensOf) => Token[],
  ): Token[] {
    const whole = withoutWhole(written, isWhole);
    noteRemoved(whole, this.environment);
    const parts = whole.flatMap(keptPart);
    const nodes = treeOf(parts);
    const tokens = new TokensOf({ parts, state: this.state, line: map?.[0] ?? 0 });
    if (nodes) {
      noteUnpaired(whole, this.environment);
      return make(nodes, tokens);
    }
    noteTooDeep(this.lineOf(map), this.environment);
    return [];
  }

  /** What a line consists of. */
  private partsOf({ children, map }: Token): readonly Part[] {
    const parts: Part[] = [];
    const closing = closingOf(children ?? []);
    let line = this.lineOf(map);
    for (const token of children ?? []) {
      const { type, content, nesting, tag } = token;
      if (type === 'html_inline') {
        if (!/^<[!?]/.test(content)) for (const part of this.read(content, line, false)) parts.push(part);
        line += content.split('\n').length - 1;
      } else if (type === 'text') {
        parts.push({ kind: 'text', text: content });
      } else if (nesting === 1) {
        parts.push({ kind: 'open', token, close: closing.get(token) ?? token, name: tag || 'span' });
      } else if (nesting === -1) {
        parts.push({ kind: 'close', name: tag || 'span' });
      } else {
        if (type === 'softbreak' || type === 'hardbreak') line += 1;
        const name = type === 'image' ? 'img' : tag === 'br' ? 'br' : 'span';
        parts.push({ kind: 'leaf', tokens: [token], name, line });
      }
    }
    return parts;
  }

  private read(html: string, line: number, isBlock: boolean): readonly Part[] {
    const { parts, unclosed } = readTags({ html, line, isBlock });
    if (unclosed) noteUnclosed(unclosed, this.environment);
    return parts;
  }

  private lineOf(map: readonly [number, number] | null): number {
    return this.environment.firstLine + (map?.[0] ?? 0);
  }
}

/** Posts of a live blog are cut out of their text, and footnotes stand behind it: no element is around one. */
function standsAlone({ open: { type, meta } }: Unit): boolean {
  const { directive } = (meta ?? {}) as { readonly directive?: Directive };
  return directive?.name === 'update' || type.startsWith('footnote');
}

/** A part as the parser gets it: a tag that is not kept is none, or another. */
function keptPart(part: Part): readonly Part[] {
  if ((part.kind !== 'start' && part.kind !== 'end') || isKept(part.name)) return [part];
  const name = inPlaceOf(part.name);
  if (name === undefined) return [];
  return part.kind === 'end' ? [{ ...part, name }] : [{ ...part, name }];
}

/** The token that closes each that opens something. */
function closingOf(tokens: readonly Token[]): ReadonlyMap<Token, Token> {
  const closing = new Map<Token, Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token);
    const opening = token.nesting === -1 ? open.pop() : undefined;
    if (opening) closing.set(opening, token);
  }
  return closing;
}
