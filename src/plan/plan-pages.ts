import type { Fingerprint } from './fingerprint.ts';

/** Which pages must be made, which are good as they are, and which files belong to no page any more. */
export interface Plan<Item> {
  /** Those to make, with the fingerprints that they will have. */
  readonly stale: ReadonlyMap<Item, Fingerprint>;
  readonly fresh: number;
  /** Paths of files. */
  readonly gone: readonly string[];
}

/** What is known of the output before a build. */
export interface Known {
  /** Every file that an earlier build wrote: its path, and the fingerprint of what it was made of. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a file is there as it was written. */
  readonly isIntact: (path: string) => boolean;
}

/** A page is fresh if what it is made of has the fingerprint that its file was made of, and the file is as it was written. */
export function planPages<Item>(
  items: Iterable<readonly [item: Item, path: string, fingerprint: Fingerprint]>,
  { files, isIntact }: Known,
): Plan<Item> {
  const stale = new Map<Item, Fingerprint>();
  const planned = new Set<string>();
  let fresh = 0;
  for (const [item, path, fingerprint] of items) {
    planned.add(path);
    if (files.get(path) === fingerprint && isIntact(path)) fresh += 1;
    else stale.set(item, fingerprint);
  }
  return { stale, fresh, gone: [...files.keys()].filter((path) => !planned.has(path)) };
}
