import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/disk/files.ts';
import { broadsheet, type Ended } from './run.ts';

/** What `build --json` says. */
export interface BuildDocument {
  readonly diagnostics: readonly { readonly code: string; readonly path: string; readonly line: number }[];
  readonly rendered: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly changed: readonly string[];
  readonly heldBack?: readonly { readonly path: string }[];
}

/** How a build ended, and what it said to machines. */
export interface Built extends Ended {
  readonly document: BuildDocument;
}

export const NOW = '2026-11-23 12:00';

/** Builds the newsroom of a folder to `_site`, at the moment of all tests unless another is given. */
export function build(folder: string, ...args: readonly string[]): Built {
  const ended = broadsheet(folder, 'build', '--now', NOW, '--json', ...args);
  if (ended.stdout === '') throw new Error(ended.stderr);
  return { ...ended, document: JSON.parse(ended.stdout) as BuildDocument };
}

/** The text of every file of a folder, by its path. */
export function textsOf(folder: string): Readonly<Record<string, string>> {
  const paths = [...filesIn(folder)].sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')] as const));
}

/** Which files there are on disk, and when each was written: one that was written again has another number. */
export function filesOnDisk(folder: string): readonly string[] {
  return [...filesIn(folder)].sort().map((path) => {
    const { ino, size, mtimeMs } = statSync(join(folder, path));
    return `${path} ${ino} ${size} ${mtimeMs}`;
  });
}
