import { fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprintOfSources } from '../build/program/compile.js';
import { compileOrTell } from '../build/program/load.js';

const COMMAND = fileURLToPath(new URL('./broadsheet.js', import.meta.url));
/** The code with which a server ends that is to be started again. */
const AGAIN = 75;
const LOOK_EVERY = 500;

/**
 * Serves in a process of its own, and starts it again when the program itself was changed: a layout, say. A program that
 * cannot be compiled does not take the place of the one that runs.
 *
 * @param {import('../build/program/compile.js').Folders} folders
 * @param {readonly string[]} args The arguments of the command line.
 * @returns {Promise<number>} The exit code.
 */
export async function keepServing(folders, args) {
  let port = '';
  for (let isFirst = true; ; isFirst = false) {
    const before = fingerprintOfSources(folders);
    const { code, signal, servedAt } = await serveOnce(folders, args, port);
    port = servedAt || port;
    if (signal === 'SIGINT' || signal === 'SIGTERM') return 0;
    if (code === AGAIN) continue;
    // Who edits a layout is not to be left without a server because it was wrong for a moment.
    if (isFirst || servedAt || code === 0) return code;
    process.stderr.write('Waiting for the next change …\n');
    while (fingerprintOfSources(folders) === before) await wait(LOOK_EVERY);
  }
}

/**
 * @param {import('../build/program/compile.js').Folders} folders
 * @param {readonly string[]} args
 * @param {string} port The port of the process before, or nothing.
 * @returns {Promise<{ code: number, signal: string | null, servedAt: string }>}
 */
function serveOnce(folders, args, port) {
  const env = { ...process.env, BROADSHEET_PORT: port };
  const child = fork(COMMAND, args, { env });
  let servedAt = '';
  child.on('message', async (/** @type {{ port?: number, changed?: true }} */ message) => {
    if (message.port) servedAt = String(message.port);
    if (!message.changed) return;
    try {
      await compileOrTell(folders);
      if (child.connected) child.send({ again: true });
    } catch (fault) {
      if (child.connected) child.send({ fault: fault instanceof Error ? fault.message : String(fault) });
    }
  });
  const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  // A terminal tells both processes of Ctrl-C; whoever stops this one alone means both.
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code: code ?? 3, signal, servedAt });
    });
  });
}
