import { SCENARIO_TITLES } from './scenario.ts';
import type { Row } from './summarise.ts';

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
