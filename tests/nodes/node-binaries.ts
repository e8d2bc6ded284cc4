import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../site/run-broadsheet.ts';

/** The releases of Node that Broadsheet supports: the oldest one, and the newest of each line that has or had long support. */
export const NODES = ['20.19', '22', '24', '26'] as const;

const KEPT = join(PROJECT, 'node_modules/.cache/nodes');

/**
 * The path of a Node, which npm has as a package for each system. It is fetched where it is not kept yet, and no dependency
 * of the project.
 *
 * @param version A release, or the beginning of one: its newest.
 */
export function nodeBinary(version: string): string {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(KEPT, version);
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // npm would otherwise look for the project around it, and install that.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet, `${name}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (!existsSync(binary)) throw new Error(`No Node is in ${name}@${version}: expected ${binary}`);
  return binary;
}
