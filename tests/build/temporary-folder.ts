import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { filesIn } from '../../src/disk/files.ts';

/** Texts by their path in a folder. */
export type Files = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files in it, which is removed when all tests that stand in one file with the caller have run. */
export function temporaryFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  folders.push(folder);
  writeTo(folder, files);
  return folder;
}

/** Writes files into a folder, which is made where there is none. */
export function writeTo(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** All files of a folder. */
export function textsIn(folder: string): Files {
  const paths = [...filesIn(folder)].sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const));
}
