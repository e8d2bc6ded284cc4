import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CODE_FILES, COMPILED, NEWSROOM, PROGRAM } from '../../disk/project.ts';
import { type FaultMessage, unpackFault } from './fault-message.ts';
import { packTask, type Result, type Task } from './tasks.ts';

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

/** How many tasks a thread has at once: it begins with the next before anybody has heard of the last. */
const AHEAD = 2;

/**
 * Threads that do tasks, each one after the other. They start when there is something to do. A thread that dies makes its
 * tasks fail, and every later one.
 */
export class WorkerPool {
  private readonly most: number;
  private readonly open: Job[] = [];
  /** The tasks that each thread has, the first of them in work. */
  private readonly workers = new Map<Worker, Job[]>();
  private readonly shared = new Map<string, unknown>();
  private fault: unknown;

  /** @param most How many threads there may be. */
  constructor(most: number) {
    this.most = most;
  }

  /** Gives every thread, also those that start later, a value that tasks refer to by its name. */
  share(name: string, value: unknown): void {
    this.shared.set(name, value);
    for (const worker of this.workers.keys()) worker.postMessage({ share: [name, value] });
  }

  /** Starts all threads, so that they are ready when the first tasks come. */
  start(): void {
    while (this.workers.size < this.most) this.startWorker();
  }

  /** Whether a thread would begin with another task, at once or after the one that it has. */
  get hasRoom(): boolean {
    const isTaken =
      this.workers.size === this.most && [...this.workers.values()].every(({ length }) => length >= AHEAD);
    return this.fault !== undefined || !isTaken;
  }

  run<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>> {
    return new Promise((resolve, reject) => {
      this.open.push({ task, resolve, reject });
      this.assign();
    });
  }

  /** Does a task in the thread that was started first, after all that this has to do. */
  runInFirst<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>> {
    return new Promise((resolve, reject) => {
      if (this.fault === undefined && this.workers.size === 0) this.startWorker();
      const [first] = this.workers.keys();
      if (this.fault !== undefined || !first) reject(this.fault);
      else this.give(first, { task, resolve, reject });
    });
  }

  /** Stops all threads at once. */
  async close(): Promise<void> {
    this.fault ??= new Error('The workers were stopped');
    const workers = [...this.workers.keys()];
    this.workers.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private assign(): void {
    if (this.fault !== undefined) {
      for (const { reject } of this.open.splice(0)) reject(this.fault);
    }
    while (this.open.length > 0) {
      const worker = this.nextWorker();
      const job = worker && this.open.shift();
      if (!job) return;
      this.give(worker, job);
    }
  }

  private give(worker: Worker, job: Job): void {
    this.workers.get(worker)?.push(job);
    worker.postMessage({ task: packTask(job.task) });
  }

  /** The thread with the fewest tasks, or a new one; none if all have enough. */
  private nextWorker(): Worker | undefined {
    const [least] = [...this.workers].sort(([, a], [, b]) => a.length - b.length);
    if (least && least[1].length === 0) return least[0];
    if (this.workers.size < this.most) return this.startWorker();
    return least && least[1].length < AHEAD ? least[0] : undefined;
  }

  private startWorker(): Worker {
    const worker = new Worker(join(PROGRAM, 'src/build/workers/worker-thread.js'), {
      workerData: { program: PROGRAM, newsroom: NEWSROOM, compiled: COMPILED, codeFiles: CODE_FILES },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (answer: Answer) => this.finish(worker, answer));
    worker.on('error', (cause) => this.fail(worker, new Error('A worker thread of Broadsheet died', { cause })));
    worker.on('exit', () =>
      this.fail(worker, new Error('A worker thread of Broadsheet ended before its work was done')),
    );
    for (const [name, value] of this.shared) worker.postMessage({ share: [name, value] });
    this.workers.set(worker, []);
    return worker;
  }

  private finish(worker: Worker, answer: Answer): void {
    const job = this.workers.get(worker)?.shift();
    if (answer.fault) job?.reject(unpackFault(answer.fault));
    else job?.resolve(JSON.parse(answer.result ?? 'null') as never);
    this.assign();
  }

  private fail(worker: Worker, fault: Error): void {
    const jobs = this.workers.get(worker);
    if (!jobs) return;
    this.workers.delete(worker);
    this.fault ??= fault;
    for (const { reject } of jobs) reject(fault);
    this.assign();
  }
}
