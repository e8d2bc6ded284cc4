import { didYouMean, quote } from '../../diagnostics/wording.ts';
import type { Row } from '../directives/read-rows.ts';
import { looksLikeDate } from './along.ts';
import { type ChartFault, type ChartGiven, isFault } from './chart.ts';
import { isMissing, looksLikeNumber } from './numbers.ts';

/** Which columns are drawn, counted from 0. */
export interface Columns {
  /** What each row is. */
  readonly x: number;
  readonly y: readonly number[];
}

/** Finds the columns that a chart draws, and says what is wrong with them or their rows. */
export function findColumns(given: ChartGiven): Columns | ChartFault {
  const columns = namedColumns(given);
  return isFault(columns) ? columns : (faultOfNames(given, columns) ?? faultOfRows(given, columns) ?? columns);
}

/** Those that the editor names; otherwise the first, and all that have numbers. */
function namedColumns({ rows: [head, ...lines], attributes, src }: ChartGiven): Columns | ChartFault {
  const names = head?.cells ?? [];
  const [xName, yNames] = [attributes.get('x')?.trim(), attributes.get('y')?.trim()];
  const wanted = { x: xName ? [xName] : [], y: yNames ? namesIn(yNames, names) : [] };
  for (const attribute of ['x', 'y'] as const) {
    const unknown = wanted[attribute].find((name) => !names.includes(name));
    if (unknown !== undefined) return unknownColumn({ attribute, unknown, names, src });
  }
  const x = xName ? names.indexOf(xName) : 0;
  const y = yNames
    ? wanted.y.map((name) => names.indexOf(name))
    : names.flatMap((_name, column) => (column !== x && hasNumbers(lines, column) ? [column] : []));
  if (y.includes(x)) {
    const message = `Unexpected column ${quote(names[x])} twice, expected another one to draw`;
    return { attribute: 'y', message, hint: 'name in `x` what each row is, and in `y` the columns of numbers' };
  }
  if (y.length > 0) return { x, y };
  const message = `Unexpected columns of ${quote(src)} without numbers, expected one at least`;
  return { attribute: 'src', message, hint: 'the first column says what each row is; write numbers into the others' };
}

function unknownColumn(found: {
  readonly attribute: 'x' | 'y';
  readonly unknown: string;
  readonly names: readonly string[];
  readonly src: string;
}): ChartFault {
  const { attribute, unknown, src } = found;
  const known = found.names.filter((name) => name !== '');
  const message = `Unexpected column ${quote(unknown)}, expected one of ${quote(src)}`;
  return { attribute, message, hint: didYouMean(unknown, known, `the columns are ${listed(known)}`) };
}

/** The names of a file's columns, as far as a line has room for them. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, 12).map(quote).join(', ')}${names.length > 12 ? ' …' : ''}`;
}

/** `Ferry, Tram`; or one name with a comma in it. */
function namesIn(written: string, names: readonly string[]): readonly string[] {
  if (names.includes(written)) return [written];
  const wanted = written.split(',').map((name) => name.trim());
  return [...new Set(wanted.filter((name) => name !== ''))];
}

/** Whether a column is meant to have numbers: most of its cells have. */
function hasNumbers(lines: readonly Row[], column: number): boolean {
  const cells = lines.map(({ cells: row }) => row[column] ?? '').filter((cell) => !isMissing(cell));
  return cells.filter(looksLikeNumber).length * 2 > cells.length;
}

function faultOfNames({ rows: [head], src }: ChartGiven, { x, y }: Columns): ChartFault | undefined {
  const { cells: names = [], line = 1 } = head ?? {};
  const unnamed = y.find((column) => names[column] === '');
  if (unnamed !== undefined) {
    const message = `Unexpected column ${unnamed + 1} of ${quote(src)} without a name, expected one in line ${line}`;
    return { attribute: 'src', message, hint: 'write the names of the columns in the first row' };
  }
  const twice = [x, ...y]
    .map((column) => names[column] ?? '')
    .find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) {
    const message = `Unexpected second column ${quote(twice)} in line ${line} of ${quote(src)}, expected a name of its own for each`;
    return { attribute: 'src', message, hint: 'write another name over one of them' };
  }
  if (!isFirstOfData(names, { x, y })) return undefined;
  const message = `Unexpected numbers in line ${line} of ${quote(src)}, expected the names of the columns`;
  const hint = 'write the names of the columns in the first row, each with a letter in it, unless it is a year';
  return { attribute: 'src', message, hint };
}

/** Whether a row of names is none: a file that has no such row begins with numbers. Years may be names of columns. */
function isFirstOfData(names: readonly string[], { x, y }: Columns): boolean {
  const isUnderDate = looksLikeDate(names[x] ?? '');
  return y.every((column) => {
    const name = names[column] ?? '';
    return looksLikeNumber(name) && (isUnderDate || !looksLikeDate(name));
  });
}

function faultOfRows({ rows: [head, ...lines], src }: ChartGiven, { x }: Columns): ChartFault | undefined {
  const names = head?.cells ?? [];
  const short = lines.find(({ written, cells }) => written < cells.length);
  if (short) {
    const written = short.written === 1 ? '1 cell' : `${short.written} cells`;
    const message = `Unexpected ${written} in line ${short.line} of ${quote(src)}, expected ${names.length}, as in its first row`;
    return {
      attribute: 'src',
      message,
      hint: 'write the separator for each empty cell too, and no notes below the rows',
    };
  }
  const empty = lines.find(({ cells }) => cells[x] === '');
  if (!empty) return undefined;
  const message = `Unexpected empty cell in line ${empty.line} of ${quote(src)}, expected what the row is`;
  return { attribute: 'src', message, hint: `fill in column ${x + 1}, or delete the row` };
}
