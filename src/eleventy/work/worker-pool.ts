import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PROJECT } from '../project.ts';
import { type FaultMessage, unpackFault } from './fault-message.ts';
import type { Result, Task } from './tasks.ts';

const HERE = fileURLToPath(import.meta.url);

/** Texts of pages live shortly: with this much room they are gone before anybody has to look at them twice. */
const YOUNG_MEGABYTES = 24;

/** What a worker answers. Results are JSON, which costs half of what copying objects costs. */
interface Answer {
  readonly result?: string;
  /** What was thrown, where something was. */
  readonly fault?: FaultMessage;
}

interface Job {
  readonly task: Task;
  readonly resolve: (result: never) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Threads that do tasks, each one after the other. They start when there is something to do. A thread that dies makes its
 * task fail, and every later one.
 */
export class WorkerPool {
  private readonly most: number;
  private readonly idle: Worker[] = [];
  private readonly open: Job[] = [];
  private readonly busy = new Map<Worker, Job>();
  private readonly shared = new Map<string, unknown>();
  private readonly free: (() => void)[] = [];
  private fault: unknown;

  /** @param most How many threads there may be. */
  constructor(most: number) {
    this.most = most;
  }

  /** Gives every thread, also those that start later, a value that tasks refer to by its name. */
  share(name: string, value: unknown): void {
    this.shared.set(name, value);
    for (const worker of [...this.idle, ...this.busy.keys()]) worker.postMessage({ share: [name, value] });
  }

  /** Starts all threads, so that they are ready when the first tasks come. */
  start(): void {
    while (this.size < this.most) this.idle.push(this.startWorker());
  }

  run<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>> {
    return new Promise((resolve, reject) => {
      this.open.push({ task, resolve, reject });
      this.assign();
    });
  }

  /** Resolves when fewer tasks wait than there are threads: the time to make another. */
  async whenFree(): Promise<void> {
    while (this.open.length >= this.most && this.fault === undefined) {
      await new Promise<void>((resolve) => this.free.push(resolve));
    }
  }

  /** Stops all threads at once. */
  async close(): Promise<void> {
    this.fault ??= new Error('The workers were stopped');
    const workers = [...this.idle, ...this.busy.keys()];
    this.idle.length = 0;
    this.busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private get size(): number {
    return this.idle.length + this.busy.size;
  }

  private assign(): void {
    if (this.fault !== undefined) {
      for (const { reject } of this.open.splice(0)) reject(this.fault);
    }
    while (this.open.length > 0 && (this.idle.length > 0 || this.size < this.most)) {
      const worker = this.idle.shift() ?? this.startWorker();
      const job = this.open.shift();
      if (!job) return;
      this.busy.set(worker, job);
      worker.postMessage({ task: JSON.stringify(job.task) });
    }
    for (const resolve of this.free.splice(0)) resolve();
  }

  private startWorker(): Worker {
    const program = HERE.endsWith('.cjs') ? dirname(HERE) : undefined;
    const worker = new Worker(join(PROJECT, 'src/eleventy/work/worker-thread.js'), {
      workerData: { program },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (answer: Answer) => this.finish(worker, answer));
    worker.on('error', (cause) => this.fail(worker, new Error('A worker thread of Broadsheet died', { cause })));
    worker.on('exit', () =>
      this.fail(worker, new Error('A worker thread of Broadsheet ended before its work was done')),
    );
    for (const [name, value] of this.shared) worker.postMessage({ share: [name, value] });
    return worker;
  }

  private finish(worker: Worker, answer: Answer): void {
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    this.idle.push(worker);
    if (answer.fault) job?.reject(unpackFault(answer.fault));
    else job?.resolve(JSON.parse(answer.result ?? 'null') as never);
    this.assign();
  }

  private fail(worker: Worker, fault: Error): void {
    const index = this.idle.indexOf(worker);
    if (index < 0 && !this.busy.has(worker)) return;
    if (index >= 0) this.idle.splice(index, 1);
    this.fault ??= fault;
    this.busy.get(worker)?.reject(fault);
    this.busy.delete(worker);
    this.assign();
  }
}
