// A process that checks a newsroom once, by the program that the process runs which started it; see `check-apart.ts`.
import { foldersHere, load } from '../../../program/load.js';
import { loadProgram } from '../../../program/load-program.js';
import { importPackages } from '../../../program/own-packages.js';

/**
 * @typedef {{
 *   readonly asked: import('./check-files.ts').CheckAsked,
 *   readonly loaded: {
 *     readonly program: string, readonly newsroom: string, readonly compiled?: string, readonly codeFiles: readonly string[],
 *   },
 * }} Message
 */

process.once('message', async (/** @type {Message} */ { asked, loaded }) => {
  const { checkHere, packFault } = await programOf(loaded);
  try {
    process.send?.({ diagnostics: await checkHere(asked) }, end);
  } catch (fault) {
    process.send?.({ fault: packFault(fault) }, end);
  }
});
// Nobody waits for it any more.
process.on('disconnect', end);

function end() {
  process.exit();
}

/** The program as it was compiled; or compiled now, where TypeScript runs. @param {Message['loaded']} loaded */
async function programOf({ program, newsroom, compiled, codeFiles }) {
  if (compiled === undefined) return (await load(foldersHere(), 'check')).program;
  return loadProgram(compiled, { program, newsroom }, { packages: await importPackages(compiled), codeFiles }).program;
}
