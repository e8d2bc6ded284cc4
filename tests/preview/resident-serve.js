// Runs `broadsheet serve` for another process, one newsroom after the other: sends what it prints, and how it ended.
import { compile } from '../../src/build/program/compile.js';
import { foldersHere } from '../../src/build/program/load.js';
import { loadProgram } from '../../src/build/program/load-program.js';
import { compileSoonFor } from '../../src/build/v8-settings.js';

const { program: project } = foldersHere();
const folders = { program: project, newsroom: project };
const { program } = loadProgram(await compile(folders), folders);
// It runs for long.
compileSoonFor(Number.POSITIVE_INFINITY);
/** What a server listens to, which it leaves behind, as its process would end with it. */
const HEARD = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'message', 'disconnect']);

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (/** @type {string} */ printed) => process.send?.({ printed }) ?? false;
}

process.on('message', (/** @type {{ folder?: string, args: readonly string[], stop?: true }} */ message) => {
  if (message.stop) process.emit('SIGINT');
  else if (message.folder !== undefined) void serve(message.folder, message.args);
});
process.on('disconnect', () => process.exit());
const ours = new Map(HEARD.map((name) => [name, process.listeners(/** @type {'message'} */ (name))]));

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function serve(folder, args) {
  const { exit } = process;
  /** @type {typeof process.exitCode} */
  let code;
  process.exit = /** @type {typeof process.exit} */ (
    (/** @type {number} */ given) => {
      code = given;
    }
  );
  process.chdir(folder);
  process.exitCode = undefined;
  await program.main(['serve', ...args]);
  process.exit = exit;
  code ??= process.exitCode;
  process.exitCode = 0;
  for (const name of HEARD) {
    for (const heard of process.listeners(/** @type {'message'} */ (name))) {
      if (!ours.get(name)?.includes(heard)) process.off(name, heard);
    }
  }
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  // A server leaves it to its sockets to keep the process.
  process.channel?.ref();
  process.send?.({ ended: code });
}
