#!/usr/bin/env node
// The way in. Help and the version need nothing, so they come at once; all else is compiled first, if that was not done before.
import { readFileSync } from 'node:fs';
import { bearClosedOutput } from './closed-output.js';
import { helpFor } from './help/help.js';

const args = process.argv.slice(2);
const asksForHelp = args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h');
const asksForVersion = args[0] === '--version' || args[0] === '-v';

/** Exit code: a fault that is not of the content. */
const FAULT = 3;

bearClosedOutput();

if (asksForHelp) {
  process.stdout.write(helpFor(args));
  process.exitCode = args.length === 0 ? 2 : 0;
} else if (asksForVersion) {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}
`);
} else {
  tellOfEarlyEnd();
  // Not waited for at the top level: Node.js would end by itself, with a warning about that line, where something never comes.
  run().then(end, (/** @type {unknown} */ fault) => {
    end();
    throw fault;
  });
}

/** Says, until the command has ended, that it has not where the process ends all the same: then nobody knows what it has done. */
function tellOfEarlyEnd() {
  process.on('exit', tell);
}

function end() {
  process.off('exit', tell);
}

/** @param {number} code */
function tell(code) {
  if (code !== 0) return;
  process.exitCode = FAULT;
  process.stderr.write(
    'The command ended before it was done, and what it was to publish is as it was before.\n  hint: look in layouts/, rules/ and .eleventy.ts, and in packages that these import, for `process.exit()`, and for a promise that never ends\n',
  );
}

async function run() {
  const { CompileFault, foldersHere, load } = await import('../build/program/load.js');
  const { compileSoonFor } = await import('../build/v8-settings.js');
  const folders = foldersHere();
  const stays = args[0] === 'serve' || (args[0] === 'build' && args.includes('--watch'));
  if (stays && process.send === undefined) {
    const { keepServing } = await import('./keep-serving.js');
    process.exitCode = await keepServing(folders, args);
    return;
  }
  const loaded = await load(folders, args[0]).catch(async (/** @type {unknown} */ fault) => {
    const told =
      fault instanceof CompileFault ? { text: fault.message, exitCode: 1 } : await describeLoad(fault, folders);
    if (told === undefined) throw fault;
    process.stderr.write(`${told.text}\n`);
    process.exitCode = told.exitCode;
  });
  if (!loaded) return;
  const { program, keep } = loaded;
  if (stays) {
    // It runs for long, and not at all after its end, which it brings about itself.
    keep();
    end();
    compileSoonFor(Number.POSITIVE_INFINITY);
  }
  await program.main(args);
  keep();
}

/**
 * @param {unknown} fault
 * @param {import('../build/program/compile.js').Folders} folders
 */
async function describeLoad(fault, folders) {
  const { describeLoadFault } = await import('./faults/load-fault.js');
  return describeLoadFault(fault, folders);
}
