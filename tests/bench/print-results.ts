import { cpus } from 'node:os';
import type { FileCount } from './count-files.ts';
import type { Measured } from './measure.ts';

/** What was measured, by the program's name. */
export interface Results {
  readonly runs: ReadonlyMap<string, readonly Measured[]>;
  readonly counts: ReadonlyMap<string, FileCount>;
  readonly stories: number;
}

/** More than this share of the machine taken by others, and the times say little. */
const DISTURBED = 0.1;

/** Prints the medians as a table, and the ratio where there are two programs. */
export function printResults({ runs, counts, stories }: Results): void {
  const rounds = Math.max(...[...runs.values()].map(({ length }) => length));
  const rows = [...runs].map(([name, measured]) => ({ name, middle: medians(measured), count: counts.get(name) }));
  const lines = [
    `${stories} stories, cold, median of ${rounds} runs in turn, ${cpus().length} processors`,
    'memory: from /proc every 20 ms, VmHWM of a process, sum of VmRSS over the tree',
    row(['', 'wall s', 'CPU s', 'peak MB', 'files', 'HTML', 'others CPU s']),
    ...rows.map(({ name, middle, count }) =>
      row([
        name,
        middle.seconds.toFixed(2),
        middle.cpu.toFixed(2),
        (middle.memory / 1e6).toFixed(0),
        String(count?.files),
        String(count?.html),
        middle.others.toFixed(2),
      ]),
    ),
    ...rows.filter(({ middle }) => isDisturbed(middle)).map(({ name }) => warning(name)),
    ...ratio(rows),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function row([name = '', ...columns]: readonly string[]): string {
  return name.padEnd(12) + columns.map((column) => column.padStart(14)).join('');
}

function isDisturbed({ others, seconds }: Measured): boolean {
  return others > DISTURBED * seconds * cpus().length;
}

function warning(name: string): string {
  return `DISTURBED: other programs used the processors while ${name} ran; measure again on a quiet machine`;
}

function ratio(rows: readonly { readonly name: string; readonly middle: Measured }[]): readonly string[] {
  const hugo = rows.find(({ name }) => name === 'Hugo')?.middle;
  const broadsheet = rows.find(({ name }) => name === 'Broadsheet')?.middle;
  if (!hugo || !broadsheet) return [];
  const of = (key: keyof Measured): string => (broadsheet[key] / hugo[key]).toFixed(2);
  return [`ratio: Broadsheet/Hugo wall ${of('seconds')}, memory ${of('memory')}`];
}

function medians(runs: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => median(runs.map((run) => run[key]));
  return { seconds: of('seconds'), cpu: of('cpu'), memory: of('memory'), others: of('others') };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
