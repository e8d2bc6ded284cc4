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
import { ELEVENTY, keptFolders, readIfThere, SELDOM } from './kept-folders.js';

/** Where it is noted what Eleventy was compiled from. */
const NOTE = 'eleventy.json';

/** What V8 made of it, by each kind of command. */
const CODE = /^eleventy-.*\.cache$/;

/**
 * @typedef {{
 *   readonly madeWith: string,
 *   readonly version: string,
 *   readonly files: Readonly<Record<string, string>>,
 * }} Note What it was compiled with; the fingerprint of what is in its files; and which these are, each with its size and time.
 */

/**
 * Notes what Eleventy was compiled from, for programs that are compiled later.
 *
 * @param {string} folder That of the compiled program.
 * @param {string} program
 * @param {import('esbuild').Metafile} metafile
 */
export function noteEleventy(folder, program, { inputs }) {
  const paths = Object.keys(inputs).filter((path) => path !== '<stdin>');
  const files = paths.map((path) => join(program, path));
  /** @type {Note} */
  const note = {
    madeWith: madeWith(program),
    version: eleventyIn(folder),
    files: Object.fromEntries(files.map((path) => [path, sizeAndTime(path)])),
  };
  writeFileSync(join(folder, NOTE), JSON.stringify(note));
}

/**
 * Takes Eleventy over from a program that was compiled earlier, with what V8 made of it, if it would be compiled to the same again.
 *
 * @param {string} folder That of the program which is being compiled.
 * @param {string} program
 * @returns {string | undefined} The fingerprint of Eleventy, if there was one to take.
 */
export function takeOverEleventy(folder, program) {
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

/** The fingerprint of Eleventy, as it was noted. @param {string} folder That of a compiled program. @returns {string} */
export function eleventyIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).eleventy;
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
    for (const name of [ELEVENTY, `${ELEVENTY}.map`, SELDOM, NOTE, ...code]) {
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

/** Changes with what says how Eleventy is compiled, and with which versions of its packages. @param {string} program */
function madeWith(program) {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['bundle.js', 'to-ascii.js', 'compiled-version.js'])
    hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
  return hash.update(readIfThere(join(program, 'package-lock.json')) ?? '').digest('hex');
}

/** @param {string} path */
function sizeAndTime(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.size} ${file.mtimeMs}` : '';
}
