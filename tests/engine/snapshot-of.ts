import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn } from './entries-in.ts';

/** What a folder holds, by path: the bytes of files, each as a character, and what else there is by its kind. */
export type Snapshot = ReadonlyMap<string, string>;

export const FOLDER = '(folder)';

export function snapshotOf(folder: string): Snapshot {
  return new Map(
    [...entriesIn(folder)].map(([path, entry]) => {
      if (entry.isDirectory()) return [path, FOLDER];
      if (entry.isSymbolicLink()) return [path, `(link) ${readlinkSync(join(folder, path))}`];
      return [path, readFileSync(join(folder, path), 'latin1')];
    }),
  );
}
