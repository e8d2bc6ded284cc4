import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeFolders, compile } from './compile.js';
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
 * Compiles the program, see `compile.js`.
 *
 * @param {import('./compile.js').Folders} folders
 * @throws {CompileFault} Where a newsroom's own files cannot be compiled.
 */
export async function compileOrTell(folders) {
  return compile(folders).catch((/** @type {unknown} */ fault) => {
    throw compileFaultOf(fault, folders);
  });
}

/** Commands that use much of the program, each another part of it. */
const LARGE_COMMANDS = ['build', 'check', 'serve', 'eleventy'];

/**
 * The program, compiled.
 *
 * @param {import('./compile.js').Folders} folders
 * @param {string} [command] What it is to do: what V8 made of the program when that was done before is kept for each.
 */
export async function load(folders, command = '') {
  const compiled = await compileOrTell(folders);
  const file = `program-${process.arch}-${LARGE_COMMANDS.includes(command) ? command : 'other'}.cache`;
  const codeFiles = codeFolders(compiled, folders).map((folder) => join(folder, file));
  return loadProgram(compiled, folders, { packages: await importPackages(compiled), codeFiles });
}
