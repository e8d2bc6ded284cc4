#!/usr/bin/env node
// The way in. Help and the version need nothing, so they come at once; all else is compiled first, if that was not done before.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bearClosedOutput } from './closed-output.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const asksForHelp = args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h');
const asksForVersion = args[0] === '--version' || args[0] === '-v';

bearClosedOutput();

if (asksForHelp) {
  process.stdout.write(readFileSync(join(PROJECT, 'src/cli/help.txt'), 'utf8'));
  process.exitCode = args.length === 0 ? 2 : 0;
} else if (asksForVersion) {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (args[0] === 'serve' && process.send === undefined) {
  const { keepServing } = await import('./keep-serving.js');
  process.exitCode = await keepServing(PROJECT, args);
} else {
  const { program, keep } = await load();
  // A server runs for long, and not at all after its end.
  if (args[0] === 'serve') keep();
  await program.main(args);
  keep();
}

/** The program, compiled; where the compiled files cannot be kept, as TypeScript. */
async function load() {
  const { compile } = await import('../build/program/compile.js');
  const { loadProgram } = await import('../build/program/load-program.js');
  try {
    return loadProgram(await compile(PROJECT));
  } catch (fault) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(fault?.code)) throw fault;
    process.env.TSX_TSCONFIG_PATH ??= join(PROJECT, 'tsconfig.json');
    const { register } = await import('tsx/esm/api');
    register();
    return { program: await import('./main.ts'), keep: () => {} };
  }
}
