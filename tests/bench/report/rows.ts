import type { Run } from '../measuring/results.ts';
import { type Scenario, SCENARIOS } from '../measuring/scenarios.ts';
import type { ProgramName } from '../sites/program.ts';

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

/** The middle of some numbers, or the mean of the two in the middle. `NaN` of none. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? Number.NaN) + (sorted[Math.ceil(last / 2)] ?? Number.NaN)) / 2;
}

/** More than this share of the machine taken by others, and the times say little. */
const DISTURBED = 0.1;

/** Whether other programs used the processors so much that the times say little. */
export function isDisturbed({ others, seconds }: Pick<Row, 'others' | 'seconds'>, processors: number): boolean {
  return others > DISTURBED * seconds * processors;
}
