import { garbledParts } from '../../domain/garbled.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { shortened } from '../slips/slip.ts';
import { refusedMarkup, type Takes, withoutRefused } from '../slips/texts/key-markup.ts';
import { placeholdersIn } from '../slips/texts/placeholder-words.ts';

/** What is wrong with words of a file; the line of that file is in the message. */
export type FileDoubt = Pick<Finding, 'code' | 'message'> & { readonly hint: string };

/** Words of a file that readers see, and the line on which they stand, counted from 1. */
export interface FileWords {
  readonly text: string;
  readonly line: number;
}

/** A file with more of a kind has them everywhere, and the first few say so. */
const MOST = 3;

/** What a file has that a program made of other characters. @param name As the file was named. */
export function garbledIn(name: string, text: string): readonly FileDoubt[] {
  return garbledParts(text, MOST).map(({ written, meant, line }) => ({
    code: 'text-garbled',
    message: `Unexpected ${quote(written)} in line ${line} of ${quote(name)}, which a program has made of another character`,
    hint: `${meant === undefined ? 'write the character that was there' : `write \`${meant}\``}; or save the file once more as UTF-8`,
  }));
}

/** What most words have none of. */
const SIGNS = /[<>&*_`[{~【=^#']|TK|XX|TODO|FIXME|tk|ipsum/i;
/** So much of one cell or line is looked at, and so much of all that have signs: no file is to take longer than it is long. */
const LONGEST = 1000;
const MOST_LOOKED = 200_000;

/** What words of a file have that is printed as it was written, and what was still to be written. */
export function markupIn(
  name: string,
  words: readonly FileWords[],
  takes: Exclude<Takes, 'html'>,
): readonly FileDoubt[] {
  const found: FileDoubt[] = [];
  let looked = 0;
  for (const { text: whole, line } of words) {
    if (!SIGNS.test(whole)) continue;
    const text = whole.slice(0, LONGEST);
    looked += text.length;
    if (looked > MOST_LOOKED) break;
    const [doubt] = [...formulaIn(text), ...refusedIn(text, takes), ...leftIn(text)];
    if (doubt) found.push(fileDoubt(name, { line, ...doubt }));
    if (found.length === MOST) break;
  }
  return found;
}

/** A part of a file that is not as it should be. */
export interface DoubtfulPart {
  readonly code?: FileDoubt['code'];
  readonly line: number;
  readonly written: string;
  readonly expected: string;
  readonly hint: string;
}

/** What is said of a part of a file. */
export function fileDoubt(
  name: string,
  { code = 'file-words', line, written, expected, hint }: DoubtfulPart,
): FileDoubt {
  const message = `Unexpected ${quote(shortened(written))} in line ${line} of ${quote(name)}, expected ${expected}`;
  return { code, message, hint };
}

type Part = Omit<DoubtfulPart, 'line'>;

/** What spreadsheets write in the place of a value that they could not compute, or have not computed. */
const FORMULA = /^(?:#(?:REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|####*)|=[A-Z][A-Z.]*\(.*\))$/s;

function formulaIn(text: string): readonly Part[] {
  if (!FORMULA.test(text)) return [];
  return [
    { written: text, expected: 'what a spreadsheet makes of it', hint: 'write the value, or leave the cell empty' },
  ];
}

function refusedIn(text: string, takes: Exclude<Takes, 'html'>): readonly Part[] {
  const written = refusedMarkup(text, takes);
  if (written === undefined) return [];
  const expected = takes === 'line' ? 'words with `*emphasis*` at most' : 'plain words';
  const mended = withoutRefused(text, takes);
  const hint = mended === '' ? 'leave it out, or write what it stands for in words' : `write \`${shortened(mended)}\``;
  return [{ written, expected, hint }];
}

function leftIn(text: string): readonly Part[] {
  return [...placeholdersIn(text)].map(({ written }) => ({
    code: 'placeholder-left',
    written,
    expected: 'what it stands for',
    hint: 'write what is still missing there, or leave it out',
  }));
}
