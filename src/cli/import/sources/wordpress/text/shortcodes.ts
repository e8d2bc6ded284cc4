/** A shortcode of WordPress's as it stands in a text: `[name attribute="value"]`, with or without `[/name]`. */
export interface FoundShortcode {
  readonly name: string;
  /** By name in small letters, or by position from `0` on; without a prototype. */
  readonly attributes: Readonly<Record<string, string>>;
  /** HTML between its beginning and its end, shortcodes in it replaced; `undefined` where it has no end. */
  readonly inner: string | undefined;
  /** Its beginning, as it was written. */
  readonly source: string;
}

/** What looks like the beginning of a shortcode. WordPress knows by the name whether it is one, an export does not say. */
export interface Opening extends Omit<FoundShortcode, 'inner'> {
  /** Whether `[/name]` follows, or `/` is its last sign. */
  readonly isClosed: boolean;
  /** Whether nothing else stands in its paragraph or line. */
  readonly isAlone: boolean;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isCloser: boolean;
  readonly isSelfClosing: boolean;
  /** What stands behind the name. */
  readonly rest: string;
}

/** A shortcode whose end is still to come. */
interface Frame {
  readonly opening: Opening;
  /** The number of the token that ends it. */
  readonly closer: number;
  readonly out: string[];
  /** It is in another pair of brackets, which say that it is meant as it is written. */
  readonly isEscaped: boolean;
}

/**
 * Replaces the shortcodes of a text, from the innermost outwards, by WordPress's rules: one ends at the first `[/name]` behind it, and `[[name]]` stands for
 * `[name]`. What is none stays as it is.
 */
export function replaceShortcodes(
  text: string,
  isShortcode: (opening: Opening) => boolean,
  replace: (found: FoundShortcode) => string,
): string {
  const tokens = tokensIn(text);
  if (tokens.length === 0) return text;
  const closers = new Closers(tokens);
  const opened = new Set<string>();
  const stack: Frame[] = [];
  const root: string[] = [];
  let done = 0;
  for (const [index, token] of tokens.entries()) {
    const top = stack.at(-1);
    const out = top?.out ?? root;
    if (top?.closer === index) {
      out.push(text.slice(done, token.start));
      stack.pop();
      const inner = out.join('');
      const { opening } = top;
      (stack.at(-1)?.out ?? root).push(
        top.isEscaped
          ? `${opening.source}${inner}${text.slice(token.start, token.end)}`
          : replace({ ...opening, inner }),
      );
      done = token.end + (top.isEscaped ? 1 : 0);
    } else if (token.isCloser) {
      if (!opened.has(token.name)) continue;
      out.push(text.slice(done, token.start));
      done = token.end;
    } else if (token.start >= done) {
      const isDoubled = text[token.start - 1] === '[' && text[token.end] === ']';
      const isSingle = token.isSelfClosing || isDoubled;
      const closer = isSingle ? undefined : closers.behind(index, token.name, top?.closer);
      const opening = openingOf(token, text, closer !== undefined);
      if (!isShortcode(opening)) continue;
      const lastToken = closer === undefined ? token : (tokens[closer] ?? token);
      const isEscaped = text[token.start - 1] === '[' && text[lastToken.end] === ']' && token.start > done;
      out.push(text.slice(done, isEscaped ? token.start - 1 : token.start));
      done = token.end;
      if (closer !== undefined) stack.push({ opening, closer, out: [], isEscaped });
      else if (isEscaped) {
        out.push(opening.source);
        done += 1;
      } else out.push(replace({ ...opening, inner: undefined }));
      if (!isEscaped) opened.add(token.name);
    }
  }
  root.push(text.slice(done));
  return root.join('');
}

/** The ends of shortcodes, each looked for once. */
class Closers {
  readonly #byName = new Map<string, { readonly at: number[]; next: number }>();

  constructor(tokens: readonly Token[]) {
    for (const [index, { isCloser, name }] of tokens.entries()) {
      if (!isCloser) continue;
      const known = this.#byName.get(name);
      if (known) known.at.push(index);
      else this.#byName.set(name, { at: [index], next: 0 });
    }
  }

  /** The first end behind a token and before another; tokens are asked for in their order. */
  behind(index: number, name: string, limit: number | undefined): number | undefined {
    const found = this.#byName.get(name);
    if (!found) return undefined;
    while ((found.at[found.next] ?? Number.POSITIVE_INFINITY) <= index) found.next += 1;
    const closer = found.at[found.next];
    return closer === undefined || (limit !== undefined && closer >= limit) ? undefined : closer;
  }
}

const INSIDE = /^(\/?)([A-Za-z0-9_][\w-]*)(?=[\s/=]|$)([\s\S]*)$/;

function tokensIn(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = text.indexOf('[');
  while (start >= 0) {
    const next = text.indexOf('[', start + 1);
    const close = text.slice(start + 1, next < 0 ? undefined : next).indexOf(']');
    const inside = close < 0 ? undefined : INSIDE.exec(text.slice(start + 1, start + 1 + close));
    const [, slash = '', name = '', rest = ''] = inside ?? [];
    if (inside && /[A-Za-z]/.test(name) && (slash === '' || rest.trim() === ''))
      tokens.push({
        start,
        end: start + close + 2,
        name,
        isCloser: slash !== '',
        isSelfClosing: rest.endsWith('/'),
        rest: rest.endsWith('/') ? rest.slice(0, -1) : rest,
      });
    start = next;
  }
  return tokens;
}

function openingOf({ start, end, name, rest, isSelfClosing }: Token, text: string, hasCloser: boolean): Opening {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  return {
    name,
    attributes: attributesOf(rest),
    source: text.slice(start, end),
    isClosed: hasCloser || (isSelfClosing && /\s$/.test(rest) && rest.trim() === '') || (isSelfClosing && rest === ''),
    isAlone:
      /(?:^|\n|<(?:p|div|li|td|br)\b[^<>]*>)\s*$/.test(before) && /^\s*(?:$|\n|<\/?(?:p|div|li|td|br)\b)/.test(after),
  };
}

const ATTRIBUTE =
  /\s*(?:([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s'"“”″]+))(?=\s|$)|"([^"]*)"(?=\s|$)|'([^']*)'(?=\s|$)|(\S+))/y;

/** What WordPress's paragraphs put into a shortcode of several lines, and quotation marks that programs made of straight ones. */
const FORMATTING = /<\/?(?:br|p)\b[^<>]{0,100}>|&nbsp;|\u00a0/gi;

function attributesOf(written: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null);
  const text = written
    .replace(FORMATTING, ' ')
    // Within a value in quotes they are a part of it.
    .replace(/=\s*"[^"]*"|&(?:#822[01]|[lr]dquo|quot|#34|#8243);/g, (found) => (found.startsWith('=') ? found : '"'))
    .trim();
  let position = 0;
  // `[youtube=https://…]`
  ATTRIBUTE.lastIndex = 0;
  if (text.startsWith('=')) {
    attributes['0'] = text.slice(1).trim();
    return attributes;
  }
  while (ATTRIBUTE.lastIndex < text.length) {
    const match = ATTRIBUTE.exec(text);
    if (!match) break;
    const [, name, double, single, curly, bare, quoted, quotedOnce, alone] = match;
    if (name === undefined) attributes[String(position++)] = quoted ?? quotedOnce ?? alone ?? '';
    else attributes[name.toLowerCase()] = double ?? single ?? curly ?? bare ?? '';
  }
  return attributes;
}
