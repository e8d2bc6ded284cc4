import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What whoever loads the compiled program says of it, see `src/build/program/load-program.js`. Paths are absolute. */
interface Loaded {
  readonly program: string;
  readonly newsroom: string;
  /** The folder of the compiled files. */
  readonly compiled: string;
  /** Where what V8 made of it is kept. */
  readonly codeFiles: readonly string[];
}

declare const $loaded: Loaded;

const loaded: Loaded | undefined = typeof $loaded === 'undefined' ? undefined : $loaded;

/** The folder of Broadsheet itself: its `layouts/`, its `src/`, its package.json. */
export const PROGRAM = loaded?.program ?? fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The file that makes a folder a newsroom's own: Eleventy's configuration. */
export const SETTINGS = '.eleventy.ts';

/**
 * The newsroom's own folder, with layouts and settings of its own: where the command was given, if that is one. Otherwise
 * Broadsheet's, which has only its own.
 */
export const NEWSROOM = loaded?.newsroom ?? (existsSync(SETTINGS) ? process.cwd() : PROGRAM);

/** The folder of the compiled program, if that is what runs. */
export const COMPILED = loaded?.compiled;

/** Where what V8 made of the compiled program is kept: files by which it may be known, best first. */
export const CODE_FILES = loaded?.codeFiles ?? [];

/** Eleventy's configuration: beside the compiled program, if that is what runs. */
export const CONFIGURATION = COMPILED === undefined ? join(NEWSROOM, SETTINGS) : join(COMPILED, 'eleventy.cjs');

/** An empty folder, for what Eleventy is to find nothing in. */
export const EMPTY_FOLDER = join(PROGRAM, 'src/eleventy/no-pages');

/** Loads what Broadsheet depends on, wherever that is installed. */
export const requireInProgram = createRequire(join(PROGRAM, 'package.json'));

/** Whether the newsroom may have layouts of its own. */
export const HAS_OWN_FOLDER = NEWSROOM !== PROGRAM;

/** The folder of the newsroom's layouts; Broadsheet's, if it has none of its own. */
export const OWN_LAYOUTS =
  [NEWSROOM, PROGRAM].map((folder) => join(folder, 'layouts')).find((folder) => existsSync(folder)) ?? NEWSROOM;
const LAYOUTS = join(PROGRAM, 'layouts');

/** Whether the newsroom has any. */
export const HAS_OWN_LAYOUTS = HAS_OWN_FOLDER && existsSync(join(NEWSROOM, 'layouts'));

/** The path of a file of `layouts/`: the newsroom's, where it has one there. */
export function layoutFile(path: string): string {
  const own = join(OWN_LAYOUTS, path);
  return HAS_OWN_FOLDER && existsSync(own) ? own : join(LAYOUTS, path);
}

/** The names of the files of a folder of `layouts/`, the newsroom's and Broadsheet's. */
export function layoutFilesIn(folder = ''): readonly string[] {
  return [...new Set([...namesIn(join(LAYOUTS, folder)), ...namesIn(join(OWN_LAYOUTS, folder))])].sort();
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A path as people know it: from the newsroom's folder, or from Broadsheet's. */
export function shownPath(path: string): string {
  const within = [NEWSROOM, PROGRAM].find((folder) => path.startsWith(folder + sep));
  return within === undefined ? path : path.slice(within.length + 1).replaceAll(sep, '/');
}

/** The version of an installed package, without loading it. One that only another one depends on is looked for from there. */
export function versionOf(name: string, dependent?: string): string {
  const require =
    dependent === undefined ? requireInProgram : createRequire(descriptionOf(dependent, requireInProgram));
  const description = readFileSync(descriptionOf(name, require), 'utf8');
  return String((JSON.parse(description) as { readonly version?: unknown }).version);
}

/** The path of the package.json of an installed package. */
function descriptionOf(name: string, { resolve }: NodeJS.Require): string {
  const folders = resolve.paths(name) ?? [];
  const path = folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
  if (path === undefined) throw new Error(`The package ${name} is not installed; run \`npm install\` again`);
  return path;
}
