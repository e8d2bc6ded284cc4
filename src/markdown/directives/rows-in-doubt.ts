import { type FileDoubt, fileDoubt, markupIn } from '../media/file-words.ts';
import type { Row } from './read-rows.ts';

/** What readers would see otherwise than it was meant of the rows of a file. @param name As the file was named. */
export function doubtsOfRows(name: string, rows: readonly Row[]): readonly FileDoubt[] {
  const words = rows.flatMap(({ cells, line }) => cells.map((text) => ({ text, line })));
  return [...titleAbove(name, rows), ...shortRow(name, rows), ...markupIn(name, words, 'plain')];
}

/** A title in the first cell of a first row that has nothing else: the names of the columns stand below it. */
function titleAbove(name: string, [head, next]: readonly Row[]): readonly FileDoubt[] {
  const [title = '', ...others] = head?.cells ?? [];
  const isTitle = title !== '' && others.length > 0 && others.every((cell) => cell === '');
  if (!head || !isTitle || !next?.cells.slice(1).some((cell) => cell !== '')) return [];
  const hint = 'delete the row, and write what it says into `title`';
  return [fileDoubt(name, { line: head.line, written: title, expected: 'the names of the columns', hint })];
}

/** A row that ends before the others do: its cells may stand under the wrong names, or it is a note. */
function shortRow(name: string, rows: readonly Row[]): readonly FileDoubt[] {
  const short = rows.find(({ written, cells }) => written < cells.length);
  if (!short) return [];
  const { cells, written, line } = short;
  const expected = `${cells.length} cells, as in the first row, and not ${written}`;
  const hint = 'write the separator for each empty cell too, and notes on the rows into the text of the story';
  return [fileDoubt(name, { line, written: cells.slice(0, written).join(' | '), expected, hint })];
}
