import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporary } from '../../disk/temporary.js';

/** The folder of the package that has its compiled program. */
export const SHIPPED = 'dist';

/** The file of Eleventy, compiled, in the folder of Broadsheet's compiled program. */
export const ELEVENTY = 'bundled-eleventy.cjs';

/** The file beside a program of layouts, and of what a newsroom adds. */
export const LAYOUTS = 'layouts.cjs';

/** The file beside it of what Eleventy seldom uses. */
export const SELDOM = 'seldom.cjs';

/** The file beside a program of packages that it seldom uses itself. */
export const PACKAGES = 'bundled-packages.cjs';

/** Where a newsroom's own code is. What that imports from elsewhere in the newsroom is noted in {@link OTHERS}. */
export const OWN_CODE = ['layouts', 'rules', '.eleventy.ts'];
export const OTHERS = 'others.json';

const HOUR = 3_600_000;

/**
 * Where compiled programs are kept, in a folder for each: beside the packages that they were compiled with, or beside what builds keep,
 * where packages may not be written to.
 */
const PLACES = ['node_modules/.cache/broadsheet', '.cache/program'];

/** Whether Broadsheet is an installed package: that has its program with it, and no tests. @param {string} program */
export function isPackage(program) {
  return existsSync(join(program, SHIPPED, 'program.cjs')) && !existsSync(join(program, 'tests'));
}

/** @param {string} project Absolute path of the folder of Broadsheet, or of a newsroom. */
export function keptFolders(project) {
  return PLACES.map((place) => join(project, place));
}

/**
 * The first of these folders that can be written to. Where none can, one that goes with the process.
 *
 * @param {string} project
 */
export function writableFolder(project) {
  return keptFolders(project).find(canBeWritten) ?? temporaryFolder();
}

/**
 * Removes what was compiled from earlier sources, but not what a command that still runs may have started from.
 *
 * @param {string} folder One of these.
 */
export function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another command may have removed it meanwhile.
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry && entry.mtimeMs < Date.now() - HOUR) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} folder Is made, if it can be. */
function canBeWritten(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @type {string | undefined} */
let temporary;

function temporaryFolder() {
  if (temporary !== undefined) return temporary;
  const folder = makeTemporary('broadsheet-program-', []);
  temporary = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.stderr.write(
    `Compiling for this command only: neither ${PLACES.join(' nor ')} can be written to; make one of them writable\n`,
  );
  return folder;
}

/** @param {string} path */
export function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
