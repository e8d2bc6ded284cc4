import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { notePart, takeOver, takeProgram } from './compiled-apart.js';
import { filesIn, findOwnFiles } from './find-own-files.js';
import {
  isPackage,
  keptFolders,
  OTHERS,
  OWN_CODE,
  readIfThere,
  removeOld,
  SHIPPED,
  writableFolder,
} from './kept-folders.js';

/**
 * Where a program is compiled from: the folder of Broadsheet, and the newsroom's with layouts and settings of its own, which
 * may be the same. Absolute paths.
 *
 * @typedef {{ readonly program: string, readonly newsroom: string }} Folders
 */

/**
 * Compiles the program, `program.cjs`, its layouts with Eleventy's configuration, `layouts.cjs`, and Eleventy itself, unless that
 * was done before and no file has changed since. Running TypeScript as it is would cost each command more than it takes
 * to build a small site. The package has its program with it; it is compiled again only for what a newsroom puts in its place.
 *
 * @param {Folders} folders
 * @returns {Promise<string>} Path of the folder of the compiled files.
 */
export async function compile(folders) {
  const { program, newsroom } = folders;
  const isOwn = newsroom !== program && hasOwnCode(folders);
  if (!isOwn && isPackage(program)) return join(program, SHIPPED);
  const sources = isOwn ? folders : { program, newsroom: program };
  const project = sources.newsroom;
  const name = fingerprintOfSources(sources);
  const compiled = keptFolders(project).find((kept) => existsSync(join(kept, name)));
  if (compiled !== undefined) return join(compiled, name);
  const cache = writableFolder(project);
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    // It is seldom needed.
    const { compileTo } = await import('./bundle.js');
    // A newsroom has layouts and settings of its own, and all else from Broadsheet.
    const ours = isOwn ? await compile({ program, newsroom: program }) : undefined;
    const known = ours === undefined ? takeOver(unfinished, program) : takeProgram(ours, unfinished);
    const { apart, code } = await compileTo(unfinished, sources, known);
    if (apart) notePart('apart', unfinished, program, apart);
    if (code) notePart('code', unfinished, program, code);
    noteOthers(unfinished, cache);
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    throw fault;
  }
  removeOld(cache);
  // What else the sources import is known by now.
  const target = join(cache, fingerprintOfSources(sources));
  putInPlace(unfinished, target);
  return target;
}

/**
 * The folders that keep what V8 made of a compiled program, the first that can be written to: that of Broadsheet's own, whatever layouts it
 * runs with; but for the shipped one, which several newsrooms may share.
 *
 * @param {string} compiled Path of the folder of the compiled files.
 * @param {Folders} folders
 * @returns {Promise<readonly string[]>}
 */
export async function codeFolders(compiled, { program, newsroom }) {
  const ours = { program, newsroom: program };
  const folder = newsroom === program ? compiled : await compile(ours);
  if (folder !== join(program, SHIPPED)) return [folder];
  const name = fingerprintOfSources(ours);
  return keptFolders(newsroom).map((folder) => join(folder, name));
}

/** What `.eleventy.ts` says that adds nothing of its own. */
const PLAIN_SETTINGS = /^\s*export\s*\{\s*default\s*\}\s*from\s*(['"])broadsheet\1;?\s*$/;

/**
 * Whether a newsroom has code that the program is to be compiled with: layouts that are components, house rules, or settings that add
 * something.
 *
 * @param {Folders} folders
 */
function hasOwnCode({ program, newsroom }) {
  const settings = withoutComments(readFileSync(join(newsroom, '.eleventy.ts'), 'utf8'));
  const hasLayouts = filesIn(newsroom, 'layouts').some((path) => /\.tsx?$/.test(path));
  return hasLayouts || !PLAIN_SETTINGS.test(settings) || findOwnFiles({ program, newsroom }).rules.length > 0;
}

/** @param {string} code */
function withoutComments(code) {
  return code.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|^\s*\/\/.*$/gm, '');
}

/** What a program is compiled from. Of an installed package, its description changes with all else; its files have the same times in every release. */
const SOURCES = ['src', 'layouts', 'rules', '.eleventy.ts', 'package-lock.json', 'tsconfig.json'];
const OF_PACKAGE = ['package.json', 'dist/version.json'];
/** Lockfiles change with the packages that settings import. */
const LOCKFILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];
const OF_NEWSROOM = [...OWN_CODE, ...LOCKFILES];

/**
 * Changes with the path, size and time of change of any source file. It names the folder of what is compiled of them.
 *
 * @param {Folders} folders
 */
export function fingerprintOfSources({ program, newsroom }) {
  const hash = createHash('sha256').update(`${process.version} ${program}\n`);
  if (isPackage(program)) for (const name of OF_PACKAGE) hash.update(readFileSync(join(program, name)));
  const ofProgram = isPackage(program) ? [] : SOURCES.map((name) => join(program, name));
  const ofNewsroom = newsroom === program ? [] : OF_NEWSROOM.map((name) => join(newsroom, name));
  const open = [...ofProgram, ...ofNewsroom, ...othersOf(newsroom)];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const file = statSync(path, { throwIfNoEntry: false });
    if (!file) continue;
    if (file.isDirectory()) for (const name of readdirSync(path)) open.push(join(path, name));
    else hash.update(`${path} ${file.size} ${file.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Notes the files that {@link othersOf} tells, at once: other commands may read the note meanwhile.
 *
 * @param {string} compiled Path of the folder of the compiled files.
 * @param {string} cache
 */
function noteOthers(compiled, cache) {
  const [found, note] = [join(compiled, OTHERS), join(cache, OTHERS)];
  if (!existsSync(found)) return rmSync(note, { force: true });
  cpSync(found, `${note}-${process.pid}`);
  renameSync(`${note}-${process.pid}`, note);
}

/**
 * The files beside these that a newsroom's own code imports, as they were found when it was compiled.
 *
 * @param {string} project
 * @returns {readonly string[]} Absolute paths.
 */
function othersOf(project) {
  const [noted] = keptFolders(project).flatMap((folder) => readIfThere(join(folder, OTHERS))?.toString() ?? []);
  return JSON.parse(noted ?? '[]');
}

/**
 * Another command may have put the same files in place meanwhile.
 *
 * @param {string} unfinished
 * @param {string} folder
 */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw fault;
  }
}
