import { didYouMean } from '../../diagnostics/wording.ts';
import { quote } from '../../diagnostics/wording.ts';
import { DataTable } from '../../../layouts/directives/table.tsx';
import type { NotedDirective } from './directive.ts';
import { findText } from '../media/find-file.ts';
import { printBlock } from '../print-layout.ts';
import { garbledIn } from '../media/file-words.ts';
import { readRows } from './read-rows.ts';
import { doubtsOfRows } from './rows-in-doubt.ts';

const KIND = { name: 'table', endings: ['.csv', '.tsv'] };

/** A table of a file: `::table{src=results.csv title="Saturday's results" highlight="Tarnmouth Town"}`. */
export const table: NotedDirective = {
  name: 'table',
  form: 'line',
  help: 'The table of a `.csv` file.',
  attributes: {
    src: {
      isRequired: true,
      label: 'File',
      help: 'A `.csv` or `.tsv` file beside the story or in `content/media/`.',
      example: 'league.csv',
    },
    title: { help: 'What stands over it.', takes: 'line', example: 'After Saturday’s matches', isUsual: true },
    highlight: { help: 'Sets the rows apart that have a cell with these words.', example: 'Tarnmouth Town' },
  },
  more: 'interviews-timelines-galleries-tables',
  print: ({ attributes, environment, note }) => {
    const { media, path, words, tables, renderRich } = environment;
    const [src, title, highlight] = ['src', 'title', 'highlight'].map(
      (name) => attributes.get(name)?.trim() || undefined,
    );
    if (src === undefined) return '';
    const found = findText(media, path, src, KIND);
    if (found.kind === 'wrong') {
      note('src', found);
      return '';
    }
    const read = readRows(found.text);
    if (read.kind === 'wrong') {
      const message = `Unexpected ${read.problem} of ${quote(src)}, expected a table of comma-separated values`;
      note('src', { code: 'table-invalid', message, hint: read.hint });
      return '';
    }
    for (const doubt of [...garbledIn(src, found.text), ...doubtsOfRows(src, read.rows)]) note('src', doubt);
    const rows = read.rows.map(({ cells }) => cells);
    if (highlight !== undefined && !rows.some((row) => isHighlighted(row, highlight))) {
      const message = `Unexpected ${quote(highlight)}, expected what a cell of ${quote(src)} says`;
      const cells = [...new Set(rows.flat())];
      note('highlight', {
        code: 'table-invalid',
        message,
        hint: didYouMean(highlight, cells, 'copy it from the file'),
      });
    }
    tables.count += 1;
    const name = title === undefined ? undefined : renderRich(title);
    const label = name?.text ?? `${words('table')} ${tables.count}`;
    const [head = [], ...lines] = rows;
    const areNumbers = head.map((_, column) => isNumeric(lines.map((line) => line[column] ?? '')));
    return printBlock(DataTable, {
      title: name?.html,
      label,
      columns: head.map((name, column) => ({ name, isNumber: areNumbers[column] ?? false })),
      rows: lines.map((cells) => ({ cells, isHighlighted: isHighlighted(cells, highlight) })),
      naming: areNumbers.indexOf(false),
    });
  },
};

/** Whether a row has a cell that says what is to be set apart. */
function isHighlighted(row: readonly string[], highlight: string | undefined): boolean {
  return highlight !== undefined && row.some((cell) => cell.toLowerCase() === highlight.trim().toLowerCase());
}

const NUMBER = /^[(+\-−–±~≈]?\s?\p{Sc}?\s?\p{Nd}[\p{Nd}.,:'’\u00a0\u202f ]*\s?(?:[%‰)°]|\p{Sc})?$/u;
/** What stands where there is no number. */
const NONE = /^(?:[-−–—.…]|n\/a)?$/i;

function isNumeric(cells: readonly string[]): boolean {
  return cells.some((cell) => NUMBER.test(cell)) && cells.every((cell) => NUMBER.test(cell) || NONE.test(cell));
}
