import type { ProgramName } from './program.ts';
import { SCENARIO_TITLES, SCENARIOS } from './scenario.ts';
import type { Row } from './summarise.ts';

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
