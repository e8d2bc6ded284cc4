import { type CSSToken, tokenize, TokenType } from '@csstools/css-tokenizer';
import { isAllowedInStyle } from './allowed.ts';

/** CSS without what loads something, and what was taken out, each as it is called: `@import`, `url()`. */
export interface SanitisedCss {
  readonly css: string;
  readonly removed: readonly string[];
}

/** At-rules that load nothing by themselves. */
const AT_RULES = new Set(
  'charset container font-face keyframes layer media scope starting-style supports -moz-keyframes -webkit-keyframes'.split(
    ' ',
  ),
);
/** Functions that take an address in other ways than `url()`. */
const LOADING = new Set(['src', 'image', 'image-set', '-webkit-image-set']);
/** Without one of these there is nothing in CSS that could load anything. */
const SUSPECT = /[\\@]|url|src|image/i;
const CLOSING: Partial<Record<string, string>> = {
  [TokenType.Function]: ')',
  [TokenType.OpenParen]: ')',
  [TokenType.OpenSquare]: ']',
  [TokenType.OpenCurly]: '}',
};

/** Takes the rules and declarations out of the text of a `<style>` that load something. */
export function sanitiseStylesheet(css: string): SanitisedCss {
  return sanitise(css, 'stylesheet');
}

/** Takes the declarations out of a `style` attribute that load something. */
export function sanitiseDeclarations(css: string): SanitisedCss {
  return sanitise(css, 'declarations');
}

/** Whether the value of a presentation attribute, such as `fill`, loads something. */
export function doesValueLoad(value: string): boolean {
  return SUSPECT.test(value) && firstUnsafe(tokenize({ css: value })) !== undefined;
}

function sanitise(css: string, kind: 'stylesheet' | 'declarations'): SanitisedCss {
  if (!SUSPECT.test(css)) return { css, removed: [] };
  const tokens = tokenize({ css });
  if (firstUnsafe(tokens) === undefined) return { css, removed: [] };
  const cutter = new Cutter(tokens, kind);
  // The cutter may take a broken style apart in another way than browsers do: what counts is what is left.
  const isGood = firstUnsafe(tokenize({ css: cutter.css })) === undefined;
  return { css: isGood ? cutter.css : '', removed: [...cutter.removed] };
}

function firstUnsafe(tokens: readonly CSSToken[]): string | undefined {
  for (const [index] of tokens.entries()) {
    const what = unsafeAt(tokens, index);
    if (what !== undefined) return what;
  }
  return undefined;
}

/** What it is, if a token loads something. The tokens have their escapes resolved: `\75rl(x)` is an address too. */
function unsafeAt(tokens: readonly CSSToken[], index: number): string | undefined {
  const token = tokens[index] as CSSToken;
  switch (token[0]) {
    case TokenType.AtKeyword: {
      const name = token[4].value.toLowerCase();
      return AT_RULES.has(name) ? undefined : `@${name}`;
    }
    case TokenType.URL:
      return isAllowedInStyle(token[4].value) ? undefined : 'url()';
    case TokenType.BadURL:
      return 'url()';
    case TokenType.Function: {
      const name = token[4].value.toLowerCase();
      if (LOADING.has(name)) return `${name}()`;
      return name === 'url' && !isAllowedString(tokens, index + 1) ? 'url()' : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an address in quotes stands at a place, and loads nothing. */
function isAllowedString(tokens: readonly CSSToken[], start: number): boolean {
  let index = start;
  while (tokens[index]?.[0] === TokenType.Whitespace) index += 1;
  const token = tokens[index];
  return token?.[0] === TokenType.String && isAllowedInStyle(token[4].value);
}

/** A rule or a declaration that is being read. */
interface Statement {
  /** How many pieces were kept before it. */
  readonly start: number;
  /** What loads something in it. */
  readonly unsafe: Set<string>;
  isFontFace: boolean;
}

/** Keeps the statements of a style that load nothing (CSS Syntax Level 3, 5.4), without recursion. */
class Cutter {
  readonly removed = new Set<string>();
  private readonly kept: string[] = [];
  /** The statements that the current one is within, the outermost first, and the current one. */
  private readonly open: Statement[] = [];
  /** What closes each bracket that is open. A brace that opens the block of a statement is `block`. */
  private readonly brackets: string[] = [];
  private readonly kind: 'stylesheet' | 'declarations';

  constructor(tokens: readonly CSSToken[], kind: 'stylesheet' | 'declarations') {
    this.kind = kind;
    this.begin();
    for (const [index, token] of tokens.entries()) this.take(token, unsafeAt(tokens, index));
    while (this.open.length > 0) this.end();
  }

  get css(): string {
    return this.kept.join('');
  }

  private take(token: CSSToken, unsafe: string | undefined): void {
    const [type, written] = token;
    const statement = this.open.at(-1) as Statement;
    const bracket = this.brackets.at(-1);
    const isInStatement = bracket === undefined || bracket === 'block';
    if (unsafe !== undefined) statement.unsafe.add(unsafe);
    if (type === TokenType.AtKeyword && token[4].value.toLowerCase() === 'font-face') statement.isFontFace = true;
    if (type === TokenType.CloseCurly && bracket === 'block') {
      this.brackets.pop();
      this.end();
      this.kept.push(written);
      this.end();
      this.begin();
      return;
    }
    this.kept.push(written);
    if (type === TokenType.OpenCurly && isInStatement && (this.kind === 'stylesheet' || bracket === 'block')) {
      this.brackets.push('block');
      this.begin();
    } else if (type === TokenType.Semicolon && isInStatement) {
      this.end();
      this.begin();
    } else if (CLOSING[type] !== undefined) {
      this.brackets.push(CLOSING[type]);
    } else if (written === bracket) {
      this.brackets.pop();
    }
  }

  private begin(): void {
    this.open.push({ start: this.kept.length, unsafe: new Set(), isFontFace: false });
  }

  /** Ends the current statement, and takes it out where it loads something. A font without its file is none. */
  private end(): void {
    const { start, unsafe } = this.open.pop() as Statement;
    if (unsafe.size === 0) return;
    this.kept.length = start;
    const around = this.open.at(-1);
    if (around?.isFontFace) around.unsafe.add('@font-face');
    else for (const what of unsafe) this.removed.add(what);
  }
}
