import { FINGERPRINT_LENGTH } from './fingerprint.ts';

/** Files that are to be, each at the same place of both lists. */
export interface WantedFiles {
  /** Paths from the root of the output. */
  readonly paths: readonly string[];
  /**
   * What each is made of: its whole fingerprint, or only what stands behind the first {@link FINGERPRINT_LENGTH} characters of
   * it, where the rest must be what it was.
   */
  readonly madeOf: readonly string[];
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
  { paths, madeOf }: WantedFiles,
  { fileAt, files, fingerprintOf, isIntact }: Known<File>,
): Plan {
  const stale: number[] = [];
  const planned = new Set<File>();
  paths.forEach((path, place) => {
    const file = fileAt(path);
    if (file) planned.add(file);
    const isFresh = file && isSame(fingerprintOf(file), madeOf[place] ?? '') && isIntact(path);
    if (!isFresh) stale.push(place);
  });
  const gone: string[] = [];
  for (const [path, file] of files()) if (!planned.has(file)) gone.push(path());
  return { stale, fresh: paths.length - stale.length, gone };
}

function isSame(known: string, wanted: string): boolean {
  return (wanted.length < FINGERPRINT_LENGTH ? known.slice(FINGERPRINT_LENGTH) : known) === wanted;
}
