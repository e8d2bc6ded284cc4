import { SCENARIO_TITLES } from './scenario.ts';
import type { Row } from './summarise.ts';

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
