import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

/**
 * Loads the compiled program with what the machine's compiler made of it when it ran before. That is half of the
 * start-up of a small build.
 *
 * @param {string} folder Path of the folder of the compiled files.
 * @param {import('./compile.js').Folders} folders
 * @param {Readonly<Record<string, unknown>>} [packages] What `importPackages` has imported.
 * @returns {{ program: { main: (args: readonly string[]) => Promise<void> }, keep: () => void }} The program, and what to
 *   call when it has run.
 */
export function loadProgram(folder, { program, newsroom }, packages = {}) {
  const filename = join(folder, 'program.cjs');
  const cacheFile = join(folder, `program.${process.arch}.cache`);
  const source = readFileSync(filename, 'utf8');
  const cachedData = readIfThere(cacheFile);
  // Its lines are those of the file, for who looks a place of an error up.
  const wrapped = `(function (exports, require, module, __filename, __dirname, $import, $loaded, $urlInEleventy, $packages) {\n${source}\n})`;
  const options = { filename, lineOffset: -1 };
  const script = new Script(wrapped, cachedData ? { ...options, cachedData } : options);
  const module = { exports: {} };
  const require = createRequire(join(program, 'package.json'));
  const importUrl = (/** @type {string} */ url) => import(url);
  const urlInEleventy = (/** @type {string} */ path) => pathToFileURL(join(folderOfEleventy(require), path)).href;
  const own = [importUrl, { program, newsroom, compiled: folder }, urlInEleventy, packages];
  script.runInThisContext()(module.exports, require, module, filename, folder, ...own);
  Object.assign(globalThis, { [Symbol.for('broadsheet')]: module.exports });
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  return {
    program: /** @type {{ main: (args: readonly string[]) => Promise<void> }} */ (module.exports),
    keep: () => {
      if (!isKept) keep(cacheFile, script.createCachedData());
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
 * @param {string} path
 * @param {Buffer} data
 */
function keep(path, data) {
  try {
    writeFileSync(`${path}.${process.pid}`, data);
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}
