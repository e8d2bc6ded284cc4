import { quote } from '../../diagnostics/wording.ts';

/** Where the second line of `---` should stand, and what to do there. The line counts from 1, in the file. */
export interface MissingFence {
  readonly line: number;
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}

/** A line that someone most likely took for the second fence: `----`, ` ---`, `—`, `...`. */
const ALMOST = /^\s*(?:-{2,}|[—–]+|\.{3}|\*{3,}|_{3,}|\+{3}|={3,}|-{3}.*)\s*$/s;
/** A line of front matter that does not depend on those before it. */
const KEY = /^(?:[A-Za-z][\w-]*|"[^"]*"|'[^']*'):(?:\s|$)|^#/;
/** One that goes on with a key above it. */
const CONTINUED = /^(?:\s+\S|- |[\]}])/;
/** After an empty line a text begins sooner than a key. */
const KEY_AFTER_GAP = /^[a-z][\w-]*:(?:\s|$)/;

/** Finds the place of the second fence in a file that has only the first: above the first line that is no front matter. */
export function findMissingFence(text: string): MissingFence {
  const lines = text.split('\n');
  let last = 1;
  let isAfterGap = false;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    if (ALMOST.test(line)) {
      const message = `Unexpected ${quote(line.trim())}, expected a second line of \`---\``;
      return {
        line: index + 1,
        length: line.length,
        message,
        hint: 'write three hyphens, and nothing before or after them',
      };
    }
    if (line.trim() === '') {
      isAfterGap = true;
    } else if (isAfterGap ? KEY_AFTER_GAP.test(line) : KEY.test(line) || CONTINUED.test(line)) {
      last = index + 1;
      isAfterGap = false;
    } else {
      const message = 'Unexpected text, expected a second line of `---`';
      return { line: index + 1, length: line.length, message, hint: 'add a line `---` above it' };
    }
  }
  const message = 'Unexpected end of the file, expected a second line of `---`';
  return { line: last, length: lines[last - 1]?.length || 1, message, hint: 'add a line `---` below it' };
}
