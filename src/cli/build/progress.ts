import { visible } from '../../diagnostics/wording.ts';
import type { BuildWatcher } from '../../build/building.ts';
import type { LockWait } from '../../disk/lock.ts';
import { describeUnkept, describeWait } from '../faults/describe-fault.ts';
import { showProgress, tell } from '../output/terminal.ts';

const EVERY = 100;
const STAGES = { read: 'Reading stories', render: 'Rendering pages', publish: 'Putting pages in place' } as const;

/** Says on a terminal what a build is doing; anywhere else it only says that it waits, or what it cannot keep. */
export class Progress implements BuildWatcher {
  private readonly isShown = process.stderr.isTTY === true && process.env['CI'] === undefined;
  private readonly started = performance.now();
  private shownAt = 0;

  onWait(wait: LockWait): void {
    this.end();
    tell(`${describeWait(wait)}\n`);
  }

  onPassedOver(folder: string, why: string): void {
    this.end();
    tell(`Not all of \`${visible(folder)}\` was taken over: ${why}.\n`);
  }

  onUnkept(fault: Error): void {
    this.end();
    const { what, hint } = describeUnkept(fault);
    tell(`Nothing is kept for the next build, which will take longer. ${what}\n  hint: ${hint}\n`);
  }

  onProgress(stage: keyof typeof STAGES, count?: number, total?: number): void {
    const now = performance.now();
    if (!this.isShown || (count !== undefined && count !== total && now - this.shownAt < EVERY)) return;
    this.shownAt = now;
    const counts = count === undefined || !total ? '' : ` ${count} of ${total}`;
    const seconds = Math.round((now - this.started) / 1000);
    showProgress(`${STAGES[stage]}${counts}, ${seconds} s …`);
  }

  /** Takes back what is shown. */
  end(): void {
    if (this.shownAt > 0) showProgress('');
    this.shownAt = 0;
  }
}
