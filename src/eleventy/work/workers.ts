import type { Result, Task } from './tasks.ts';
import { runTask, share } from './tasks.ts';
import { WorkerPool } from './worker-pool.ts';

/** Below so many stories or pages, starting a thread takes longer than it saves. */
const WORTH_A_THREAD = 150;

/** Does tasks: in this thread, or in several, where there is enough to do. */
export class Workers {
  private readonly jobs: number;
  private pool: WorkerPool | undefined;
  private readonly shared: (readonly [name: 'setting' | 'publication', value: unknown])[] = [];

  /** @param jobs How many threads there may be. */
  constructor(jobs: number) {
    this.jobs = jobs;
  }

  /** Says how many stories or pages are to come. */
  expect(count: number): void {
    if (this.pool || this.jobs < 2 || count < WORTH_A_THREAD) return;
    this.pool = new WorkerPool(this.jobs);
    this.pool.start();
    for (const [name, value] of this.shared) this.pool.share(name, value);
  }

  /** Gives all threads something that their tasks need. */
  share(name: 'setting' | 'publication', value: unknown): void {
    this.shared.push([name, value]);
    share(name, value);
    this.pool?.share(name, value);
  }

  /** Does a task. Waits before it takes one that nobody could begin with. */
  async run<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>> {
    return this.pool ? this.pool.run<Name>(task) : runTask<Name>(task);
  }

  /** Resolves when another task can be begun with. */
  async whenFree(): Promise<void> {
    await this.pool?.whenFree();
  }

  async close(): Promise<void> {
    await this.pool?.close();
    this.pool = undefined;
  }
}
