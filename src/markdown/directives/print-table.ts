import Papa from 'papaparse';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';

/** A table of data as it is printed. */
export interface TableGiven {
  readonly rows: readonly (readonly string[])[];
  /** What it is called. */
  readonly title: Html | undefined;
  /** The same for screen readers, which have a name for each table. */
  readonly label: string;
  /** Rows with a cell that says this are set apart. */
  readonly highlight: string | undefined;
}

/** The rows of a file of comma-separated values, the first of them the names of the columns; or what is wrong with it. */
export type RowsRead =
  | { readonly kind: 'read'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'wrong'; readonly problem: string; readonly hint: string };

/** What a reader can still take in, and a browser can still lay out. */
const MOST_ROWS = 2000;
const MOST_COLUMNS = 50;

/** Reads comma-separated values (RFC 4180), also with semicolons or tabs between them, as spreadsheets write them. */
export function readRows(text: string): RowsRead {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
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

/**
 * A table with a caption, names of columns and of rows, and numbers set below each other. It scrolls sideways in its own box
 * where a phone is too narrow for it.
 */
export function printTable({ rows: [head = [], ...rows], title, label, highlight }: TableGiven): Html {
  const areNumbers = head.map((_, column) => isNumeric(rows.map((row) => row[column] ?? '')));
  const naming = areNumbers.indexOf(false);
  const kind = (column: number): string => (areNumbers[column] ? ' class="number"' : '');
  const heads = head.map((cell, column) =>
    cell === '' ? '<td></td>' : `<th scope="col"${kind(column)}>${cellOf(cell)}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === naming && cell !== ''
        ? `<th scope="row">${cellOf(cell)}</th>`
        : `<td${kind(column)}>${cellOf(cell)}</td>`,
    );
    const mark = isHighlighted(row, highlight) ? ' class="highlight"' : '';
    return `<tr${mark}>${cells.join('')}</tr>\n`;
  });
  const caption = title === undefined ? '' : `<caption>${title}</caption>\n`;
  return asHtml(
    `<section class="table data" tabindex="0" aria-label="${escapeHtml(label)}"><table>\n${caption}` +
      `<thead>\n<tr>${heads.join('')}</tr>\n</thead>\n<tbody>\n${lines.join('')}</tbody>\n</table></section>\n`,
  );
}

/** Whether a row has a cell that says what is to be set apart. */
export function isHighlighted(row: readonly string[], highlight: string | undefined): boolean {
  return highlight !== undefined && row.some((cell) => cell.toLowerCase() === highlight.trim().toLowerCase());
}

function wrong(problem: string, hint: string): RowsRead {
  return { kind: 'wrong', problem, hint };
}

function cellOf(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}

const NUMBER = /^[(+\-−–±~≈]?\s?\p{Sc}?\s?\p{Nd}[\p{Nd}.,:'’\u00a0\u202f ]*\s?(?:[%‰)°]|\p{Sc})?$/u;
/** What stands where there is no number. */
const NONE = /^(?:[-−–—.…]|n\/a)?$/i;

function isNumeric(cells: readonly string[]): boolean {
  return cells.some((cell) => NUMBER.test(cell)) && cells.every((cell) => NUMBER.test(cell) || NONE.test(cell));
}
