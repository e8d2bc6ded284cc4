import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.js';
import { loadProgram } from './load-program.js';
import { importPackages } from './own-packages.js';

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

/** Layouts or settings of a newsroom cannot be compiled. Its message says where and what. */
export class CompileFault extends Error {
  name = 'CompileFault';
}

/**
 * What the compiler says of a newsroom's own files, if it says anything of those.
 *
 * @param {unknown} fault
 * @param {import('./compile.js').Folders} folders
 */
function compileFaultOf(fault, { program, newsroom }) {
  const errors = /** @type {Partial<import('esbuild').BuildFailure>} */ (fault).errors;
  if (!Array.isArray(errors) || errors.length === 0) return fault;
  const told = errors.map(({ text, location }) => {
    if (!location) return text;
    const path = relative(newsroom, join(program, location.file)).replaceAll(sep, '/');
    return `${path}:${location.line}:${location.column + 1} ${text}\n  ${location.lineText.trim()}`;
  });
  const hint = 'hint: correct the file, or remove it: Broadsheet has one of its own where it is no new one';
  return new CompileFault(`${told.join('\n')}\n  ${hint}`);
}

/**
 * The program, compiled; where the compiled files cannot be kept, as TypeScript.
 *
 * @template Program
 * @param {import('./compile.js').Folders} folders
 * @param {() => Promise<Program>} importSources Imports it as TypeScript.
 */
export async function load(folders, importSources) {
  try {
    const compiled = await compile(folders);
    return loadProgram(compiled, folders, await importPackages(compiled));
  } catch (fault) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (fault);
    if (code === undefined) throw compileFaultOf(fault, folders);
    if (!['EACCES', 'EROFS', 'EPERM'].includes(code)) throw fault;
    process.env.TSX_TSCONFIG_PATH ??= join(folders.program, 'tsconfig.json');
    const { register } = await import('tsx/esm/api');
    register();
    return { program: await importSources(), keep: () => {} };
  }
}
