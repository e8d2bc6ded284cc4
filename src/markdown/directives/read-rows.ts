import Papa from 'papaparse';

/** The rows of a file of comma-separated values, the first of them the names of the columns; or what is wrong with it. */
export type RowsRead =
  | { readonly kind: 'read'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'wrong'; readonly problem: string; readonly hint: string };

/** What a reader can still take in, and a browser can still lay out. */
const MOST_ROWS = 2000;
const MOST_COLUMNS = 50;

/** Reads comma-separated values (RFC 4180), also with semicolons or tabs between them, as spreadsheets write them. */
export function readRows(text: string): RowsRead {
  const { delimiter, cells } = cutSeparatorLine(text.replace(/^\ufeff/, ''));
  const { data, errors } = Papa.parse<string[]>(cells, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    return wrong(
      `unclosed quotes in row ${(broken.row ?? 0) + 1}`,
      'put each cell between double quotes, and double those within',
    );
  }
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2)
    return wrong('too few rows', 'write the names of the columns in the first row, and the data below');
  if (rows.length > MOST_ROWS || width > MOST_COLUMNS) {
    const hint = 'print the part that matters, and link to the file for the rest';
    return wrong(`${rows.length} rows of ${width} columns`, hint);
  }
  const wide = rows.findIndex((row) => row.slice(width).some((cell) => cell !== ''));
  if (wide >= 0) {
    const hint = 'put quotes around a cell with a comma in it';
    return wrong(`${rows[wide]?.length} cells in row ${wide + 1} under ${width} columns`, hint);
  }
  return { kind: 'read', rows: rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? '')) };
}

/** Takes away the line by which spreadsheets say how cells are divided: `sep=;`, in quotes or not, with spaces or empty cells behind. */
function cutSeparatorLine(text: string): { readonly delimiter: string | undefined; readonly cells: string } {
  const [line, delimiter] = /^\s*"?sep=([^\s\w"]|\t)"?[ \t;,]*(?:\r?\n|\r|$)/i.exec(text) ?? [];
  return line === undefined ? { delimiter: undefined, cells: text } : { delimiter, cells: text.slice(line.length) };
}

function wrong(problem: string, hint: string): RowsRead {
  return { kind: 'wrong', problem, hint };
}
