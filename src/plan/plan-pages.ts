import type { Fingerprint } from './fingerprint.ts';

/** Which pages must be made, which are good as they are, and which files belong to no page any more. */
export interface Plan<Item> {
  /** Those to make, with the fingerprints that they will have. */
  readonly stale: ReadonlyMap<Item, Fingerprint>;
  readonly fresh: number;
  /** Paths of files. */
  readonly gone: readonly string[];
}

/** What is known of the output before a build. `File` stands for a file that an earlier build wrote. */
export interface Known<File extends object> {
  readonly fileAt: (path: string) => File | undefined;
  readonly files: () => Iterable<readonly [path: () => string, file: File]>;
  /** Of what a file was made of. */
  readonly fingerprintOf: (file: File) => string;
  /** Whether a file is there as it was written. */
  readonly isIntact: (path: string) => boolean;
}

/** A page is fresh if what it is made of has the fingerprint that its file was made of, and the file is as it was written. */
export function planPages<Item, File extends object>(
  items: Iterable<readonly [item: Item, path: string, fingerprint: Fingerprint]>,
  { fileAt, files, fingerprintOf, isIntact }: Known<File>,
): Plan<Item> {
  const stale = new Map<Item, Fingerprint>();
  const planned = new Set<File>();
  let fresh = 0;
  for (const [item, path, fingerprint] of items) {
    const file = fileAt(path);
    if (file) planned.add(file);
    if (file && fingerprintOf(file) === fingerprint && isIntact(path)) fresh += 1;
    else stale.set(item, fingerprint);
  }
  const gone: string[] = [];
  for (const [path, file] of files()) if (!planned.has(file)) gone.push(path());
  return { stale, fresh, gone };
}
