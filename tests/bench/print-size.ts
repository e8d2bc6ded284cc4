import { COLUMNS, cellsOf } from './cells.ts';
import { isDisturbed } from './is-disturbed.ts';
import { printTable } from './print-table.ts';
import { RATIO_COLUMNS, ratiosOf } from './ratios.ts';
import { sayUnfinished } from './say-unfinished.ts';
import { SCENARIO_TITLES } from './scenario.ts';
import type { Row } from './summarise.ts';

/** What was measured at one size, for the terminal. */
export function printSize(rows: readonly Row[], processors: number): string {
  const rounds = Math.max(...rows.map(({ runs }) => runs));
  const ratios = ratiosOf(rows);
  const warnings = rows
    .filter((row) => isDisturbed(row, processors))
    .map(
      ({ program, scenario }) =>
        `DISTURBED: other programs used the processors while ${program} ran (${SCENARIO_TITLES[scenario]}); measure again on a quiet machine\n`,
    );
  return [
    `\n${rows[0]?.stories.toLocaleString('en-GB')} stories, median of ${rounds} runs in turn, ${processors} processors\n`,
    printTable(
      [...COLUMNS, 'others CPU s'],
      rows.map((row) => [...cellsOf(row), row.others.toFixed(2)]),
    ),
    ...sayUnfinished(rows).map((sentence) => `${sentence}\n`),
    ...warnings,
    ...(ratios.length > 0 ? ['\n', printTable(RATIO_COLUMNS, ratios)] : []),
  ].join('');
}
