// A thread of a WorkerPool: does one task after the other, by the program that the main thread runs too.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadProgram } from '../program/load-program.js';
import { importPackages } from '../program/own-packages.js';

const { runTask, share, packFault } = await load();

parentPort?.on('message', async (/** @type {{ task?: string, share?: Parameters<typeof share> }} */ message) => {
  if (message.share) {
    share(...message.share);
    return;
  }
  try {
    parentPort?.postMessage({ result: JSON.stringify(await runTask(JSON.parse(message.task ?? 'null'))) });
  } catch (fault) {
    parentPort?.postMessage({ fault: packFault(fault) });
  }
});

/** The tasks, compiled; or as TypeScript, where the main thread runs that. */
async function load() {
  const { program, newsroom, compiled, codeFiles } = workerData;
  if (compiled) {
    const packages = await importPackages(compiled);
    return loadProgram(compiled, { program, newsroom }, { packages, codeFiles }).program;
  }
  process.env['TSX_TSCONFIG_PATH'] ??= join(program, 'tsconfig.json');
  const { register } = await import('tsx/esm/api');
  register();
  const tasks = await import('./tasks.ts');
  await tasks.importOwnFiles();
  return tasks;
}
