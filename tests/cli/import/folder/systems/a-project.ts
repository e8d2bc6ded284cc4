import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Archive } from '../../../../../src/cli/import/archive.ts';
import { FOLDER_READERS } from '../../../../../src/cli/import/sources/folder/folder.ts';

/** Folders that were made, the newest last; they are there until the tests of a file end. */
export const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files; its path. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-folder-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A project of a system with these files. */
export async function open(type: string, files: Readonly<Record<string, string>>, media?: string): Promise<Archive> {
  const reader = FOLDER_READERS.find((candidate) => candidate.type === type);
  if (!reader) throw new Error(`There is no reader of ${type}`);
  return await reader.open(project(files), { media, site: {} });
}
