import { cpSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['src', 'layouts', '.eleventy.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Copies the project, for its layouts to be edited and its program to be compiled without a trace in the original. The
 * packages are linked to one by one: what is compiled is kept beside them.
 */
export function copyProject(project: string, folder: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const file of FILES) cpSync(join(project, file), join(folder, file), { recursive: true });
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  }
  // A layout that was edited and put back can have the time that it had, if that is in whole seconds.
  const now = Math.floor(Date.now() / 1000);
  const layouts = join(folder, 'layouts');
  for (const path of readdirSync(layouts, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(layouts, path), now, now);
}
