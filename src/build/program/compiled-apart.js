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
import { isLayoutApart } from './layouts-apart.js';
import { isPackageApart } from './packages-apart.js';

/**
 * What is compiled apart from the rest, each to files of its own: Eleventy with packages that are seldom used, and Broadsheet's own code.
 *
 * @typedef {'apart' | 'code'} Part
 */

/** Their files, and how what V8 made of them, by each kind of command, is called. */
const PARTS = {
  apart: {
    files: [ELEVENTY, `${ELEVENTY}.map`, SELDOM, PACKAGES, `${PACKAGES}.map`],
    kept: /^(?:eleventy|packages)-.*\.cache$/,
  },
  code: { files: ['program.cjs', 'program.cjs.map'], kept: /^program-.*\.cache$/ },
};

/** Where it is noted what one was compiled from. @param {Part} part */
const noteOf = (part) => `${part}.json`;

/**
 * @typedef {{ readonly madeWith: string, readonly files: Readonly<Record<string, string>> }} Note What it was compiled with; and its files, from
 *   Broadsheet's folder, each with its size and time.
 */

/**
 * Notes what a part was compiled from, for programs that are compiled later.
 *
 * @param {Part} part
 * @param {string} folder That of the compiled program.
 * @param {string} program
 * @param {import('esbuild').Metafile} metafile
 */
export function notePart(part, folder, program, { inputs }) {
  const paths = Object.keys(inputs).filter(
    (path) => path !== '<stdin>' && !isPackageApart(path) && !isLayoutApart(path),
  );
  /** @type {Note} */
  const note = {
    madeWith: madeWith(program),
    files: Object.fromEntries(paths.map((path) => [path, sizeAndTime(join(program, path))])),
  };
  writeFileSync(join(folder, noteOf(part)), JSON.stringify(note));
}

/**
 * Takes both parts over from programs that were compiled earlier, with what V8 made of them, as far as they would be compiled to the same again.
 *
 * @param {string} folder That of the program which is being compiled.
 * @param {string} program
 * @returns {import('./bundle.js').Known}
 */
export function takeOver(folder, program) {
  const [apart, code] = [takePart('apart', folder, program), takePart('code', folder, program)];
  return { ...(apart ? { apart: apart.apart } : {}), ...(code ? { code: code.code } : {}) };
}

/**
 * @param {Part} part
 * @param {string} folder
 * @param {string} program
 */
function takePart(part, folder, program) {
  const made = madeWith(program);
  for (const cache of keptFolders(program)) {
    for (const from of newestFirst(cache)) {
      if (from !== folder && isStill(part, from, { program, made }) && takeFrom(part, from, folder))
        return versionIn(from);
    }
  }
  return undefined;
}

/** The compiled programs in a folder, those first of which something was kept last. @param {string} cache @returns {readonly string[]} */
function newestFirst(cache) {
  if (!existsSync(cache)) return [];
  const times = readdirSync(cache).map((name) => {
    const path = join(cache, name);
    // Another command may have removed it meanwhile.
    return /** @type {const} */ ([path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]);
  });
  return times.sort((one, other) => other[1] - one[1]).map(([path]) => path);
}

/** What is noted of the version of a compiled program. @param {string} folder @returns {{ readonly code: import('./compiled-version.js').CodeVersion, readonly apart: string }} */
function versionIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8'));
}

/**
 * @param {Part} part
 * @param {string} earlier
 * @param {{ readonly program: string, readonly made: string }} now
 */
function isStill(part, earlier, { program, made }) {
  const text = readIfThere(join(earlier, noteOf(part)))?.toString();
  if (text === undefined || !existsSync(join(earlier, 'version.json'))) return false;
  /** @type {Note} */
  const { madeWith, files } = JSON.parse(text);
  return (
    madeWith === made && Object.entries(files).every(([path, noted]) => sizeAndTime(join(program, path)) === noted)
  );
}

/**
 * @param {Part} part
 * @param {string} earlier
 * @param {string} folder
 */
function takeFrom(part, earlier, folder) {
  const { files, kept } = PARTS[part];
  /** @type {string[]} */
  const taken = [];
  try {
    const code = readdirSync(earlier).filter((name) => kept.test(name));
    for (const name of [...files, noteOf(part), ...code]) {
      linkOrCopy(join(earlier, name), join(folder, name));
      taken.push(join(folder, name));
    }
    return true;
  } catch {
    // Another command may be removing it.
    for (const path of taken) rmSync(path);
    return false;
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
  for (const name of [
    'bundle.js',
    'import-late.js',
    'packages-apart.js',
    'layouts-apart.js',
    'to-ascii.js',
    'compiled-version.js',
  ])
    hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
  return hash.update(readIfThere(join(program, 'package-lock.json')) ?? '').digest('hex');
}

/** @param {string} path */
function sizeAndTime(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.size} ${file.mtimeMs}` : '';
}

/**
 * Gives the program of a newsroom all of Broadsheet's but its layouts.
 *
 * @param {string} compiled The folder of Broadsheet's program.
 * @param {string} folder That of the newsroom's.
 * @returns {import('./bundle.js').Known}
 */
export function takeProgram(compiled, folder) {
  for (const name of ['program.cjs', 'program.cjs.map', 'program.cjs.map.gz', PACKAGES])
    if (existsSync(join(compiled, name))) linkOrCopy(join(compiled, name), join(folder, name));
  return versionIn(compiled);
}
