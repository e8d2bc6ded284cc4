// Runs the command lines that another process sends it, one after the other, and answers how each ended.
import { compile } from '../../src/build/program/compile.js';
import { foldersHere } from '../../src/build/program/load.js';
import { loadProgram } from '../../src/build/program/load-program.js';

const { program: project } = foldersHere();
const folders = { program: project, newsroom: project };
const { program } = loadProgram(await compile(folders), folders);
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
