import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCorpus } from '../corpus.ts';
import { measure } from '../measuring/measure.ts';
import { broadsheetProgram } from '../sites/broadsheet.ts';
import { measureFloor } from './floor.ts';
import { type Profile, timesByStage } from './profile.ts';
import type { FloorStage, Stage } from './stages.ts';

/** What a cold build costs in one thread, and what it costs at the least, in microseconds of processor time a story. */
export interface Budget {
  readonly stories: number;
  /** Node's version: `v20.20.0`. */
  readonly node: string;
  /** Of a build without a profile. */
  readonly whole: number;
  /** The same, divided as a profile divides it. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly floor: Readonly<Record<FloorStage, number>>;
}

/**
 * Builds a corpus twice in one thread, for its processor time and for a profile, and does the same work with plain strings.
 *
 * @param folder A folder for all of it, that is not there yet.
 * @param project A copy of the project.
 */
export async function measureBudget(
  stories: number,
  { folder, project, seed }: { readonly folder: string; readonly project: string; readonly seed: number },
): Promise<Budget> {
  const { command, output, ...program } = broadsheetProgram(folder, project, { cleanText: true });
  mkdirSync(folder, { recursive: true });
  program.write(makeCorpus(stories, seed));
  const args = [...command.args, '--jobs', '1', '--clean'];
  const logs = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr'), limit: 3600 };
  const { end, cpu } = await measure({ ...command, args }, logs);
  if (end !== 'done') throw new Error(`A build ${end}: ${readFileSync(logs.stderr, 'utf8')}`);
  const profiles = join(folder, 'profile');
  const profiling = ['--cpu-prof', '--cpu-prof-dir', profiles, ...args];
  const { status } = spawnSync(command.file, profiling, {
    cwd: command.folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The profiled build ended with exit code ${status}`);
  const profile = largestProfileIn(profiles);
  const times = timesByStage(profile, (file) => JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const spread = Object.values(times).reduce((sum, time) => sum + time, 0);
  const floor = measureFloor(join(folder, 'content'), output);
  if (floor.stories !== stories) throw new Error(`Unexpected ${floor.stories} stories, expected ${stories}`);
  const whole = (cpu * 1e6) / stories;
  return {
    stories,
    node: process.version,
    whole,
    // A profile slows a build down: it says how its time divides, not how long it takes.
    stages: eachValue(times, (time) => (whole * time) / spread),
    floor: eachValue(floor.times, (time) => (time * 1000) / stories),
  };
}

/** That of the thread which did most. */
function largestProfileIn(folder: string): Profile {
  const profiles = readdirSync(folder).map((name): Profile => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const [largest] = profiles.sort((one, other) => other.samples.length - one.samples.length);
  if (!largest) throw new Error('The profiled build left no profile');
  return largest;
}

function eachValue<Name extends string>(
  values: Readonly<Record<Name, number>>,
  change: (value: number) => number,
): Record<Name, number> {
  const changed = Object.entries<number>(values).map(([name, value]) => [name, change(value)]);
  return Object.fromEntries(changed) as Record<Name, number>;
}
