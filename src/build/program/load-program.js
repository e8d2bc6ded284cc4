import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { Script } from 'node:vm';
import { forgetAgain, keepCompiled, setV8ForLoading } from '../v8-settings.js';
import { ELEVENTY, LAYOUTS, PACKAGES, readIfThere, removeOld, SELDOM, SHIPPED } from './kept-folders.js';
import { findApart } from './packages-apart.js';
import { withinTime } from './time-limit.js';

/** How long the files of a newsroom's own may take to be loaded with the program, in milliseconds. It takes a tenth of a second. */
export const LOAD_LIMIT = 30_000;

/**
 * What the compiled program has to offer.
 *
 * @typedef {{
 *   readonly main: (args: readonly string[]) => Promise<void>,
 *   readonly broadsheet: typeof import('../eleventy-command.ts').broadsheet,
 *   readonly runTask: typeof import('../workers/tasks.ts').runTask,
 *   readonly share: typeof import('../workers/tasks.ts').share,
 *   readonly packFault: typeof import('../workers/tasks.ts').packFault,
 *   readonly checkHere: typeof import('../editing/publish/check/check-files.ts').checkHere,
 * }} Program
 */

/**
 * And what that is told when it is loaded.
 *
 * @typedef {Program & {
 *   readonly useCompiledLayouts: typeof import('../layouts.ts').useCompiledLayouts,
 *   readonly useOwnFiles: typeof import('./own-files.ts').useOwnFiles,
 * }} Compiled
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
  // Settings are those of all threads.
  if (isMainThread) setV8ForLoading();
  const require = createRequire(join(program, 'package.json'));
  const importUrl = (/** @type {string} */ url) => import(url);
  const urlInEleventy = (/** @type {string} */ path) => pathToFileURL(join(folderOfEleventy(require), path)).href;
  const loaded = { program, newsroom, compiled: folder, codeFiles };
  /** @type {(() => void)[]} */
  const keeping = [];
  /** @type {import('./layouts-apart.js').CompiledLayouts | undefined} */
  let layouts;
  const run = (/** @type {string} */ filename, /** @type {readonly string[]} */ kept) => {
    const { script, keep } = readScript(filename, kept);
    keeping.push(keep);
    const module = { exports: {} };
    const beside = dirname(filename);
    const seldom = (/** @type {string} */ name) => require(join(beside, SELDOM))[name]();
    const ours = [importUrl, loaded, urlInEleventy, packages, importEleventy, late, seldom, apart, () => exports];
    script.runInThisContext()(module.exports, require, module, filename, beside, ...ours);
    return module.exports;
  };
  /** @type {object | undefined} */
  let eleventy;
  const importEleventy = async () => {
    const file = await fileOfEleventy(folder, program);
    eleventy ??= run(file, codeFilesOf('eleventy'));
    return eleventy;
  };
  const codeFilesOf = (/** @type {string} */ name) =>
    codeFiles.map((path) => path.replace(/program(?=[^/\\]*$)/, name));
  const isOwn = newsroom !== program && folder !== join(program, SHIPPED);
  // Of one program there are as many layouts as newsrooms.
  const ofLayouts = codeFilesOf('layouts').map((path) => (isOwn ? join(folder, basename(path)) : path));
  const packagesApart = findApart(() => run(join(folder, PACKAGES), codeFilesOf('packages')));
  const apart = (/** @type {string} */ name) => layouts?.used[name] ?? packagesApart(name);
  const ofNewsroom = (/** @type {() => any} */ act) => (newsroom === program ? act() : withinTime(act, LOAD_LIMIT));
  layouts = /** @type {import('./layouts-apart.js').CompiledLayouts} */ (
    ofNewsroom(() => run(join(folder, LAYOUTS), ofLayouts))
  );
  const exports = /** @type {Compiled} */ (run(join(folder, 'program.cjs'), codeFiles));
  exports.useCompiledLayouts(layouts.pages);
  exports.useOwnFiles(layouts.ownFiles);
  Object.assign(globalThis, { [Symbol.for('broadsheet')]: { eleventy: ofNewsroom(layouts.settings) } });
  return {
    program: exports,
    keep: () => {
      for (const keep of keeping) keep();
    },
  };
}

/**
 * Stands for something that is loaded when it is first used.
 *
 * @param {() => any} load Gives a function, a class or an object with members.
 */
function late(load) {
  return new Proxy(anything, {
    apply: (_, self, args) => Reflect.apply(load(), self, args),
    construct: (_, args) => Reflect.construct(load(), args),
    get: (_, name) => load()[name],
  });
}

/** Can be called and constructed. */
function anything() {}

/**
 * Eleventy, compiled: with the program, unless that is a newsroom's, which has it from Broadsheet's.
 *
 * @param {string} folder
 * @param {string} program
 */
async function fileOfEleventy(folder, program) {
  const beside = join(folder, ELEVENTY);
  if (existsSync(beside)) return beside;
  const { compile } = await import('./compile.js');
  return join(await compile({ program, newsroom: program }), ELEVENTY);
}

/** Whether what V8 makes is to be kept: of one file it may be kept already, and of another not. */
let isKeeping = false;

/**
 * @param {string} filename
 * @param {readonly string[]} codeFiles
 * @returns {{ script: Script, keep: () => void }} What is in a file, and what to call when it has run.
 */
function readScript(filename, codeFiles) {
  const cachedData = firstOf(codeFiles);
  if (isKeeping && cachedData) forgetAgain();
  const script = new Script(readFileSync(filename, 'latin1'), cachedData ? { filename, cachedData } : { filename });
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  const isToKeep = !isKept && codeFiles.length > 0;
  isKeeping ||= isToKeep;
  if (isKeeping) keepCompiled();
  return {
    script,
    keep: () => {
      if (!isToKeep) return;
      setV8ForLoading();
      keep(codeFiles, script.createCachedData());
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
