import type { UrlPath } from '../../domain/addresses.ts';
import type { RecordedAddress, RecordedAddresses } from '../../domain/site/permanent-addresses.ts';

/** Of the lines of `content/addresses.txt`: which characters have which part in an address that needs no decoding. */
const [NONE, PLAIN, DOT, SLASH, END] = [0, 1, 2, 3, 4] as const;
const LINE_END = 10;
const SLASH_CODE = 47;

const PARTS = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~-')
  PARTS[sign.charCodeAt(0)] = PLAIN;
PARTS['.'.charCodeAt(0)] = DOT;
PARTS[SLASH_CODE] = SLASH;
PARTS[' '.charCodeAt(0)] = END;
PARTS[LINE_END] = END;

/** An address may not be longer than a file's name; a letter that is not of ASCII may have three bytes of it. */
const LONGEST = 250;
const LONGEST_LETTERS = 83;

/** Where letters begin behind ASCII, control characters and the space that does not break. */
const FIRST_LETTER = 0xa1;
/** White space and marks that are at the end of no line. */
const BLANK = /[\s\p{Cf}]/u;

/** Finds the addresses that stand in a text as they are meant: nearly all do. */
export class PlainAddresses {
  private readonly text: string;
  private isSound: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the address ends that a line begins with; -1 where it has to be looked at more closely, or is none. */
  endAt(start: number): number {
    const { text } = this;
    const { length } = text;
    if (text.charCodeAt(start) !== SLASH_CODE) return -1;
    let isBehindSlash = true;
    let hasLetters = false;
    let at = start + 1;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        if (code < FIRST_LETTER || BLANK.test(text.charAt(at))) return -1;
        hasLetters = true;
        isBehindSlash = false;
        continue;
      }
      const part = PARTS[code];
      if (part === END) break;
      if (part === NONE || (isBehindSlash && part !== PLAIN)) return -1;
      isBehindSlash = part === SLASH;
    }
    if (at - start > (hasLetters ? LONGEST_LETTERS : LONGEST)) return -1;
    return hasLetters && !this.hasSoundLetters() ? -1 : at;
  }

  /** Whether all letters are composed as addresses have them, and none is half of one. */
  private hasSoundLetters(): boolean {
    this.isSound ??= this.text.normalize('NFC') === this.text && !/\p{Cs}/u.test(this.text);
    return this.isSound;
  }
}

/** The addresses of a text by where they stand in it. None is taken out of the text, nor looked up by itself, unless it is asked for. */
export class AddressLines implements RecordedAddresses {
  private readonly text: string;
  private readonly sourceIn: (behind: string) => string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly lines: number[] = [];
  /** Those that do not stand in the text as they are meant. */
  private readonly read: RecordedAddress[] = [];

  /** @param sourceIn The path of a file, of what stands behind an address. */
  constructor(text: string, sourceIn: (behind: string) => string) {
    this.text = text;
    this.sourceIn = sourceIn;
  }

  add(start: number, end: number, line: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.lines.push(line);
  }

  addRead(address: RecordedAddress): void {
    this.read.push(address);
  }

  all(): readonly RecordedAddress[] {
    return this.missing([]);
  }

  missing(there: readonly string[]): readonly RecordedAddress[] {
    const { text, starts, ends, lines } = this;
    const known = new Set(this.read.length === 0 ? [] : there);
    const found = this.read.filter(({ url }) => !known.has(url));
    const count = found.length;
    const isThere = this.marked(there);
    for (let index = isThere.indexOf(0); index >= 0; index = isThere.indexOf(0, index + 1)) {
      const end = ends[index] as number;
      const next = text.indexOf('\n', end);
      const source = this.sourceIn(text.slice(end, next < 0 ? undefined : next));
      found.push({ url: text.slice(starts[index], end) as UrlPath, source, line: lines[index] as number });
    }
    return count === 0 ? found : found.sort((one, other) => one.line - other.line);
  }

  /** Which lines have one of some addresses: 1 for each that has. */
  private marked(urls: readonly string[]): Uint8Array {
    const { text, starts, ends } = this;
    const marks = new Uint8Array(starts.length);
    if (urls.length === 0 || marks.length === 0) return marks;
    // Which line has an address, by numbers that are made of the address: 0 where none has, or else the line, counted from 1.
    const places = new Int32Array(2 ** Math.ceil(Math.log2(marks.length * 2)));
    const last = places.length - 1;
    const numbers = new Int32Array(marks.length);
    for (let index = 0; index < marks.length; index += 1) {
      const number = numberOf(text, starts[index] as number, ends[index] as number);
      numbers[index] = number;
      let place = number & last;
      while (places[place] !== 0) place = (place + 1) & last;
      places[place] = index + 1;
    }
    for (const url of urls) {
      const number = numberOf(url, 0, url.length);
      let place = number & last;
      for (let line = places[place] as number; line !== 0; line = places[place] as number) {
        const index = line - 1;
        place = (place + 1) & last;
        if (numbers[index] !== number) continue;
        const start = starts[index] as number;
        if (ends[index] === start + url.length && text.startsWith(url, start)) marks[index] = 1;
      }
    }
    return marks;
  }
}

/** So many characters at the end of an address tell it from nearly all others. */
const TELLING = 24;

/** A number that is made of a part of a text; of other texts it mostly is another. */
function numberOf(text: string, start: number, end: number): number {
  let made = end - start;
  for (let at = Math.max(start, end - TELLING); at < end; at += 1)
    made = Math.imul(made ^ text.charCodeAt(at), 0x01000193);
  return made ^ (made >>> 15);
}
