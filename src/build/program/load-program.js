import { isAscii } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { removeOld } from './kept-folders.js';

/**
 * What the compiled program has to offer.
 *
 * @typedef {{
 *   readonly main: (args: readonly string[]) => Promise<void>,
 *   readonly broadsheet: typeof import('../eleventy-command.ts').broadsheet,
 *   readonly runTask: typeof import('../workers/tasks.ts').runTask,
 *   readonly share: typeof import('../workers/tasks.ts').share,
 *   readonly packFault: typeof import('../workers/tasks.ts').packFault,
 * }} Program
 */

/**
 * Loads the compiled program with what the machine's compiler made of it when it ran before. That is half of the
 * start-up of a small build.
 *
 * @param {string} folder Path of the folder of the compiled files.
 * @param {import('./compile.js').Folders} folders
 * @param {{
 *   readonly packages?: Readonly<Record<string, unknown>>,
 *   readonly codeFiles?: readonly string[],
 * }} [options] What `importPackages` has imported; and where what the compiler made is kept: files by which it may be known, best first.
 * @returns {{ program: Program, keep: () => void }} The program, and what to call when it has run.
 */
export function loadProgram(folder, { program, newsroom }, { packages = {}, codeFiles = [] } = {}) {
  const filename = join(folder, 'program.cjs');
  const bytes = readFileSync(filename);
  // V8 takes twice the memory, and three times as long, for a text that may have any letter.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const cachedData = firstOf(codeFiles);
  // Its lines are those of the file, for who looks a place of an error up.
  const wrapped = `(function (exports, require, module, __filename, __dirname, $import, $loaded, $urlInEleventy, $packages) {\n${source}\n})`;
  const options = { filename, lineOffset: -1 };
  const script = new Script(wrapped, cachedData ? { ...options, cachedData } : options);
  const module = { exports: {} };
  const require = createRequire(join(program, 'package.json'));
  const importUrl = (/** @type {string} */ url) => import(url);
  const urlInEleventy = (/** @type {string} */ path) => pathToFileURL(join(folderOfEleventy(require), path)).href;
  const own = [importUrl, { program, newsroom, compiled: folder, codeFiles }, urlInEleventy, packages];
  script.runInThisContext()(module.exports, require, module, filename, folder, ...own);
  Object.assign(globalThis, { [Symbol.for('broadsheet')]: module.exports });
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  return {
    program: /** @type {Program} */ (module.exports),
    keep: () => {
      if (!isKept && codeFiles.length > 0) keep(codeFiles, script.createCachedData());
    },
  };
}

/** @type {string | undefined} */
let eleventy;

/** @param {NodeJS.Require} require */
function folderOfEleventy(require) {
  eleventy ??= join(require.resolve('@11ty/eleventy'), '../..');
  return eleventy;
}

/** @param {readonly string[]} files */
function firstOf(files) {
  for (const path of files) {
    const bytes = readIfThere(path);
    if (bytes) return bytes;
  }
  return undefined;
}

/** @param {string} path */
export function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Where it cannot be kept, the next start is as slow as this one, and nothing else.
 *
 * @param {readonly string[]} files
 * @param {Buffer} data
 */
function keep(files, data) {
  for (const path of files) {
    try {
      makeFolder(dirname(path));
      writeFileSync(`${path}.${process.pid}`, data);
      renameSync(`${path}.${process.pid}`, path);
      return;
    } catch {}
  }
}

/** @param {string} folder One for a program, beside those of earlier ones. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  removeOld(dirname(folder));
}
