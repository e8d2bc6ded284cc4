import { didYouMean } from '../../diagnostics/nearest.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Directive } from './directive.ts';
import { findText } from '../media/find-file.ts';
import { isHighlighted, printTable, readRows } from './print-table.ts';

const KIND = { name: 'table', endings: ['.csv', '.tsv'] };

/** A table of a file: `::table{src=results.csv title="Saturday's results" highlight="Tarnmouth Town"}`. */
export const table: Directive = {
  name: 'table',
  form: 'line',
  attributes: { src: 'required', title: 'optional', highlight: 'optional' },
  open: ({ attributes, environment, note }) => {
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
    const { rows } = read;
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
    return printTable({ rows, title: name?.html, label, highlight });
  },
};
