import { setImmediate } from 'node:timers/promises';
import type { SharedName } from './task-context.ts';
import { type Result, runTask, share, type Task } from './tasks.ts';
import { WorkerPool } from './worker-pool.ts';

/** Below so many stories or pages, starting a thread takes longer than it saves. */
const WORTH_A_THREAD = 150;

/** Does tasks: in this thread, or in this and others, where there is enough to do. */
export class Workers {
  private readonly jobs: number;
  private pool: WorkerPool | undefined;
  /** Where tasks go that need what the one before left. */
  private one: WorkerPool | 'this thread' | undefined;
  private readonly shared: (readonly [name: SharedName, value: unknown])[] = [];

  /** @param jobs How many threads may work at once, this one among them. */
  constructor(jobs: number) {
    this.jobs = jobs;
  }

  /** Says how many stories or pages are to come. */
  expect(count: number): void {
    if (this.pool || this.jobs < 2 || count < WORTH_A_THREAD) return;
    this.pool = new WorkerPool(this.jobs - 1);
    this.pool.start();
    for (const [name, value] of this.shared) this.pool.share(name, value);
  }

  /** Whether all tasks are done in this thread. */
  get areAlone(): boolean {
    return this.pool === undefined;
  }

  /** Gives all threads something that their tasks need. */
  share(name: SharedName, value: unknown): void {
    this.shared.push([name, value]);
    share(name, value);
    this.pool?.share(name, value);
  }

  /** Does a task in the one thread that all such tasks go to, for what the one before left there. */
  async runInOne<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>> {
    this.one ??= this.pool ?? 'this thread';
    return this.one === 'this thread' ? runTask<Name>(task) : this.one.runInFirst<Name>(task);
  }

  /**
   * Begins with one of many tasks: it goes to another thread that has room for it, or else this thread does it now. Resolves
   * when the next can be begun with.
   */
  async begin<Name extends Task['name']>(
    task: Extract<Task, { name: Name }>,
  ): Promise<{ readonly done: Promise<Result<Name>> }> {
    if (this.pool?.hasRoom) {
      const done = this.pool.run<Name>(task);
      // If it fails, that is told of where it is waited for.
      done.catch(() => {});
      return { done };
    }
    const result = await runTask<Name>(task);
    // Other threads are heard, and given something to do.
    if (this.pool) await setImmediate();
    return { done: Promise.resolve(result) };
  }

  async close(): Promise<void> {
    await this.pool?.close();
    this.pool = undefined;
  }
}
