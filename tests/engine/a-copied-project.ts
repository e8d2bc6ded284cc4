import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = ['src', 'layouts', '.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the project whose program may be changed, with the packages of this one; its absolute path. */
export function aCopiedProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-project-'));
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  // What a program keeps in node_modules/.cache is its own.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(PROJECT, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(PROJECT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}
