/** Milliseconds of quiet after a change before it is taken up: editors write a file in several steps. */
const QUIET = 20;
/** Milliseconds after which changes are taken up even if more of them come, such as when git changes thousands of files. */
const LONGEST_WAIT = 1_000;

/** Gathers changes that come close together, and has them taken up one lot after the other, never two at a time. */
export class SavedChanges {
  private readonly onChange: (paths: ReadonlySet<string> | undefined) => Promise<void>;
  private paths = new Set<string>();
  private isAnything = false;
  private since: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isClosed = false;

  /** @param onChange Takes changes up: the paths, or `undefined` where anything may have changed. It never fails. */
  constructor(onChange: (paths: ReadonlySet<string> | undefined) => Promise<void>) {
    this.onChange = onChange;
  }

  /** Notes a change; `undefined` where anything may have changed. */
  note(path: string | undefined): void {
    if (path === undefined) this.isAnything = true;
    else this.paths.add(path);
    this.since ??= performance.now();
    this.schedule();
  }

  /** Stops; resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.running || this.isClosed || this.since === undefined) return;
    clearTimeout(this.timer);
    const left = this.since + LONGEST_WAIT - performance.now();
    this.timer = setTimeout(() => this.start(), Math.max(0, Math.min(QUIET, left)));
  }

  private start(): void {
    const paths = this.isAnything ? undefined : this.paths;
    this.paths = new Set();
    this.isAnything = false;
    this.since = undefined;
    this.running = this.onChange(paths).finally(() => {
      this.running = undefined;
      this.schedule();
    });
  }
}

/** A timer cannot wait longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Goes off at a moment, however far that is. */
export class Alarm {
  private readonly ring: () => void;
  private timer: NodeJS.Timeout | undefined;

  constructor(ring: () => void) {
    this.ring = ring;
  }

  /** Sets it to another moment, in milliseconds since 1970, or turns it off. */
  set(moment: number | undefined): void {
    clearTimeout(this.timer);
    if (moment === undefined) return;
    const wait = Math.max(0, moment - Date.now());
    if (wait > LONGEST_TIMER) this.timer = setTimeout(() => this.set(moment), LONGEST_TIMER);
    else this.timer = setTimeout(this.ring, wait);
  }
}
