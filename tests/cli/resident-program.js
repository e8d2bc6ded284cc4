// Runs the command lines that another process sends it, one after the other, and answers how each ended. Its argument is the path of
// the project whose program it runs, if that is not this one.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(process.argv[2] ?? `${import.meta.dirname}/../..`);
const { compile } = await import(pathToFileURL(`${project}/src/build/program/compile.js`).href);
const { CompileFault, compileOrTell, foldersHere } = await import(
  pathToFileURL(`${project}/src/build/program/load.js`).href
);
const { describeLoadFault } = await import(pathToFileURL(`${project}/src/cli/faults/load-fault.js`).href);
const { loadProgram } = await import(pathToFileURL(`${project}/src/build/program/load-program.js`).href);
const { importPackages } = await import(pathToFileURL(`${project}/src/build/program/own-packages.js`).href);
const { compileSoonFor } = await import(pathToFileURL(`${project}/src/build/v8-settings.js`).href);

/** What Eleventy finds the configuration by, of the program that runs. */
const SETTINGS = Symbol.for('broadsheet');

const folders = { program: project, newsroom: project };
const compiled = await compile(folders);
const ours = await loaded(compiled, folders);
/** By the folder of what was compiled. */
const programs = new Map([[compiled, ours]]);
// It starts a process in the folder in which it is loaded, which is to be none that a test removes.
createRequire(`${project}/package.json`)('esbuild');
// It runs for long.
compileSoonFor(Number.POSITIVE_INFINITY);
const { stdout, stderr } = process;

/**
 * Eleventy imports its configuration once from where a program was compiled, though that is loaded for several newsrooms: what it imports asks
 * for that of the program that runs.
 *
 * @param {...unknown} given
 */
function eleventy(...given) {
  return configure(...given);
}

/** @type {(...given: readonly unknown[]) => unknown} */
let configure;

process.on('message', async (/** @type {{ folder: string, args: readonly string[] }} */ { folder, args }) => {
  const said = { stdout: '', stderr: '' };
  for (const [name, stream] of Object.entries({ stdout, stderr })) {
    stream.write = (/** @type {string} */ text) => {
      said[/** @type {keyof typeof said} */ (name)] += text;
      return true;
    };
  }
  process.chdir(folder);
  process.exitCode = 0;
  const here = await programHere().catch(toldOf);
  if ('told' in here) {
    stderr.write(`${here.told.text}\n`);
    process.exitCode = here.told.exitCode;
  } else {
    configure = here.settings.eleventy;
    Object.assign(globalThis, {
      [SETTINGS]: typeof configure === 'function' ? { ...here.settings, eleventy } : here.settings,
    });
    await here.program.main(args);
  }
  const status = process.exitCode;
  process.exitCode = 0;
  process.send?.({ status, ...said });
});
process.on('disconnect', () => process.exit());

/**
 * The program as the command has it in this folder, compiled with code of the newsroom's own where that has some: layouts that are components,
 * house rules, settings. Where layouts are templates it is loaded anew for each command, with Eleventy, which keeps what it has read
 * of those.
 */
async function programHere() {
  if (!existsSync('.eleventy.ts')) return ours;
  const here = foldersHere();
  const compiled = await compileOrTell(here);
  if (hasTemplates()) return loaded(compiled, here);
  // Eleventy imports what is compiled once.
  const known = programs.get(compiled) ?? (await loaded(compiled, here));
  programs.set(compiled, known);
  return known;
}

function hasTemplates() {
  if (!existsSync('layouts')) return false;
  return readdirSync('layouts', { withFileTypes: true }).some((entry) => entry.isFile() && !/\.tsx?$/.test(entry.name));
}

/**
 * What the command says of a program that cannot be compiled or loaded.
 *
 * @param {unknown} fault
 */
function toldOf(fault) {
  const told =
    fault instanceof CompileFault ? { text: fault.message, exitCode: 1 } : describeLoadFault(fault, foldersHere());
  if (told === undefined) throw fault;
  return { told };
}

/**
 * @param {string} compiled
 * @param {{ readonly program: string, readonly newsroom: string }} folders
 */
async function loaded(compiled, folders) {
  const { program } = loadProgram(compiled, folders, { packages: await importPackages(compiled) });
  return { program, settings: Reflect.get(globalThis, SETTINGS) };
}
