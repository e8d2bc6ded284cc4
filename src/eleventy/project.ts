import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(import.meta.url);

/** The folder that holds `layouts/`, `src/` and `.eleventy.ts`. */
export const PROJECT = folderWith('.eleventy.ts', dirname(HERE));

/** The folder of the compiled program, if it is the compiled one that runs. */
export const COMPILED = HERE.endsWith('.js') ? dirname(HERE) : undefined;

function folderWith(name: string, start: string): string {
  let folder = start;
  while (!existsSync(join(folder, name))) {
    if (dirname(folder) === folder) throw new Error(`There is no ${name} above ${start}`);
    folder = dirname(folder);
  }
  return folder;
}
