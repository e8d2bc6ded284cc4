import { attributeOf, hasClass, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { inlineMarkdown } from './inline-markdown.ts';

/** A table with a line of names, which Markdown demands, and each row on a line. */
export function tableMarkdown(element: HtmlElement): string {
  const rows = spread(rowsIn(element).map((row) => row.children.filter(isCell)));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width === 0) return '';
  const hasNames = rows[0]?.some((cell) => cell?.name === 'th') && !rows[0].some((cell) => cell?.tag.includes('"row"'));
  const [names = [], ...others] = hasNames ? rows : [[], ...rows];
  const body = hasNames ? others : rows;
  const columns = Array.from({ length: width }, (_, index) => ruleOf(names[index] ?? body[0]?.[index]));
  const print = (cells: Row): string => `| ${columns.map((_, index) => cellMarkdown(cells[index])).join(' | ')} |`;
  return [print(names), `| ${columns.join(' | ')} |`, ...body.map(print)].join('\n');
}

/** The cells of a row by their columns; nothing where a cell from before or above goes on. */
type Row = readonly (HtmlElement | undefined)[];

/** Rows with each cell in its column: what reaches over several stands in the first. */
function spread(rows: readonly (readonly HtmlElement[])[]): readonly Row[] {
  if (!rows.some((row) => row.some(({ tag }) => tag.includes('span="')))) return rows;
  // However far cells say that they go, a table has not many more columns than some row has cells.
  const most = 4 + 2 * rows.reduce((longest, { length }) => Math.max(longest, length), 0);
  /** Of each column, how many rows below are taken. */
  const taken: number[] = [];
  return rows.map((cells) => {
    const row: (HtmlElement | undefined)[] = [];
    const fill = (): void => {
      while ((taken[row.length] ?? 0) > 0) {
        taken[row.length] = (taken[row.length] ?? 0) - 1;
        row.push(undefined);
      }
    };
    for (const cell of cells) {
      fill();
      const [width, height] = ['colspan', 'rowspan'].map((name) => Number(attributeOf(cell, name) ?? 1)) as [
        number,
        number,
      ];
      for (let column = 0; column < Math.max(1, width) && row.length < most; column += 1) {
        taken[row.length] = height - 1;
        row.push(column === 0 ? cell : undefined);
      }
    }
    fill();
    return row;
  });
}

function rowsIn({ children }: HtmlElement): readonly HtmlElement[] {
  return children.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name === 'tr') return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.name) ? rowsIn(node) : [];
  });
}

function isCell(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string' && (node.name === 'td' || node.name === 'th');
}

function ruleOf(cell: HtmlElement | undefined): string {
  if (cell && (hasClass(cell, 'number') || hasClass(cell, 'align-right'))) return '--:';
  return cell && hasClass(cell, 'align-center') ? ':-:' : '---';
}

/** Cells have one line, in which the sign between two cells is escaped, in code too. */
function cellMarkdown(cell: HtmlElement | undefined): string {
  if (!cell) return '';
  return inlineMarkdown(cell.children).replace(/\\?\n/g, ' ').replaceAll('|', '\\|');
}
