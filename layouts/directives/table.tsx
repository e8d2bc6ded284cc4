import type { ComponentChildren, VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A table of a file: `::table`. */
export interface DataTableData {
  readonly title: Html | undefined;
  /** The same for screen readers, which have a name for each table. */
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly isHighlighted: boolean }[];
  /** Which column names the rows, counted from 0; −1 where none does. */
  readonly naming: number;
}

/** A table with a caption, names of columns and of rows, and numbers set below each other. */
export function DataTable({ title, label, columns, rows, naming }: DataTableData): VNode {
  const classOf = (column: number): string | undefined => (columns[column]?.isNumber ? 'number' : undefined);
  return (
    <section class="table data" tabindex={0} aria-label={label}>
      <table>
        {'\n'}
        {title !== undefined && [<Raw as="caption" html={title} />, '\n']}
        <thead>
          {'\n'}
          <tr>
            {columns.map(({ name }, column) =>
              name === '' ? (
                <td />
              ) : (
                <th scope="col" class={classOf(column)}>
                  {linesOf(name)}
                </th>
              ),
            )}
          </tr>
          {'\n'}
        </thead>
        {'\n'}
        <tbody>
          {'\n'}
          {rows.map(({ cells, isHighlighted }) => [
            <tr class={isHighlighted ? 'highlight' : undefined}>
              {cells.map((cell, column) =>
                column === naming && cell !== '' ? (
                  <th scope="row">{linesOf(cell)}</th>
                ) : (
                  <td class={classOf(column)}>{linesOf(cell)}</td>
                ),
              )}
            </tr>,
            '\n',
          ])}
        </tbody>
        {'\n'}
      </table>
    </section>
  );
}

function linesOf(cell: string): ComponentChildren {
  if (!cell.includes('\n')) return cell;
  return cell.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]));
}

/** A table of Markdown, its rows already printed. */
export interface TextTableData {
  readonly label: string;
  readonly text: Html;
}

/** A table scrolls sideways within its own box where a phone is too narrow for it, by keyboard too (WCAG 2.1.1). */
export function TextTable({ label, text }: TextTableData): VNode {
  return (
    <section class="table" tabindex={0} aria-label={label}>
      <table>
        {'\n'}
        <RawHtml html={text} />
      </table>
    </section>
  );
}
