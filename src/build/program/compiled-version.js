import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesIn, findOwnFiles } from './find-own-files.js';
import { isOwnPackage } from './own-packages.js';
import { isPackageApart } from './packages-apart.js';

/**
 * What the program and each layout are made of, see `src/build/program/program-version.ts`. Only contents count, so that the same
 * sources have the same version on every machine.
 *
 * @param {import('./compile.js').Folders} folders
 * @param {import('esbuild').Metafile['inputs']} inputs The files that were compiled, and what each imports; paths from the program's folder.
 * @param {readonly string[]} packages Files of packages that are not compiled in.
 */
export function versionOf({ program, newsroom }, inputs, packages) {
  const all = Object.keys(inputs).filter((path) => path !== '<stdin>' && !isOwnPackage(path) && !isPackageApart(path));
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
  const printing = [...others, ...all.filter((path) => own.has(join(program, path)))];
  const ofTexts = new Set(importsOf(printing, inputs).filter(isLayout));
  const ofNewsroom = newsroom === program ? [] : filesIn(newsroom, 'layouts').map((path) => join(newsroom, path));
  const allLayouts = [...filesIn(program, 'layouts').map((path) => join(program, path)), ...ofNewsroom];
  return {
    program: fingerprint([...others, ...ofTexts, ...packages.map((path) => relative(program, path))]),
    layouts: Object.fromEntries(layouts),
    allLayouts: fingerprint(allLayouts.map((path) => relative(program, path))),
  };
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
