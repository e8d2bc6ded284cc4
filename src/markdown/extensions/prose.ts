import type MarkdownIt from 'markdown-it';
import type { StateInline, Token } from 'markdown-it';

/** What a text is parsed of and into, where its prose is asked for. */
export interface AskedProse {
  /** The tokens of the text before typography. */
  tokens: readonly Token[];
  /** Where inline tokens stand, by the list that their block has them in. */
  readonly placed: Map<readonly Token[], PlacedLine>;
}

/** What is parsed for inline markup as a whole, and where each token of it begins. */
export interface PlacedLine {
  readonly source: string;
  readonly starts: readonly number[];
}

interface ProseEnvironment {
  readonly prose?: AskedProse;
}

/** Keeps the tokens of a text as they were written, where its prose is asked for; what would come after is then not needed. */
export function prose(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'prose', (state) => {
    const { prose: asked } = state.env as ProseEnvironment;
    if (!asked) return;
    asked.tokens = state.tokens;
    state.tokens = [];
  });
}

const placing = new WeakMap<MarkdownIt, MarkdownIt>();

/** A parser like another, which notes where inline tokens stand. It needs an environment with {@link AskedProse} as `prose`. */
export function withPlaces(markdown: MarkdownIt): MarkdownIt {
  const known = placing.get(markdown);
  if (known) return known;
  const { inline } = markdown;
  const State = stateOf(inline.State);
  const parse: typeof inline.parse = (source, parser, env, tokens) => {
    inline.parse.call(ofPlaces, source, parser, env, tokens);
    const { prose: asked } = env as ProseEnvironment;
    asked?.placed.set(tokens, { source, starts: startsOf(source, tokens, State.begins) });
  };
  const ofPlaces: typeof inline = Object.create(inline, { State: { value: State }, parse: { value: parse } });
  const made: MarkdownIt = Object.create(markdown, { inline: { value: ofPlaces } });
  placing.set(markdown, made);
  return made;
}

/** Where a token was begun with, and where the pieces of text did that stand right before it: the parser puts those together. */
interface Begin {
  readonly own: number;
  readonly run: number;
}

type Begins = WeakMap<Token, Begin>;

function stateOf(Base: MarkdownIt['inline']['State']) {
  class PlacedState extends Base {
    static readonly begins: Begins = new WeakMap();

    override push(...given: Parameters<StateInline['push']>): Token {
      // Text that is pending becomes a token of its own first.
      const before = this.pending === '' ? this.tokens.at(-1) : undefined;
      const token = super.push(...given);
      note(token, this.pos, before ?? this.tokens.at(-2));
      return token;
    }

    override pushPending(): Token {
      const before = this.tokens.at(-1);
      const begin = begins.get(this) ?? 0;
      const token = super.pushPending();
      note(token, begin, before);
      return token;
    }
  }

  /** Where the text that is pending begins, or the sign before it. */
  const begins = new WeakMap<object, number>();
  const pending = new WeakMap<object, string>();
  // Rules write here what they make nothing of, before or after they have moved on by a sign.
  Object.defineProperty(PlacedState.prototype, 'pending', {
    get(this: StateInline) {
      return pending.get(this) ?? '';
    },
    set(this: StateInline, text: string) {
      if (text !== '' && (pending.get(this) ?? '') === '') begins.set(this, Math.max(0, this.pos - 1));
      pending.set(this, text);
    },
  });
  return PlacedState;

  function note(token: Token, own: number, before: Token | undefined): void {
    const isRun = token.type === 'text' && before?.type === 'text';
    const run = (isRun ? PlacedState.begins.get(before)?.run : undefined) ?? own;
    PlacedState.begins.set(token, { own, run });
  }
}

function startsOf(source: string, tokens: readonly Token[], begins: Begins): readonly number[] {
  let end = 0;
  return tokens.map((token) => {
    const { own, run } = begins.get(token) ?? { own: end, run: end };
    if (token.type !== 'text') return own;
    const start = startOf(source, token.content, { own, from: Math.max(end, Math.min(own, run)) });
    end = start + token.content.length;
    return start;
  });
}

function startOf(source: string, text: string, { own, from }: { readonly own: number; readonly from: number }): number {
  const near = [own, own + 1].find((at) => at >= from && source.startsWith(text, at));
  if (near !== undefined) return near;
  const found = source.indexOf(text, from);
  return found < 0 ? from : found;
}
