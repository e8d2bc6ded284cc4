import type { Element, ElementContent, Root } from 'hast';
import { attribute, findAll, isElement, replaceNodes, wordsIn } from './elements.ts';

const CELLS = ['td', 'th'];
const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'table',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'dl',
  'x-directive',
  'iframe',
  'video',
  'audio',
]);

/** Takes tables apart that only set things beside each other: those of one column, and those with others in them. */
export function takeLayoutTablesApart(tree: Root): void {
  replaceNodes(tree, (node) => {
    if (!isElement(node, 'table')) return undefined;
    const cells = cellsOf(node);
    const rows = findAll(node, ({ tagName }) => tagName === 'tr');
    const isLayout =
      attribute(node, 'role') === 'presentation' ||
      (rows.every((row) => cellsIn(row).length <= 1) && cells.every(({ tagName }) => tagName === 'td')) ||
      cells.some(
        (cell) =>
          findAll(cell, ({ tagName }) =>
            ['table', 'x-directive', 'iframe', 'video', 'audio', 'figure'].includes(tagName),
          ).length > 0,
      );
    if (!isLayout) return undefined;
    const captions = findAll(node, ({ tagName }) => tagName === 'caption');
    return [...captions, ...cells].map(
      (cell): Element => ({ type: 'element', tagName: 'div', properties: {}, children: cell.children }),
    );
  });
}

/** Whether Markdown can say what is in a table: no cell over several others, no blocks but a paragraph, no caption. */
export function isPlainTable(table: Element): boolean {
  if (findAll(table, ({ tagName }) => tagName === 'caption').some((caption) => wordsIn(caption).trim() !== ''))
    return false;
  const rows = findAll(table, ({ tagName }) => tagName === 'tr');
  const heads = rows.filter((row) => cellsIn(row).every(({ tagName }) => tagName === 'th'));
  if (heads.length > 1) return false;
  return cellsOf(table).every((cell) => {
    const spans = Number(attribute(cell, 'colSpan') ?? 1) > 1 || Number(attribute(cell, 'rowSpan') ?? 1) > 1;
    const blocks = findAll(cell, ({ tagName }) => BLOCKS.has(tagName));
    return !spans && blocks.length <= 1 && blocks.every(({ tagName }) => tagName === 'p' || tagName === 'div');
  });
}

/** The cells of a table itself, not those of tables in it. */
function cellsOf(table: Element): readonly Element[] {
  return rowsIn(table).flatMap((row) => cellsIn(row));
}

function rowsIn(node: Element): readonly Element[] {
  return node.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsIn(child) : [];
  });
}

function cellsIn(row: Element): readonly Element[] {
  return row.children.filter((child: ElementContent): child is Element => isElement(child, ...CELLS));
}
