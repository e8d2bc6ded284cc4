import { hasClass, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { inlineMarkdown } from './inline-markdown.ts';

/** A table with a line of names, which Markdown demands, and each row on a line; empty where it has no cells. */
export function tableMarkdown(element: HtmlElement): string {
  const rows = rowsIn(element).map((row) => row.children.filter(isCell));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width === 0) return '';
  const hasNames = rows[0]?.some(({ name }) => name === 'th') && !rows[0].some((cell) => cell.tag.includes('"row"'));
  const [names = [], ...others] = hasNames ? rows : [[], ...rows];
  const body = hasNames ? others : rows;
  const columns = Array.from({ length: width }, (_, index) => ruleOf(names[index] ?? body[0]?.[index]));
  const print = (cells: readonly HtmlElement[]): string =>
    `| ${columns.map((_, index) => cellMarkdown(cells[index])).join(' | ')} |`;
  return [print(names), `| ${columns.join(' | ')} |`, ...body.map(print)].join('\n');
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
