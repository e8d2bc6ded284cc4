import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '../../src/disk/files.ts';
import { aNewsroomOnDisk, broadsheetInResident, type Ended } from './run.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';

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
export async function build(folder: string, ...args: readonly string[]): Promise<Built> {
  const ended = await broadsheetInResident(folder, 'build', '--now', NOW, '--json', ...args);
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

export const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><path d="M0 1h4"/></svg>\n';

/** The files of a newsroom that has some of everything. */
export const FILES = {
  'content/articles/a.md': aStory({ topics: ['Bridges'] }, '![A bridge](bridge.svg)\n\nSee [b](b.md).\n'),
  'content/articles/b.md': aStory({ date: '2026-10-01' }),
  'content/articles/warned.md': aStory({ date: '2026-10-02' }, ''),
  'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
  'content/media/bridge.svg': DRAWING,
  'content/pages/about.md': aFile({ layout: 'page', title: 'About' }, 'Who we are.\n'),
};

/** The page of one of its stories in the output. */
export const A = '2026/11/23/a/index.html';

/** A newsroom that was built, its folder. */
export async function built(files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const folder = aNewsroomOnDisk(files);
  await build(folder);
  return folder;
}

/** Writes a file and the folders that it needs. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
