import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.js';
import { loadProgram } from './load-program.js';

/**
 * The folder of Broadsheet, and that of the newsroom: where the command was given, if that has settings for Eleventy, and
 * otherwise Broadsheet's, which has its own layouts only.
 *
 * @returns {import('./compile.js').Folders}
 */
export function foldersHere() {
  const program = join(fileURLToPath(import.meta.url), '../../../..');
  const here = realpathSync(process.cwd());
  return { program, newsroom: existsSync(join(here, '.eleventy.ts')) ? here : program };
}

/**
 * The program, compiled; where the compiled files cannot be kept, as TypeScript.
 *
 * @param {import('./compile.js').Folders} folders
 */
export async function load(folders) {
  try {
    return loadProgram(await compile(folders), folders);
  } catch (fault) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (fault);
    if (code === undefined || !['EACCES', 'EROFS', 'EPERM'].includes(code)) throw fault;
    process.env.TSX_TSCONFIG_PATH ??= join(folders.program, 'tsconfig.json');
    const { register } = await import('tsx/esm/api');
    register();
    return { program: await import('../../cli/main.ts'), keep: () => {} };
  }
}
