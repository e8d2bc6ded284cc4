import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT } from './project.ts';

/** A file to write: its path from the root of the output, and its text. */
type NewFile = readonly [path: string, text: string];

const BATCH = 32;
const MOST_UNDER_WAY = 8;

/**
 * Writes files from a thread of its own, while the pages that come after them are printed. It takes a bounded number of
 * files ahead of the disk. A fault of the disk comes out of the next `write` or of `end`.
 */
export class FileWriter {
  private readonly thread: Worker;
  private batch: NewFile[] = [];
  private underWay = 0;
  private fault: unknown;

  /** @param root Path of the folder that the files' paths begin at. */
  constructor(root: string) {
    this.thread = new Worker(join(PROJECT, 'src/eleventy/file-writer-thread.js'), { workerData: { root } });
    this.thread.on('message', () => {
      this.underWay -= 1;
    });
    this.thread.on('error', (fault) => {
      this.fault = fault;
    });
  }

  async write(path: string, text: string): Promise<void> {
    this.batch.push([path, text]);
    if (this.batch.length < BATCH) return;
    this.send();
    await this.waitUntil(MOST_UNDER_WAY);
  }

  /** Resolves when all files are written. */
  async end(): Promise<void> {
    this.send();
    await this.waitUntil(0);
    await this.stop();
  }

  /** Stops at once, whatever is still to be written. */
  async stop(): Promise<void> {
    await this.thread.terminate();
  }

  private send(): void {
    this.thread.postMessage(this.batch);
    this.batch = [];
    this.underWay += 1;
  }

  private async waitUntil(underWay: number): Promise<void> {
    while (this.underWay > underWay && this.fault === undefined) await once(this.thread, 'message');
    if (this.fault !== undefined) throw this.fault;
  }
}
