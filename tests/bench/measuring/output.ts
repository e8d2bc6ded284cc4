import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder, by path: what changes when a file is written or replaced, even with the bytes that it had. */
export type Snapshot = ReadonlyMap<string, string>;

/** Takes a snapshot of what a build published. Files whose name starts with a dot are the program's own. */
export function takeSnapshot(folder: string): Snapshot {
  const files = new Map<string, string>();
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) open.push(inner);
      else if (!entry.name.startsWith('.')) files.set(inner, stampOf(join(folder, inner)));
    }
  }
  return files;
}

function stampOf(path: string): string {
  const { ino, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
  return `${ino} ${mtimeNs} ${ctimeNs}`;
}

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
