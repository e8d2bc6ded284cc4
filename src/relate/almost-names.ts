import { slipsBetween } from '../diagnostics/slips.ts';

/** Shorter names are too often one letter from others’. */
const SHORTEST = 6;
const ENDS = 3;

/** Finds a name that is one slip from another. One slip cannot be in the first letters and in the last, so it looks among few. */
export class AlmostNames {
  private readonly byEnd = new Map<string, string[]>();
  private readonly asked = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length < SHORTEST) continue;
      for (const end of endsOf(name)) {
        const known = this.byEnd.get(end);
        if (known) known.push(name);
        else this.byEnd.set(end, [name]);
      }
    }
  }

  /** The name that is one slip from another one, if there is one. */
  find(written: string): string | undefined {
    if (this.asked.has(written)) return this.asked.get(written);
    const near = endsOf(written).flatMap((end) => this.byEnd.get(end) ?? []);
    const found = near.find((name) => Math.abs(name.length - written.length) < 2 && slipsBetween(name, written) === 1);
    this.asked.set(written, found);
    return found;
  }
}

function endsOf(name: string): readonly [first: string, last: string] {
  return [`${name.slice(0, ENDS)}…`, `…${name.slice(-ENDS)}`];
}
