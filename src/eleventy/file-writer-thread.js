// The thread of a FileWriter: writes each list of files that it is sent, and says when they are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const folders = new Set();

parentPort?.on('message', (/** @type {readonly (readonly [path: string, text: string])[]} */ files) => {
  for (const [path, text] of files) {
    const target = join(workerData.root, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, text);
  }
  parentPort?.postMessage('written');
});
