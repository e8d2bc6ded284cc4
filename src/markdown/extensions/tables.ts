import type MarkdownIt from 'markdown-it';
import { TextTable } from '../../../layouts/directives/table.tsx';
import { printBlock } from '../print-layout.ts';
import { printFolded } from './folding.ts';

/** Tables have a name each, for screen readers. */
export function tables(markdown: MarkdownIt): void {
  printFolded(markdown, 'table', (_opening, text, { tables: numbered, words }) => {
    numbered.count += 1;
    return printBlock(TextTable, { label: `${words('table')} ${numbered.count}`, text: text() });
  });
}
