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
