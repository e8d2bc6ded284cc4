/** A source file taken apart, not yet trusted. */
export interface Manuscript {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** The text after the front matter. */
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/** The front matter of a file, or what stands in its place. */
export type FrontMatter =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'foreign'; readonly language: string }
  | { readonly kind: 'broken'; readonly problem: YamlProblem }
  | { readonly kind: 'read'; readonly values: unknown };

/** Why a text is not the YAML that Broadsheet reads. Line and column count from 1, in the file. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'duplicate-key' | 'aliases';
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** A number without quotes in YAML, as it was written: `007`. */
export class PlainNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  /** Says that it is no group of keys. */
  get [Symbol.toStringTag](): string {
    return 'PlainNumber';
  }

  /** As the name of a key. */
  toString(): string {
    return this.written;
  }

  /** As it is quoted. */
  toJSON(): string {
    return this.written;
  }
}
