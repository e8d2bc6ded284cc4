import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NOW } from './newsroom-on-disk.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.js', import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Checks the newsroom of a folder. */
export function check(folder: string): Ended {
  return run(folder, ['check', '--content', 'content', '--now', NOW]);
}

/** Runs a command in a folder. */
export function run(folder: string, args: readonly string[]): Ended {
  return spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
}

/** How checking a folder ends, in a process of its own, since nothing else can stop a loop. */
export function checkWithin(milliseconds: number, folder: string): Promise<string> {
  const args = [PROGRAM, 'check', '--content', 'content', '--now', NOW];
  const checking = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: milliseconds });
  return new Promise((resolve) => {
    checking.on('close', (status, signal) =>
      resolve(signal ? `did not end within ${milliseconds} ms` : `ended with ${status}`),
    );
  });
}
