import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lendEleventy } from '../../build/program/lend-eleventy.ts';
import { broadsheetInResident, type Ended, type Resident } from '../../cli/run.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** A build in a process of its own. */
export interface StartedBuild {
  readonly child: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly said: () => string;
  readonly ended: Promise<BuildEnded>;
}

export interface BuildEnded {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a build is started. */
export interface BuildStart {
  /** Path of the project whose program builds; this one, if nothing is said. */
  readonly project?: string;
  /** What runs the command, before its own words: `['prlimit', '--fsize=1000']`. */
  readonly through?: readonly string[];
}

const BUILD = [
  ...['build', '--content', 'content', '--output', 'site', '--cache', 'cache'],
  ...['--now', '2026-11-24T06:00:00Z'],
];

/** Starts `broadsheet build` in the folder of a newsroom: `content` → `site`, with `cache`. Later arguments win. */
export function startBuild(folder: string, args: readonly string[], start: BuildStart = {}): StartedBuild {
  const { project = PROJECT, through = [] } = start;
  // What vitest and its coverage ask of their own processes is none of the command's business.
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const program = [process.execPath, `${project}/src/cli/broadsheet.js`];
  const [command = '', ...words] = [...through, ...program, ...BUILD, ...args];
  const child = spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const ended = new Promise<BuildEnded>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  return { child, said: () => stderr, ended };
}

const OURS: Pick<Resident, 'run'> = { run: broadsheetInResident };

/** The same in a process that stays for the next one, in one thread: where no fault is to be met. */
export function buildInResident(folder: string, args: readonly string[] = [], resident = OURS): Promise<Ended> {
  return resident.run(folder, ...BUILD, '--jobs', '1', ...args);
}

const COPIED_FROM = fileURLToPath(new URL('../../../', import.meta.url));
const COPIED = ['src', 'layouts', '.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the project whose program may be changed, with the packages of this one; its absolute path. */
export function aCopiedProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-project-'));
  for (const name of COPIED) cpSync(join(COPIED_FROM, name), join(folder, name), { recursive: true });
  // What a program keeps in node_modules/.cache is its own.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(COPIED_FROM, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(COPIED_FROM, 'node_modules', name), join(folder, 'node_modules', name));
  }
  lendEleventy(folder);
  return folder;
}
