import { distance } from 'fastest-levenshtein';

const MOST_SLIPS = 5;

/** The known name that someone most likely meant: at most a third of its letters differ, and no more than five. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const name of known) {
    const other = name.toLowerCase();
    const allowed = Math.min(MOST_SLIPS, Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3)));
    // There may be 100,000 names, and most cannot be near.
    if (Math.abs(wanted.length - other.length) > allowed) continue;
    const off = distance(wanted, other);
    if (off <= allowed && (!best || off < best.off)) best = { name, off };
  }
  return best?.name;
}

/** The hint that goes with an unknown name: `did you mean …?`, and otherwise which there are. */
export function didYouMean(written: string, known: readonly string[], otherwise: string): string {
  const name = nearest(written, known);
  return name === undefined ? otherwise : `did you mean \`${name}\`?`;
}
