import { nearest } from '../diagnostics/wording.ts';

/**
 * How many names are compared for an edition. An archive may have a hundred thousand broken links and as many addresses: each name compared takes a
 * microsecond or two, and who has that many faults reads the first.
 */
const MOST_COMPARED = 500_000;

/** Finds what somebody most likely meant, for the first faults of an edition, and for the others nothing. */
export class Suggestions {
  private readonly found = new Map<string, string | undefined>();
  private readonly known = new Map<string, readonly string[]>();
  private compared = 0;

  /** @param names Asked for once for one `kind`: among many redirects nearly all addresses may be old ones, and finding the few others takes long. */
  nearest(written: string, kind: string, names: () => readonly string[]): string | undefined {
    const key = `${kind} ${written}`;
    if (this.found.has(key) || this.compared >= MOST_COMPARED) return this.found.get(key);
    const known = this.known.get(kind) ?? names();
    this.known.set(kind, known);
    this.compared += known.length;
    const name = nearest(written, known);
    this.found.set(key, name);
    return name;
  }
}
