import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeFolders, compile } from './compile.js';
import { LOAD_LIMIT, loadProgram } from './load-program.js';
import { importPackages } from './own-packages.js';
import { TimeLimitFault } from './time-limit.js';

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
  const shown = (/** @type {string} */ file) => relative(newsroom, join(program, file)).replaceAll(sep, '/');
  const missing = errors.map(({ text, location }) => {
    const [, file, name] = /^No matching export in "(.+)" for import "(.+)"$/.exec(text) ?? [];
    const isOfOurs = location && !location.file.startsWith('..');
    return isOfOurs && file?.startsWith('..') ? { file: shown(file), name, by: location.file } : undefined;
  });
  const told = errors.flatMap(({ text, location }, index) => {
    if (missing[index]) return [];
    if (!location) return [text];
    return [`${shown(location.file)}:${location.line}:${location.column + 1} ${text}\n  ${location.lineText.trim()}`];
  });
  const hint = '  hint: correct the file, or remove it: Broadsheet has one of its own where it is no new one';
  return new CompileFault(
    // Files of ours that import what is missing are right; what is wrong is in the one that took the place of ours.
    [...told, ...(told.length > 0 ? [hint] : []), ...describeMissing(missing.filter((one) => one !== undefined))].join(
      '\n',
    ),
  );
}

/**
 * What is said of files that lack what others import from those of Broadsheet's whose place they have taken: each once.
 *
 * @param {readonly { readonly file: string, readonly name: string | undefined, readonly by: string }[]} missing
 */
function describeMissing(missing) {
  return [...new Set(missing.map(({ file }) => file))].map((file) => {
    const of = missing.filter((one) => one.file === file);
    const list = (/** @type {readonly (string | undefined)[]} */ names) =>
      [...new Set(names)].map((name) => `\`${name}\``).join(', ');
    // What all layouts begin with imports each of them.
    const [by] = of.map((one) => one.by);
    const user = by === '<stdin>' ? 'which prints its pages' : `for ${list(of.map((one) => one.by))} of Broadsheet`;
    const said = `Unexpected end of its exports, expected ${list(of.map(({ name }) => name))} too, ${user}`;
    const names = of.some(({ name }) => name === 'default') ? '{ default }' : '*';
    return `${file}:1:1 ${said}\n  hint: export it, or hand on what ours has: \`export ${names} from 'broadsheet/${file}';\``;
  });
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
  const codeFiles = (await codeFolders(compiled, folders)).map((folder) => join(folder, file));
  const options = { packages: await importPackages(compiled), codeFiles };
  try {
    return loadProgram(compiled, folders, options);
  } catch (fault) {
    throw fault instanceof TimeLimitFault ? lateFault() : fault;
  }
}

function lateFault() {
  return new CompileFault(
    `layouts/ Unexpected ${LOAD_LIMIT / 1000} seconds without an end while the newsroom's own files are loaded, expected less than one\n  hint: look for a loop that never ends, outside of functions, in .eleventy.ts, in files of layouts/, and in what these import`,
  );
}
