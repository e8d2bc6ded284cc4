// Runs the command lines that another process sends it, one after the other, and answers how each ended. Its argument is the path of
// the project whose program it runs, if that is not this one.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(process.argv[2] ?? `${import.meta.dirname}/../..`);
const { compile } = await import(pathToFileURL(`${project}/src/build/program/compile.js`).href);
const { loadProgram } = await import(pathToFileURL(`${project}/src/build/program/load-program.js`).href);
const { compileSoonFor } = await import(pathToFileURL(`${project}/src/build/v8-settings.js`).href);

const folders = { program: project, newsroom: project };
const { program } = loadProgram(await compile(folders), folders);
// It runs for long.
compileSoonFor(Number.POSITIVE_INFINITY);
const { stdout, stderr } = process;

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
  await program.main(args);
  const status = process.exitCode;
  process.exitCode = 0;
  process.send?.({ status, ...said });
});
process.on('disconnect', () => process.exit());
