import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(import.meta.url);

/** The folder that holds `layouts/`, `src/` and `.eleventy.ts`. */
export const PROJECT = folderWith('.eleventy.ts', dirname(HERE));

/** Eleventy's configuration: beside the compiled program, if that is what runs. */
export const CONFIGURATION = HERE.endsWith('.cjs')
  ? join(dirname(HERE), 'eleventy.cjs')
  : join(PROJECT, '.eleventy.ts');

/** An empty folder, for what Eleventy is to find nothing in. */
export const EMPTY_FOLDER = join(PROJECT, 'src/eleventy/no-pages');

function folderWith(name: string, start: string): string {
  let folder = start;
  while (!existsSync(join(folder, name))) {
    if (dirname(folder) === folder) throw new Error(`There is no ${name} above ${start}`);
    folder = dirname(folder);
  }
  return folder;
}

/** The version of an installed package, without loading it. */
export function versionOf(name: string): string {
  const description = readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8');
  return String((JSON.parse(description) as { readonly version?: unknown }).version);
}
