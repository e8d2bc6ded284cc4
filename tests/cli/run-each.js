// Runs command lines one after the other, in one process, and prints how each ended: node run-each.js '[["build"]]'
import { fileURLToPath } from 'node:url';
import { compile } from '../../src/build/program/compile.js';
import { loadProgram } from '../../src/build/program/load-program.js';

const { program } = loadProgram(await compile(fileURLToPath(new URL('../../', import.meta.url))));
const { stdout, stderr } = process;
const print = stdout.write.bind(stdout);
const ended = [];
for (const args of JSON.parse(process.argv[2] ?? '[]')) {
  const said = { stdout: '', stderr: '' };
  for (const [name, stream] of Object.entries({ stdout, stderr })) {
    stream.write = (/** @type {string} */ text) => {
      said[/** @type {keyof typeof said} */ (name)] += text;
      return true;
    };
  }
  await program.main(args);
  ended.push({ status: process.exitCode, ...said });
  process.exitCode = 0;
}
print(JSON.stringify(ended));
