import type { Snapshot } from './snapshot.ts';

/** How many files a build left, and what it did to those that were there before. */
export interface Changes {
  readonly files: number;
  readonly html: number;
  /** New, replaced or written again, even with the same bytes. */
  readonly written: number;
  readonly removed: number;
}

/** Compares the output before and after a build. */
export function countChanges(before: Snapshot, after: Snapshot): Changes {
  return {
    files: after.size,
    html: [...after.keys()].filter((path) => path.endsWith('.html')).length,
    written: [...after].filter(([path, stamp]) => before.get(path) !== stamp).length,
    removed: [...before.keys()].filter((path) => !after.has(path)).length,
  };
}
