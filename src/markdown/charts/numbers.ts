import { quote } from '../../diagnostics/wording.ts';

/** A cell of a table, by the line of the file on which its row begins. */
export interface Cell {
  readonly text: string;
  readonly line: number;
}

/** What stands before and after each number: `£`, `%`. */
export interface Affix {
  readonly before: string;
  readonly after: string;
}

/** Numbers of columns; `undefined` stands where there is none. Or what is wrong with the first cell that is none. */
export type NumbersRead =
  | { readonly kind: 'read'; readonly columns: readonly (readonly (number | undefined)[])[]; readonly affix: Affix }
  | { readonly kind: 'wrong'; readonly problem: string; readonly expected: string; readonly hint: string };

/** What is drawn: beyond these, differences are smaller than a number can say. */
const LARGEST = 1e15;
const SMALLEST = 1e-9;

/** What programs and offices of statistics write where there is no number. */
const NONE = /^(?:[-−–—.:…]|\.\.|n\/?a|nan|null|none|#n\/a)?$/i;

export function isMissing(text: string): boolean {
  return NONE.test(text);
}

/** A number with what stands around it: sign, currency, digits, percent. */
const SHAPE =
  /^(\()?([+\-−–]?)\s?(\p{Sc}|[A-Z]{3}\s)?\s?([+\-−–]?)((?:\d[\d.,'’ ]*)?[.,]?\d+(?:[eE][+-]?\d{1,3})?)\s?([%‰°]|\p{Sc}|°[CF])?(\))?$/u;

interface Written {
  /** Digits, points, commas and spaces, without a sign. */
  readonly digits: string;
  readonly isNegative: boolean;
  readonly affix: Affix;
}

/** Digits of other scripts as 0–9, their points and commas as ours, spaces as one kind. */
function plain(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll('٫', '.')
    .replaceAll('٬', '’')
    .replaceAll('٪', '%')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u200e\u200f\u061c]/g, '');
}

/** Arabic, Persian, Devanagari, Bengali, Thai, and of full width: each has its digits in a row. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** No number that anybody writes is longer. */
const LONGEST = 50;

function take(text: string): Written | undefined {
  if (text.length > LONGEST) return undefined;
  const match = SHAPE.exec(plain(text));
  if (!match) return undefined;
  const [, open, sign, before = '', inner, digits = '', after = '', close] = match;
  if ((open === undefined) !== (close === undefined) || (sign && inner)) return undefined;
  return {
    digits,
    isNegative: open !== undefined || /[-−–]/.test(`${sign}${inner}`),
    affix: { before: before.trim(), after },
  };
}

/** Whether a cell looks like a number, whichever its decimal sign is. */
export function looksLikeNumber(text: string): boolean {
  return take(text) !== undefined;
}

/** What a way to write a number says of the decimal sign of its file. */
type Evidence = 'point' | 'comma' | 'either' | 'none';

function evidenceOf(digits: string): Evidence {
  const mantissa = digits.replace(/[eE].*$/, '').replace(/['’ ]/g, '');
  const [point, comma] = [mantissa.lastIndexOf('.'), mantissa.lastIndexOf(',')];
  if (point < 0 && comma < 0) return 'none';
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const sign = point >= 0 ? 'point' : 'comma';
  const other = point >= 0 ? 'comma' : 'point';
  const parts = mantissa.split(/[.,]/);
  if (parts.length > 2) return other;
  const [whole = '', rest = ''] = parts;
  return rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? 'either' : sign;
}

/** The value of digits, by their decimal sign; `undefined` where thousands are not set apart as they can be. */
function numberFrom(digits: string, decimal: '.' | ','): number | undefined {
  const [mantissa = '', exponent] = digits.split(/[eE]/);
  const [whole = '', fraction, more] = mantissa.split(decimal);
  if (more !== undefined || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  if (!/^(?:\d*|\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*|\d{1,3}(?:,\d{2,3})+)$/.test(whole)) return undefined;
  const value = Number(`${whole.replace(/\D/g, '') || '0'}.${fraction ?? '0'}`);
  return exponent === undefined ? value : value * 10 ** Number(exponent);
}

const DECIMAL_HINT =
  'write numbers without signs between thousands, and those with three decimals with four: `1234`, `1.2340`';

/**
 * Reads columns of numbers as people and programs write them: `1,234.5`, `1.234,5`, `1 234`, `£12`, `4 %`, `(3)`, `1.5E+03`. Which of
 * point and comma is the decimal sign is told by the file: by numbers that can be read in one way only; failing those, by what stands
 * between its cells and by the language, if these agree.
 */
export function readNumbers(
  columns: readonly (readonly Cell[])[],
  { delimiter, language }: { readonly delimiter: string; readonly language: string },
): NumbersRead {
  const cells = columns.flat().filter(({ text }) => !isMissing(text));
  const decimal = decimalOf(cells, delimiter, language);
  if (typeof decimal !== 'string') return decimal;
  let affix: Affix | undefined;
  for (const { text, line } of cells) {
    const written = take(text);
    const value = written && numberFrom(written.digits, decimal);
    if (written === undefined || value === undefined) return noNumber(text, line);
    if (!Number.isFinite(value) || value > LARGEST || (value !== 0 && value < SMALLEST)) {
      return {
        kind: 'wrong',
        problem: `number ${quote(text)} in line ${line}`,
        expected: 'one of at most fifteen digits before its decimal sign, and nine behind it',
        hint: 'write the numbers of the column in millions, or in another unit that fits them, and say so with `unit`',
      };
    }
    const other = affix ?? written.affix;
    if (other.before !== written.affix.before || other.after !== written.affix.after) {
      return {
        kind: 'wrong',
        problem: `unit of ${quote(text)} in line ${line}`,
        expected: `the same as in the other cells that are drawn`,
        hint: 'write the same sign (`£`, `%`) in each cell, or in none, and draw columns of one unit only: `y="…"`',
      };
    }
    affix = written.affix;
  }
  const numberOf = ({ text }: Cell): number | undefined => {
    const written = isMissing(text) ? undefined : take(text);
    const value = written && numberFrom(written.digits, decimal);
    return written?.isNegative && value !== undefined && value !== 0 ? -value : value;
  };
  return {
    kind: 'read',
    columns: columns.map((column) => column.map(numberOf)),
    affix: affix ?? { before: '', after: '' },
  };
}

function noNumber(text: string, line: number): NumbersRead {
  return {
    kind: 'wrong',
    problem: `${quote(text)} in line ${line}`,
    expected: 'a number',
    hint: 'write a number, or leave the cell empty where there is none; to draw other columns, name them: `y="…"`',
  };
}

/** The decimal sign of a file, or what is wrong where it cannot be told. */
function decimalOf(cells: readonly Cell[], delimiter: string, language: string): '.' | ',' | NumbersRead {
  const first: Partial<Record<Evidence, Cell>> = {};
  for (const cell of cells) {
    const written = take(cell.text);
    if (written) first[evidenceOf(written.digits)] ??= cell;
  }
  const { point, comma, either } = first;
  if (point && comma) {
    return {
      kind: 'wrong',
      problem: `numbers ${quote(point.text)} in line ${point.line} and ${quote(comma.text)} in line ${comma.line}`,
      expected: 'one decimal sign in the whole file',
      hint: DECIMAL_HINT,
    };
  }
  if (point || comma || !either) return comma ? ',' : '.';
  const ofLanguage = decimalIn(language);
  const ofFile = delimiter === ',' ? '.' : delimiter === ';' ? ',' : ofLanguage;
  if (ofFile === ofLanguage) return ofLanguage;
  return {
    kind: 'wrong',
    problem: `number ${quote(either.text)} in line ${either.line}`,
    expected: 'one that cannot be read in two ways',
    hint: DECIMAL_HINT,
  };
}

function decimalIn(language: string): '.' | ',' {
  const parts = new Intl.NumberFormat([language, 'en'], { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
