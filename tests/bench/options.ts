import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { type Scenario, SCENARIOS } from './measuring/scenarios.ts';
import type { ProgramName } from './sites/program.ts';

/** What to measure. */
export interface Options {
  readonly sizes: readonly { readonly stories: number; readonly runs: number }[];
  readonly programs: readonly ProgramName[];
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  /** The folder below which all is written, and removed at the end. */
  readonly dir: string;
  /** Folder for a profile of Broadsheet. */
  readonly profile: string | undefined;
  /** Whether to measure what a story costs stage by stage, in place of all else. */
  readonly budget: boolean;
  /** Seconds after which a build is stopped. */
  readonly timeLimit: number;
  /** Whether to write the documents. */
  readonly report: boolean;
  /** File to write the results to. */
  readonly json: string | undefined;
  /** File of results to write the documents from, in place of measuring. */
  readonly from: string | undefined;
}

const MEMORY = '/dev/shm';
const PROGRAMS = { broadsheet: 'Broadsheet', hugo: 'Hugo', eleventy: 'Eleventy' } as const;

/** Reads the command line. Throws what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      runs: { type: 'string' },
      programs: { type: 'string', default: Object.keys(PROGRAMS).join(',') },
      scenarios: { type: 'string', default: SCENARIOS.join(',') },
      seed: { type: 'string', default: '1' },
      dir: { type: 'string', default: existsSync(MEMORY) ? MEMORY : tmpdir() },
      profile: { type: 'string' },
      budget: { type: 'boolean', default: false },
      'time-limit': { type: 'string', default: '900' },
      report: { type: 'boolean', default: false },
      json: { type: 'string' },
      from: { type: 'string' },
    },
  });
  if (!existsSync(values.dir)) throw new Error(`Unexpected --dir \`${values.dir}\`, expected a folder that is there`);
  if (values.budget && values.from !== undefined) throw new Error('Unexpected --from, expected no --budget beside it');
  const full = values.report && values.sizes === undefined;
  const ownSizes = full ? '1000,10000,100000' : '1000';
  const sizes = numbersOf('sizes', values.sizes ?? (values.budget ? '10000' : ownSizes));
  const runs = numbersOf('runs', values.runs ?? (full ? '5,3,1' : '5'));
  const programs = namesOf('programs', values.programs, ['broadsheet', 'hugo', 'eleventy']).map((id) => PROGRAMS[id]);
  if (values.profile !== undefined && !programs.includes('Broadsheet')) {
    throw new Error('Unexpected --profile, expected broadsheet among --programs');
  }
  if (values.from !== undefined && !values.report) throw new Error('Unexpected --from, expected --report beside it');
  return {
    sizes: sizes.map((stories, index) => ({ stories, runs: runs[index] ?? runs.at(-1) ?? 1 })),
    programs,
    scenarios: namesOf('scenarios', values.scenarios, SCENARIOS),
    seed: numberOf('seed', values.seed),
    dir: values.dir,
    profile: values.profile,
    budget: values.budget,
    timeLimit: numberOf('time-limit', values['time-limit']),
    report: values.report,
    json: values.json,
    from: values.from,
  };
}

function numbersOf(name: string, value: string): readonly number[] {
  return value.split(',').map((part) => numberOf(name, part));
}

function numberOf(name: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new Error(`Unexpected --${name} \`${value}\`, expected a whole number above 0`);
}

/** In the order in which they are known, whatever the order in which they are named. */
function namesOf<Name extends string>(option: string, value: string, known: readonly Name[]): readonly Name[] {
  const given = value.split(',');
  const unknown = given.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) {
    throw new Error(`Unexpected --${option} \`${unknown}\`, expected some of ${known.join(', ')}`);
  }
  return known.filter((name) => given.includes(name));
}
