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
 * What browsers know a server by: its port, and what other machines open the desk with. Nothing where there is none.
 *
 * @typedef {{ readonly port: string, readonly key: string }} ServedBy
 */

/**
 * Serves in a process of its own, and starts it again when the program itself was changed: a layout, say. A program that
 * cannot be compiled does not take the place of the one that runs.
 *
 * @param {import('../build/program/compile.js').Folders} folders
 * @param {readonly string[]} args The arguments of the command line.
 * @returns {Promise<number>} The exit code.
 */
export async function keepServing(folders, args) {
  let before = { port: '', key: '' };
  for (let isFirst = true; ; isFirst = false) {
    const sources = fingerprintOfSources(folders);
    const { code, signal, served } = await serveOnce(folders, args, before);
    before = served ?? before;
    if (signal === 'SIGINT' || signal === 'SIGTERM') return 0;
    if (code === AGAIN) continue;
    // Who edits a layout is not to be left without a server because it was wrong for a moment.
    if (isFirst || served || code === 0) return code;
    process.stderr.write('Waiting for the next change …\n');
    while (fingerprintOfSources(folders) === sources) await wait(LOOK_EVERY);
  }
}

/**
 * @param {import('../build/program/compile.js').Folders} folders
 * @param {readonly string[]} args
 * @param {ServedBy} before Of the process before.
 * @returns {Promise<{ code: number, signal: string | null, served: ServedBy | undefined }>}
 */
function serveOnce(folders, args, before) {
  const env = { ...process.env, BROADSHEET_PORT: before.port, BROADSHEET_KEY: before.key };
  const child = fork(COMMAND, args, { env });
  /** @type {ServedBy | undefined} */
  let served;
  child.on('message', async (/** @type {{ port?: number, key?: string, changed?: true }} */ message) => {
    if (message.port) served = { port: String(message.port), key: message.key ?? '' };
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
      resolve({ code: code ?? 3, signal, served });
    });
  });
}
