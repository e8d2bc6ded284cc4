/**
 * A value that is written out in a program of JavaScript, as far as it is: texts, numbers, lists and tables. What is anything else (a call, a name,
 * `...others`) is {@link UNKNOWN}. Nothing is run.
 */
export type Literal =
  | string
  | number
  | boolean
  | null
  | typeof UNKNOWN
  | readonly Literal[]
  | ReadonlyMap<string, Literal>;

export const UNKNOWN = Symbol('not written out');

/** So deep is no configuration. */
const DEEPEST = 50;

/**
 * Reads the value that begins at a place of a program.
 *
 * @param at Of its first sign, or of white space or a comment before it.
 */
export function literalAt(program: string, at: number): Literal {
  return new Reader(program, at).value(0);
}

/**
 * Where the value of each property of a name begins, and the body of each function of that name, in the order of a program. Texts and comments do not count.
 */
export function propertiesOf(program: string, name: string): readonly number[] {
  const found: number[] = [];
  const reader = new Reader(program, 0);
  for (let word = reader.nextName(); word !== undefined; word = reader.nextName())
    if (word.name === name && /^\s*(?::|=(?![=>])|\()/.test(program.slice(word.end, word.end + 100))) {
      const sign = /[:=(]/.exec(program.slice(word.end));
      if (sign) found.push(word.end + sign.index + 1);
    }
  return found;
}

class Reader {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The next name or quoted name, and where it ends. */
  nextName(): { readonly name: string; readonly end: number } | undefined {
    while (this.at < this.text.length) {
      this.skipSpace();
      const sign = this.text[this.at] ?? '';
      if (/["'`]/.test(sign)) {
        const text = this.string();
        if (typeof text === 'string') return { name: text, end: this.at };
      } else {
        const [name] = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(this.text.slice(this.at, this.at + 200)) ?? [];
        this.at += name?.length ?? 1;
        if (name !== undefined) return { name, end: this.at };
      }
    }
    return undefined;
  }

  value(depth: number): Literal {
    this.skipSpace();
    const sign = this.text[this.at];
    const read =
      depth > DEEPEST
        ? UNKNOWN
        : sign === '{'
          ? this.table(depth)
          : sign === '['
            ? this.list(depth)
            : sign !== undefined && /["'`]/.test(sign)
              ? this.string()
              : this.word();
    this.skipSpace();
    // What goes on, such as `'/a' + b`, is more than was read.
    const isEnd =
      this.at >= this.text.length ||
      /[,}\]);]/.test(this.text[this.at] ?? '') ||
      /^(?:as|satisfies)\b/.test(this.text.slice(this.at, this.at + 10));
    const isWhole = isEnd || (depth === 0 && read !== UNKNOWN);
    if (depth > 0) this.skipRest();
    return isWhole ? read : UNKNOWN;
  }

  private table(depth: number): Literal {
    const table = new Map<string, Literal>();
    this.at += 1;
    while (this.at < this.text.length) {
      this.skipSpace();
      if (this.take('}')) return table;
      const key = this.key();
      this.skipSpace();
      if (key !== undefined && this.take(':')) table.set(key, this.value(depth + 1));
      else {
        table.set(key ?? '...', UNKNOWN);
        this.skipRest();
      }
      this.take(',');
    }
    return UNKNOWN;
  }

  private key(): string | undefined {
    const sign = this.text[this.at] ?? '';
    if (/["'`]/.test(sign)) {
      const text = this.string();
      return typeof text === 'string' ? text : undefined;
    }
    const [name] = /^[\p{L}\p{N}_$]+/u.exec(this.text.slice(this.at, this.at + 200)) ?? [];
    this.at += name?.length ?? 0;
    return name;
  }

  private list(depth: number): Literal {
    const list: Literal[] = [];
    this.at += 1;
    while (this.at < this.text.length) {
      this.skipSpace();
      if (this.take(']')) return list;
      const before = this.at;
      list.push(this.value(depth + 1));
      if (!this.take(',') && this.at === before) this.at += 1;
    }
    return UNKNOWN;
  }

  private string(): Literal {
    const end = this.text[this.at] ?? '';
    let value: string | undefined = '';
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at] ?? '';
      if (sign === end) {
        this.at += 1;
        return value ?? UNKNOWN;
      }
      if (end !== '`' && sign === '\n') return UNKNOWN;
      // What a template puts in is known when it is run.
      if (end === '`' && sign === '$' && this.text[this.at + 1] === '{') value = undefined;
      const isEscaped = sign === '\\';
      if (isEscaped) this.at += 1;
      if (value !== undefined)
        value += isEscaped ? (ESCAPED[this.text[this.at] ?? ''] ?? this.text[this.at] ?? '') : sign;
    }
    return UNKNOWN;
  }

  private word(): Literal {
    const [word] = /^[-\w.$]+/.exec(this.text.slice(this.at, this.at + 200)) ?? [];
    if (word === undefined) return UNKNOWN;
    this.at += word.length;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === 'undefined') return null;
    return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : UNKNOWN;
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  /** Goes to the comma or the bracket that ends a value. */
  private skipRest(): void {
    for (let depth = 0; this.at < this.text.length; ) {
      this.skipSpace();
      const sign = this.text[this.at] ?? '';
      if (depth === 0 && /[,}\])]/.test(sign)) return;
      if (/["'`]/.test(sign)) {
        this.string();
        continue;
      }
      if (/[{[(]/.test(sign)) depth += 1;
      if (/[}\])]/.test(sign)) depth -= 1;
      this.at += 1;
    }
  }

  private skipSpace(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
      const sign = this.text.slice(this.at, this.at + 2);
      if (sign !== '//' && sign !== '/*') return;
      const end = this.text.indexOf(sign === '//' ? '\n' : '*/', this.at + 2);
      this.at = end < 0 ? this.text.length : end + (sign === '//' ? 1 : 2);
    }
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
