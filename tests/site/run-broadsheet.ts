import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { broadsheetInResident, type Ended } from '../cli/run.ts';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The moment at which the demo is published in every test. */
export const NOW = '2026-11-23T12:00:00Z';

/** Runs the real command line, in a process of its own, from the project's folder. */
function runBroadsheet(...args: readonly string[]): Ended {
  return run(process.execPath, ['src/cli/broadsheet.js', ...args], { cwd: PROJECT });
}

/** Runs `broadsheet build` at the moment of all tests, with a cache beside the output; what is given beside that counts. */
export function buildSite(content: string, output: string, ...args: readonly string[]): Ended {
  const folders = ['--content', content, '--output', output, '--cache', `${output}-cache`];
  return runBroadsheet('build', ...folders, '--now', NOW, ...args);
}

/** The same, in a process that stays for the next one. */
export function buildSiteInResident(content: string, output: string, ...args: readonly string[]): Promise<Ended> {
  const folders = ['--content', content, '--output', output, '--cache', `${output}-cache`];
  return broadsheetInResident(PROJECT, 'build', ...folders, '--now', NOW, ...args);
}

export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Ended {
  // What coverage and vitest ask of their own processes is none of the command's business.
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...inherited } = process.env;
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, ...env },
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
