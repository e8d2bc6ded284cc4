import type { BuildWatcher } from '../build/building.ts';

const EVERY = 100;
const STAGES = { read: 'Reading stories', render: 'Rendering pages', publish: 'Putting pages in place' } as const;

/** Says on a terminal what a build is doing; anywhere else it only says that it waits, or what it cannot keep. */
export class Progress implements BuildWatcher {
  private readonly isShown = process.stderr.isTTY === true && process.env['CI'] === undefined;
  private readonly started = performance.now();
  private shownAt = 0;

  onWait(processId: number): void {
    this.end();
    process.stderr.write(`Waiting for another build to end (process ${processId}) …\n`);
  }

  onUnkept({ message }: Error): void {
    this.end();
    process.stderr.write(
      `Nothing is kept for the next build, which will make everything anew: ${message}\n  hint: choose a --cache that can be written to\n`,
    );
  }

  onProgress(stage: keyof typeof STAGES, count?: number, total?: number): void {
    const now = performance.now();
    if (!this.isShown || (count !== undefined && count !== total && now - this.shownAt < EVERY)) return;
    this.shownAt = now;
    const counts = count === undefined || !total ? '' : ` ${count} of ${total}`;
    const seconds = Math.round((now - this.started) / 1000);
    process.stderr.write(`\r\u001b[K${STAGES[stage]}${counts}, ${seconds} s …`);
  }

  /** Takes back what is shown. */
  end(): void {
    if (this.shownAt > 0) process.stderr.write('\r\u001b[K');
    this.shownAt = 0;
  }
}
