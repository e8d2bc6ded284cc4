import { SCENARIO_TITLES, SCENARIOS } from '../measuring/scenarios.ts';
import type { ProgramName } from '../sites/program.ts';
import { isDisturbed, type Row } from './rows.ts';

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

/** The columns of a table of rows, the first of them in words. */
export const COLUMNS = ['scenario', 'program', 'wall s', 'CPU s', 'peak MB', 'files', 'written', 'reported'] as const;

/** The cells of a row under `COLUMNS`. Of a build that did not end, it is said how long it ran; its files mean nothing. */
export function cellsOf(row: Row): readonly string[] {
  const { scenario, program, end, seconds, cpu, memory, files, written, reported } = row;
  const names = [SCENARIO_TITLES[scenario], program === 'Eleventy' ? 'plain Eleventy' : program];
  const megabytes = (memory / 1e6).toFixed(0);
  if (end !== 'done') {
    return [...names, `${end} after ${seconds.toFixed(0)} s`, cpu.toFixed(2), megabytes, '–', '–', '–'];
  }
  const counts = [files, written, reported].map((count) => count?.toLocaleString('en-GB') ?? '–');
  return [...names, seconds.toFixed(2), cpu.toFixed(2), megabytes, ...counts];
}

/** The columns of the ratios. */
export const RATIO_COLUMNS = [
  'scenario',
  'wall: Broadsheet/Hugo',
  'wall: Broadsheet/Eleventy',
  'memory: Broadsheet/Hugo',
  'memory: Broadsheet/Eleventy',
] as const;

/** Broadsheet's figures as parts of the others', for each scenario of one size. Below 1 is less than theirs. */
export function ratiosOf(rows: readonly Row[]): readonly (readonly string[])[] {
  return SCENARIOS.flatMap((scenario) => {
    const find = (program: ProgramName): Row | undefined =>
      rows.find((row) => row.scenario === scenario && row.program === program);
    const own = find('Broadsheet');
    const others = [find('Hugo'), find('Eleventy')];
    if (own?.end !== 'done' || others.every((row) => row === undefined)) return [];
    const cells = (['seconds', 'memory'] as const).flatMap((key) => others.map((other) => ratio(own, other, key)));
    return [[SCENARIO_TITLES[scenario], ...cells]];
  });
}

/** One that was stopped would have taken longer. */
function ratio(own: Row, other: Row | undefined, key: 'seconds' | 'memory'): string {
  if (!other || other.end === 'failed') return '–';
  const value = own[key] / other[key];
  return `${other.end === 'stopped' ? 'below ' : ''}${value.toFixed(value < 0.1 ? 3 : 2)}`;
}

/** A sentence for each program that did not get to the end of its builds at one size: nothing is left out in silence. */
export function sayUnfinished(rows: readonly Row[]): readonly string[] {
  return rows
    .filter(({ end }) => end !== 'done')
    .map(({ program, end, seconds, scenario }) => {
      const name = program === 'Eleventy' ? 'Plain Eleventy' : program;
      const what = end === 'stopped' ? 'was stopped' : 'failed';
      return `${name} ${what} after ${seconds.toFixed(0)} s (${SCENARIO_TITLES[scenario]}), and took no further part at this size.`;
    });
}

/** A table in plain text: the first two columns are words, the others figures. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** A table in Markdown: the first so many columns are words, the others figures. */
export function printMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: number,
): string {
  const rule = head.map((_, column) => (column < words ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
