import { withoutInvisible } from '../../../domain/invisible.ts';

/** A word as it was written, and where it begins in its text. */
export interface WrittenWord {
  /** Without what nobody sees, such as soft hyphens. */
  readonly word: string;
  readonly index: number;
  /** With what nobody sees. */
  readonly length: number;
}

/** Letters and what may join them: apostrophes, hyphens, points of Catalan, and what nobody sees. */
const WORD =
  /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]|['’‘ʼ\u2010\u2011·-](?=[\p{L}\p{M}\p{N}]))*/gu;
/** Signs of what is an address, a path, a handle, a command or a formula, not prose. */
const NO_PROSE =
  /:\/\/|[@\\=<>{}|~^]|^[^\p{L}\p{N}]*(?:#[\p{L}\p{N}_]|www\.)|[\p{L}\p{N}]\.[\p{L}\p{N}]|[\p{L}\p{N}]_[\p{L}\p{N}]|^:[a-z0-9_+-]+:|\/.*\/|^\//u;
/** Nobody writes longer words: it is data. */
const LONGEST = 60;

/** The words of a text, without what is no prose: addresses, handles, hashtags, file names, abbreviations with points, and whatever has a digit in it. */
export function* wordsIn(text: string): Generator<WrittenWord> {
  for (const { 0: chunk, index: begin } of text.matchAll(/[^\s\ufffc]+/gu)) {
    if (chunk.length < LONGEST_CHUNK && NO_PROSE.test(chunk)) continue;
    for (const { 0: written, index } of chunk.matchAll(WORD)) {
      if (written.length > LONGEST || /\p{N}/u.test(written)) continue;
      yield { word: withoutInvisible(written), index: begin + index, length: written.length };
    }
  }
}

/** What is longer without a space is no address, but a text of a script that has none. */
const LONGEST_CHUNK = 2000;
