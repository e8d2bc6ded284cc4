import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesIn as filesOfFolder, findOwnFiles } from './find-own-files.js';
import { isLayoutApart } from './layouts-apart.js';
import { isOwnPackage } from './own-packages.js';
import { isPackageApart } from './packages-apart.js';

/** What stands for Broadsheet's own code where layouts and settings import it. */
export const PROGRAM = 'program';

/**
 * Of what Broadsheet's own code is made, without layouts, and what it uses of these.
 *
 * @typedef {{ readonly files: string, readonly layouts: import('./layouts-apart.js').LayoutUses }} CodeVersion
 */

/**
 * @param {string} program
 * @param {import('esbuild').Metafile['inputs']} inputs The files that it was compiled from.
 * @param {import('./layouts-apart.js').LayoutUses} layouts
 * @returns {CodeVersion}
 */
export function codeVersion(program, inputs, layouts) {
  const files = filesIn(inputs);
  return { files: fingerprintOfFiles(files, { program, newsroom: program }), layouts };
}

/** Those that are files, and of Broadsheet or compiled into it. @param {import('esbuild').Metafile['inputs']} inputs */
function filesIn(inputs) {
  return Object.keys(inputs).filter(
    (path) => !/^<stdin>$|^program:/.test(path) && !isOwnPackage(path) && !isApart(path),
  );
}

/** @param {string} path */
function isApart(path) {
  return isPackageApart(path) || isLayoutApart(path);
}

/**
 * What the program and each layout are made of, see `src/build/program/program-version.ts`. Only contents count, so that the same
 * sources have the same version on every machine.
 *
 * @param {import('./compile.js').Folders} folders
 * @param {{
 *   readonly code: CodeVersion,
 *   readonly layouts: import('esbuild').Metafile['inputs'],
 *   readonly packages: readonly string[],
 * }} compiled Broadsheet's own code; the files of layouts and of what a newsroom adds, and what each imports, paths from the program's folder; files
 *   of packages that are not compiled in.
 */
export function versionOf({ program, newsroom }, { code, layouts: inputs, packages }) {
  const all = filesIn(inputs);
  const names = new Map(all.map((path) => [path, nameOfLayout(path, { program, newsroom })]));
  const isLayout = (/** @type {string} */ path) => names.get(path) !== undefined;
  const fingerprint = (/** @type {readonly string[]} */ paths) => fingerprintOfFiles(paths, { program, newsroom });
  const layouts = all.flatMap((path) => {
    const name = names.get(path);
    if (name === undefined || !/^[^/]+\.tsx$/.test(name)) return [];
    const own = importsOf([path], inputs).filter(isLayout);
    return [[name.slice(0, -'.tsx'.length), fingerprint(own)]];
  });
  const others = all.filter((path) => !isLayout(path));
  // What prints directives is a part of the program: texts of stories are kept as it printed them.
  const own = new Set(findOwnFiles({ program, newsroom }).directives.map((path) => join(newsroom, path)));
  const isUsed = (/** @type {string} */ path) =>
    `layouts/${names.get(path)}` in code.layouts || own.has(join(program, path));
  const ofTexts = importsOf([...others, ...all.filter(isUsed)], inputs).filter(isLayout);
  const ofNewsroom = newsroom === program ? [] : filesOf(newsroom);
  return {
    program: fingerprintOfTexts(
      code.files,
      fingerprint([...others, ...new Set(ofTexts), ...packages.map((path) => relative(program, path))]),
    ),
    layouts: Object.fromEntries(layouts),
    allLayouts: fingerprint([...filesOf(program), ...ofNewsroom].map((path) => relative(program, path))),
  };
}

/** @param {string} project */
function filesOf(project) {
  return filesOfFolder(project, 'layouts').map((path) => join(project, path));
}

/** @param {readonly string[]} texts */
function fingerprintOfTexts(...texts) {
  return createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, 16);
}

/**
 * Changes with what the files are called and with what is in them.
 *
 * @param {readonly string[]} paths From the program's folder.
 * @param {import('./compile.js').Folders} folders
 */
export function fingerprintOfFiles(paths, { program, newsroom }) {
  const hash = createHash('sha256');
  const nameOf = (/** @type {string} */ file) => {
    // Packages are installed at places that differ.
    const start = file.lastIndexOf(`node_modules${sep}`);
    return start === -1 ? relative(newsroom, file) : file.slice(start);
  };
  const files = paths.map((path) => join(program, path));
  const named = files.map((file) => /** @type {const} */ ([nameOf(file), file]));
  for (const [name, file] of named.sort()) hash.update(`${name}\n`).update(readFileSync(file)).update('\0');
  return hash.digest('base64url').slice(0, 16);
}

/**
 * The path of a layout from `layouts/`, if a file is one of Broadsheet's or of the newsroom's.
 *
 * @param {string} path From the program's folder.
 * @param {import('./compile.js').Folders} folders
 */
function nameOfLayout(path, { program, newsroom }) {
  const file = join(program, path);
  for (const folder of [program, newsroom]) {
    const layouts = join(folder, 'layouts') + sep;
    if (file.startsWith(layouts)) return file.slice(layouts.length).replaceAll(sep, '/');
  }
  return undefined;
}

/**
 * Files and all that they import, and what those import.
 *
 * @param {readonly string[]} paths
 * @param {import('esbuild').Metafile['inputs']} inputs
 */
function importsOf(paths, inputs) {
  const found = new Set(paths);
  for (const file of found) for (const imported of inputs[file]?.imports ?? []) found.add(imported.path);
  return [...found].filter((file) => file in inputs);
}
