import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { TextTable } from '../../../layouts/directives/table.tsx';
import { printBlock } from '../print-layout.ts';
import { printFolded } from './folding.ts';

/** Tables have a name each, for screen readers. */
export function tables(markdown: MarkdownIt): void {
  printFolded(markdown, 'table', (_opening, text, { tables: numbered, words }) => {
    numbered.count += 1;
    return printBlock(TextTable, { label: `${words('table')} ${numbered.count}`, text: text() });
  });
  markdown.core.ruler.push('table-alignment', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'td_open' || token.type === 'th_open') alignByClass(token);
    }
  });
}

/** markdown-it sets columns to the right by a `style`, which no strict Content Security Policy allows. */
function alignByClass(cell: Token): void {
  const [, alignment] = /^text-align:(\w+)$/.exec(cell.attrGet('style') ?? '') ?? [];
  if (alignment !== undefined) cell.attrs = [['class', `align-${alignment}`]];
}
