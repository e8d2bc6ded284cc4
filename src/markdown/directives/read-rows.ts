import Papa from 'papaparse';

/** A row of a file of comma-separated values. */
export interface Row {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  /** As many as there are names of columns: what a short row lacks is empty. */
  readonly cells: readonly string[];
  /** How many cells were written. */
  readonly written: number;
}

/** The rows of a file of comma-separated values, the first of them the names of the columns; or what is wrong with it. */
export type RowsRead =
  | {
      readonly kind: 'read';
      readonly rows: readonly Row[];
      /** What stands between cells: `,`, `;`, a tab, or what a line `sep=` says. */
      readonly delimiter: string;
    }
  | { readonly kind: 'wrong'; readonly problem: string; readonly hint: string };

/** What a reader can still take in, and a browser can still lay out. */
const MOST_ROWS = 2000;
const MOST_COLUMNS = 50;

/** Reads comma-separated values (RFC 4180), also with semicolons or tabs between them, as spreadsheets write them. */
export function readRows(text: string): RowsRead {
  const { cells, firstLine, ...cut } = cutSeparatorLine(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const delimiter = cut.delimiter ?? guessDelimiter(cells);
  const spaced = cells.includes('"') ? lineOfSpacedQuote(cells, delimiter) : undefined;
  if (spaced !== undefined)
    return wrong(
      `quotes behind a space in line ${spaced + firstLine - 1}`,
      `write no space between ${delimiter === '\t' ? 'the tab' : `\`${delimiter}\``} and the quotes behind it`,
    );
  const { data, errors } = Papa.parse<string[]>(cells, { newline: '\n', delimiter });
  const lines = linesOf(data, firstLine);
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    return wrong(
      `unclosed quotes in line ${lines[broken.row ?? 0] ?? firstLine}`,
      'put each cell between double quotes, and double those within',
    );
  }
  const written = data
    .map((row, index) => ({ line: lines[index] ?? 0, cells: row.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  const width = written[0]?.cells.length ?? 0;
  if (written.length < 2)
    return wrong('too few rows', 'write the names of the columns in the first row, and the data below');
  if (written.length > MOST_ROWS || width > MOST_COLUMNS) {
    const hint = `print the part that matters (at most ${MOST_ROWS} rows of ${MOST_COLUMNS} columns), and link to the file for the rest`;
    return wrong(`${written.length} rows of ${width} columns`, hint);
  }
  const wide = written.find((row) => row.cells.slice(width).some((cell) => cell !== ''));
  if (wide) {
    const sign = delimiter === '\t' ? 'a tab' : `\`${delimiter}\``;
    const hint =
      width === 1
        ? `write ${sign} between the names of the columns, too, and no title above them`
        : `put straight quotes, \`"…"\`, around a cell with ${sign} in it`;
    const columns = width === 1 ? '1 column' : `${width} columns`;
    return wrong(`${wide.cells.length} cells in line ${wide.line} under ${columns}`, hint);
  }
  const rows = written.map(({ line, cells: row }) => ({
    line,
    written: row.length,
    cells: Array.from({ length: width }, (_, index) => row[index] ?? ''),
  }));
  return { kind: 'read', rows, delimiter };
}

/** By the first rows: which divides them alike. */
function guessDelimiter(cells: string): string {
  const delimitersToGuess = [',', ';', '\t'];
  const guess = (among: string[]): Papa.ParseResult<string[]> =>
    Papa.parse<string[]>(cells, { preview: 20, skipEmptyLines: 'greedy', delimitersToGuess: among });
  const read = guess(delimitersToGuess);
  if (isEven(read.data)) return read.meta.delimiter;
  return cells.includes('|') && isEven(guess(['|']).data) ? '|' : read.meta.delimiter;
}

/** Whether rows have as many cells each, and more than one. */
function isEven(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  return width > 1 && rows.every((row) => row.length === width);
}

/** Nobody looks at the signs of longer ones. */
const LONGEST_ROW = 2000;

/** The line on which a cell in quotes has a space before it, so that the quotes are no more than signs of its text. */
function lineOfSpacedQuote(cells: string, delimiter: string): number | undefined {
  const sign = delimiter.replace(/[|.*+?^$()[\]{}\\]/, '\\$&');
  const pattern = new RegExp(`(?:^|${sign})[ \\u00a0]+"(?:[^"\\n]|"")*"[ \\u00a0]*(?:${sign}|$)`);
  const line = cells
    .split('\n')
    .findIndex((row) => row.includes(' "') && row.length <= LONGEST_ROW && pattern.test(row));
  return line < 0 ? undefined : line + 1;
}

/** On which line each row begins: cells in quotes may have several lines. */
function linesOf(rows: readonly (readonly string[])[], firstLine: number): readonly number[] {
  let line = firstLine;
  return rows.map((row) => {
    const begins = line;
    line += 1;
    for (const cell of row) line += cell.split('\n').length - 1;
    return begins;
  });
}

interface Cut {
  readonly delimiter: string | undefined;
  readonly cells: string;
  /** The line of the file on which those begin. */
  readonly firstLine: number;
}

/** Takes away the line by which spreadsheets say how cells are divided: `sep=;`, in quotes or not, with spaces or empty cells behind. */
function cutSeparatorLine(text: string): Cut {
  const [line, delimiter] = /^\s*"?sep=([^\s\w"]|\t)"?[ \t;,]*(?:\n|$)/i.exec(text) ?? [];
  if (line === undefined) return { delimiter: undefined, cells: text, firstLine: 1 };
  return { delimiter, cells: text.slice(line.length), firstLine: line.split('\n').length };
}

function wrong(problem: string, hint: string): RowsRead {
  return { kind: 'wrong', problem, hint };
}
