import { LineStarts, type Needle, type TextPlace } from '../domain/content/source.ts';

/** A place in a file. Line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * How many characters are looked at for each character of a file, whatever is looked for in it. What is found by the index costs next to
 * nothing of it; beyond it, a finding is told at the first line that it may be on.
 */
const EFFORT = 50;
const LEAST_EFFORT = 1_000_000;

/** What ends a word: the signs that Markdown, directives and YAML set words apart with. */
const END_OF_WORD = /[\s()<>[\]{}"'=,]/;

/** Finds what editors wrote in a file by its words, in time that grows with the file and with what is looked for. */
export class PlacesOfWords {
  private readonly text: string;
  private readonly lines: LineStarts;
  private readonly indexes = new Map<string, WordIndex>();
  private readonly scans = new Map<string, Scan>();
  private effort: number;

  constructor(text: string) {
    this.text = text;
    this.lines = new LineStarts(text);
    this.effort = LEAST_EFFORT + EFFORT * text.length;
  }

  find({ lines: [first, last], needles, nth }: TextPlace): Position {
    const from = this.lines.startOf(first - 1) ?? this.text.length;
    const to = this.lines.startOf(last) ?? this.text.length + 1;
    for (const needle of needles) {
      const at = this.placeOf(needle, { from, to, nth });
      if (at !== undefined) return this.positionAt(at + needle.before.length, needle.text.length);
    }
    return { line: first, column: 1, length: 1 };
  }

  private placeOf(needle: Needle, range: Range): number | undefined {
    if (needle.before + needle.text === '' || this.effort < 0) return undefined;
    const listed = needle.before === '' || needle.text === '' ? [] : this.listed(needle, range);
    return listed[range.nth] ?? listed[0] ?? this.scanned(needle.before + needle.text, range);
  }

  /** Where a needle stands as a whole word. */
  private listed({ before, text }: Needle, { from, to }: Range): readonly number[] {
    const key = `${from} ${to} ${before}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = new WordIndex(this.text, before, { from, to });
      this.effort -= to - from;
      this.indexes.set(key, index);
    }
    return index.placesOf(text, (looked) => {
      this.effort -= looked;
    });
  }

  /** Where a text stands for the nth time, or else the first time; looks on where it stopped before. */
  private scanned(needle: string, { from, to, nth }: Range): number | undefined {
    const key = `${from} ${to} ${needle}`;
    const scan = this.scans.get(key) ?? { found: [], next: from };
    this.scans.set(key, scan);
    while (scan.found.length <= nth && scan.next < to && this.effort >= 0) {
      const at = this.text.slice(scan.next, to - 1).indexOf(needle);
      this.effort -= at < 0 ? to - scan.next : at + needle.length;
      if (at >= 0) scan.found.push(scan.next + at);
      scan.next = at < 0 ? to : scan.next + at + needle.length;
    }
    return scan.found[nth] ?? scan.found[0];
  }

  private positionAt(index: number, length: number): Position {
    const { line, column } = this.lines.placeOf(index);
    return { line: line + 1, column: column + 1, length };
  }
}

/** A part of a text, half-open, and which of several occurrences in it is meant, counted from 0. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly nth: number;
}

/** How far a text was looked for. */
interface Scan {
  readonly found: number[];
  next: number;
}

/** The words that stand right behind something in a part of a text. */
class WordIndex {
  private readonly text: string;
  private readonly before: string;
  private readonly places = new Map<string, number[]>();

  constructor(text: string, before: string, { from, to }: Pick<Range, 'from' | 'to'>) {
    this.text = text;
    this.before = before;
    for (let at = text.indexOf(before, from); at >= 0 && at < to; at = text.indexOf(before, at + before.length)) {
      const word = this.wordAt(at + before.length);
      const known = this.places.get(word);
      if (known) known.push(at);
      else this.places.set(word, [at]);
    }
  }

  placesOf(text: string, tell: (looked: number) => void): readonly number[] {
    const [word = ''] = text.slice(0, LONGEST_WORD).split(END_OF_WORD, 1);
    const places = this.places.get(word) ?? [];
    if (word === text) return places;
    tell(places.length);
    return places.filter((at) => this.text.startsWith(text, at + this.before.length));
  }

  private wordAt(start: number): string {
    const [word = ''] = this.text.slice(start, start + LONGEST_WORD).split(END_OF_WORD, 1);
    return word;
  }
}

const LONGEST_WORD = 500;
