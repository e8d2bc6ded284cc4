import { FINGERPRINT_LENGTH } from './fingerprint.ts';
import { hash } from 'node:crypto';

/** Files that are to be, each at the same place of both lists. */
export interface WantedFiles {
  /** Paths from the root of the output. */
  readonly paths: readonly string[];
  /**
   * Of what each is made of: the whole fingerprint, or only what stands behind the first {@link FINGERPRINT_LENGTH} characters of
   * it, where the rest must be what it was.
   */
  readonly fingerprints: readonly string[];
}

/** Which files must be made, which are good as they are, and which are to be no more. */
export interface Plan {
  /** Places of those to make. */
  readonly stale: readonly number[];
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

/** A file is fresh if it was made of what it is to be made of, and is as it was written. */
export function planPages<File extends object>(
  { paths, fingerprints }: WantedFiles,
  { fileAt, files, fingerprintOf, isIntact }: Known<File>,
): Plan {
  const stale: number[] = [];
  const planned = new Set<File>();
  paths.forEach((path, place) => {
    const file = fileAt(path);
    if (file) planned.add(file);
    const isFresh = file && isSame(fingerprintOf(file), fingerprints[place] ?? '') && isIntact(path);
    if (!isFresh) stale.push(place);
  });
  const gone: string[] = [];
  for (const [path, file] of files()) if (!planned.has(file)) gone.push(path());
  return { stale, fresh: paths.length - stale.length, gone };
}

function isSame(known: string, wanted: string): boolean {
  return (wanted.length < FINGERPRINT_LENGTH ? known.slice(FINGERPRINT_LENGTH) : known) === wanted;
}

/** One part of a site that several machines build: the third of eight is `{ index: 3, count: 8 }`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Reads `3/8`; `undefined` where it is no part of anything. */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/** Whether a file belongs to a part. Its path alone decides, so that every machine comes to the same answer. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  if (count === 1) return true;
  const first = Number.parseInt(hash('sha256', path, 'hex').slice(0, 8), 16);
  return first % count === index - 1;
}
