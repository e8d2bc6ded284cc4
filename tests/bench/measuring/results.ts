import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramName } from '../sites/program.ts';
import type { Measured } from './measure.ts';
import type { Changes } from './output.ts';
import type { Scenario } from './scenarios.ts';

/** One build that was measured. */
export interface Run extends Measured, Changes {
  readonly stories: number;
  readonly program: ProgramName;
  readonly scenario: Scenario;
  /** How many addresses the program itself says that it changed. */
  readonly reported: number | undefined;
}

/** All that was measured, and where. */
export interface Results {
  /** The day, such as `2026-11-23`. */
  readonly date: string;
  readonly processors: number;
  /** Of the machine, in bytes. */
  readonly memory: number;
  readonly versions: Readonly<Record<ProgramName | 'Node.js', string>>;
  readonly storage: 'memory' | 'disk';
  readonly seed: number;
  /** Seconds after which a build was stopped. */
  readonly timeLimit: number;
  readonly runs: readonly Run[];
}

const HUGO = 'hugo';

/** The versions of the programs that are measured. Throws, with what to do, if Hugo is among them and is not installed. */
export function readVersions(project: string, programs: readonly ProgramName[]): Results['versions'] {
  return {
    Broadsheet: versionIn(project),
    Hugo: programs.includes('Hugo') ? hugoVersion() : 'not measured',
    Eleventy: versionIn(join(project, 'node_modules/@11ty/eleventy')),
    'Node.js': process.versions.node,
  };
}

function hugoVersion(): string {
  const { status, stdout } = spawnSync(HUGO, ['version'], { encoding: 'utf8' });
  const version = status === 0 ? /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  if (version !== undefined) return version;
  throw new Error(
    'HUGO IS NOT INSTALLED: there is nothing to compare with.\n\n  apt-get install -y hugo\n\nor measure without it, with --programs broadsheet,eleventy.',
  );
}

function versionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return String(version);
}
