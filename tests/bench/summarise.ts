import { median } from './median.ts';
import type { ProgramName } from './program.ts';
import type { Run } from './results.ts';
import { type Scenario, SCENARIOS } from './scenario.ts';

/** The medians of the runs of one program in one scenario at one size. */
export interface Row {
  readonly stories: number;
  readonly scenario: Scenario;
  readonly program: ProgramName;
  readonly runs: number;
  /** Of the worst run: after one that was stopped or failed there are no more. */
  readonly end: Run['end'];
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
  readonly others: number;
  readonly files: number;
  readonly written: number;
  readonly reported: number | undefined;
}

/** Sums runs up: by size, then scenario, then program in the order in which they ran. */
export function summarise(runs: readonly Run[]): readonly Row[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.stories} ${run.scenario} ${run.program}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()]
    .map(rowOf)
    .sort((a, b) => a.stories - b.stories || SCENARIOS.indexOf(a.scenario) - SCENARIOS.indexOf(b.scenario));
}

function rowOf(group: readonly Run[]): Row {
  const [first] = group;
  if (!first) throw new Error('There is no run to sum up');
  const bad = group.filter(({ end }) => end !== 'done');
  const counted = bad.length > 0 ? bad : group;
  const of = (key: 'seconds' | 'cpu' | 'memory' | 'others' | 'files' | 'written'): number =>
    median(counted.map((run) => run[key]));
  return {
    stories: first.stories,
    scenario: first.scenario,
    program: first.program,
    runs: counted.length,
    end: bad[0]?.end ?? 'done',
    seconds: of('seconds'),
    cpu: of('cpu'),
    memory: of('memory'),
    others: of('others'),
    files: of('files'),
    written: of('written'),
    reported: counted.at(-1)?.reported,
  };
}
