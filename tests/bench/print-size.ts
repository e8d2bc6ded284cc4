import { cellsOf, COLUMNS } from './cells.ts';
import { isDisturbed } from './is-disturbed.ts';
import { printTable } from './print-table.ts';
import { RATIO_COLUMNS, ratiosOf } from './ratios.ts';
import { sayUnfinished } from './say-unfinished.ts';
import type { Row } from './summarise.ts';

/** What was measured at one size, for the terminal. */
export function printSize(rows: readonly Row[], processors: number): string {
  const rounds = Math.max(...rows.map(({ runs }) => runs));
  const ratios = ratiosOf(rows);
  const disturbed = rows.filter((row) => isDisturbed(row, processors)).length;
  return [
    `\n${rows[0]?.stories.toLocaleString('en-GB')} stories, median of ${rounds} runs in turn, ${processors} processors\n`,
    printTable(
      [...COLUMNS, 'others CPU s', ''],
      rows.map((row) => [...cellsOf(row), row.others.toFixed(2), isDisturbed(row, processors) ? 'DISTURBED' : '']),
    ),
    ...sayUnfinished(rows).map((sentence) => `${sentence}\n`),
    disturbed > 0
      ? `DISTURBED: other programs used the processors during ${disturbed} of ${rows.length} lines; measure again on a quiet machine\n`
      : '',
    ...(ratios.length > 0 ? ['\n', printTable(RATIO_COLUMNS, ratios)] : []),
  ].join('');
}
