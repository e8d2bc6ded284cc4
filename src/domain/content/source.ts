/** A text that someone wrote, as it was read: where it is, and what it says. */
export interface SourceFile {
  /** Path from the content folder's parent, with `/`: `content/articles/flood.md`. */
  readonly path: string;
  /** The text without byte order mark, its lines ending in `\n`. */
  readonly text: string;
}

/** A source file taken apart, not yet trusted. */
export interface Manuscript {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** The front matter as it was written, from the second line of the file on. */
  readonly head: string;
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
  readonly kind: 'syntax' | 'duplicate-key' | 'aliases' | 'gap';
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** A number, or `true` in capitals, without quotes in YAML: as it was written (`007`), and what it stands for. */
export class PlainScalar {
  readonly written: string;
  readonly value: number | boolean;

  constructor(written: string, value: number | boolean) {
    this.written = written;
    this.value = value;
  }

  /** Says that it is no group of keys. */
  get [Symbol.toStringTag](): string {
    return 'PlainScalar';
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

/** Whether a value of YAML is a group of keys. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PlainScalar);
}

/** A text cut into its front matter and what follows it. */
export interface FrontMatterCut {
  readonly yaml: string;
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/** Only `\n` ends a line: regular expressions with a flag for lines would take U+2028 and U+2029 for ends, too. */
const FENCE = /(?<=\n)---[ \t]*(?=\n|$)/g;

/** Cuts a text that begins with a line of `---` at the next line that is one; `undefined` where there is none. */
export function cutFrontMatter(text: string): FrontMatterCut | undefined {
  const start = text.indexOf('\n') + 1;
  if (start === 0) return undefined;
  FENCE.lastIndex = start;
  const fence = FENCE.exec(text);
  if (!fence) return undefined;
  const yaml = text.slice(start, fence.index);
  const body = text.slice(fence.index + fence[0].length).replace(/^\n/, '');
  return { yaml, yamlLine: 2, body, bodyLine: 3 + countOf('\n', yaml) };
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** Where the lines of a text begin: finds the line of a place without going through the text each time. */
export class LineStarts {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.starts = starts;
  }

  /** Where a line begins; `undefined` after the last. Lines count from 0. */
  startOf(line: number): number | undefined {
    return this.starts[line];
  }

  /** The line and column of a place; all count from 0. */
  placeOf(index: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: index - (this.starts[low] ?? 0) };
  }
}

/** Where something that an editor wrote stands in a file, by its words. */
export interface TextPlace {
  /** First and last line to look in, counted from 1 in the file. */
  readonly lines: readonly [first: number, last: number];
  /** What to look for; where one is not there, the next is tried. */
  readonly needles: readonly Needle[];
  /** Which of several occurrences is meant, counted from 0. */
  readonly nth: number;
}

/** A text to look for, and what must stand right before it. */
export interface Needle {
  readonly before: string;
  readonly text: string;
}

/** Each of some texts after each thing that may stand right before it, in the order in which to look for them. */
export function needlesFor(texts: readonly string[], befores: readonly string[]): readonly Needle[] {
  return befores.flatMap((before) => texts.map((text) => ({ before, text })));
}

/** The last part of a path: `content/articles/flood.md` → `flood.md`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
