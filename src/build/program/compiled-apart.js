import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ELEVENTY, keptFolders, PACKAGES, readIfThere, SELDOM } from './kept-folders.js';

/** Where it is noted what Eleventy and the packages beside it were compiled from. */
const NOTE = 'apart.json';

/** What V8 made of them, by each kind of command. */
const CODE = /^(?:eleventy|packages)-.*\.cache$/;

const FILES = [ELEVENTY, `${ELEVENTY}.map`, SELDOM, PACKAGES, `${PACKAGES}.map`, NOTE];

/**
 * @typedef {{
 *   readonly madeWith: string,
 *   readonly version: string,
 *   readonly files: Readonly<Record<string, string>>,
 * }} Note What it was compiled with; the fingerprint of what is in its files; and which these are, each with its size and time.
 */

/**
 * Notes what Eleventy and the packages beside it were compiled from, for programs that are compiled later.
 *
 * @param {string} folder That of the compiled program.
 * @param {string} program
 * @param {import('esbuild').Metafile} metafile
 */
export function noteApart(folder, program, { inputs }) {
  const paths = Object.keys(inputs).filter((path) => path !== '<stdin>');
  const files = paths.map((path) => join(program, path));
  /** @type {Note} */
  const note = {
    madeWith: madeWith(program),
    version: apartIn(folder),
    files: Object.fromEntries(files.map((path) => [path, sizeAndTime(path)])),
  };
  writeFileSync(join(folder, NOTE), JSON.stringify(note));
}

/**
 * Takes Eleventy and these packages over from a program that was compiled earlier, with what V8 made of them, if they would be compiled to the
 * same again.
 *
 * @param {string} folder That of the program which is being compiled.
 * @param {string} program
 * @returns {string | undefined} Their fingerprint, if there was anything to take.
 */
export function takeOverApart(folder, program) {
  const made = madeWith(program);
  for (const cache of keptFolders(program)) {
    if (!existsSync(cache)) continue;
    for (const earlier of readdirSync(cache)) {
      const version = takeFrom(join(cache, earlier), folder, made);
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

/** The fingerprint of Eleventy and these packages, as it was noted. @param {string} folder That of a compiled program. @returns {string} */
export function apartIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).apart;
}

/**
 * @param {string} earlier
 * @param {string} folder
 * @param {string} made
 */
function takeFrom(earlier, folder, made) {
  const text = readIfThere(join(earlier, NOTE))?.toString();
  if (text === undefined) return undefined;
  /** @type {Note} */
  const { madeWith, version, files } = JSON.parse(text);
  if (madeWith !== made || Object.entries(files).some(([path, noted]) => sizeAndTime(path) !== noted)) return undefined;
  /** @type {string[]} */
  const taken = [];
  try {
    const code = readdirSync(earlier).filter((name) => CODE.test(name));
    for (const name of [...FILES, ...code]) {
      linkOrCopy(join(earlier, name), join(folder, name));
      taken.push(join(folder, name));
    }
    return version;
  } catch {
    // Another command may be removing it.
    for (const path of taken) rmSync(path);
    return undefined;
  }
}

/** None of these files is ever written to again. @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Changes with what says how they are compiled, and with the versions of all packages. @param {string} program */
function madeWith(program) {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['bundle.js', 'packages-apart.js', 'to-ascii.js', 'compiled-version.js'])
    hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
  return hash.update(readIfThere(join(program, 'package-lock.json')) ?? '').digest('hex');
}

/** @param {string} path */
function sizeAndTime(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.size} ${file.mtimeMs}` : '';
}

/**
 * Gives the program of a newsroom the packages of Broadsheet's.
 *
 * @param {string} compiled The folder of Broadsheet's program.
 * @param {string} folder That of the newsroom's.
 */
export function takePackages(compiled, folder) {
  linkOrCopy(join(compiled, PACKAGES), join(folder, PACKAGES));
}
