import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn } from '../newsrooms/write-files.ts';

/** What a folder holds, by path: the bytes of files, each as a character, and what else there is by its kind. */
export type Snapshot = ReadonlyMap<string, string>;

export const FOLDER = '(folder)';

export function snapshotOf(folder: string): Snapshot {
  return new Map(
    [...entriesIn(folder)].map(([path, entry]) => {
      if (entry.isDirectory()) return [path, FOLDER];
      if (!entry.isFile() && !entry.isSymbolicLink()) return [path, '(neither a file nor a folder)'];
      if (entry.isSymbolicLink()) return [path, `(link) ${readlinkSync(join(folder, path))}`];
      return [path, readFileSync(join(folder, path), 'latin1')];
    }),
  );
}

/** Throws where two lists of names and what they stand for differ, and says in what. */
export function demandSame(what: string, given: Snapshot, wanted: Snapshot): void {
  const paths = [...new Set([...given.keys(), ...wanted.keys()])].sort();
  const different = paths.filter((path) => given.get(path) !== wanted.get(path));
  if (different.length === 0) return;
  const shown = different.slice(0, 5).map((path) => describe(path, given.get(path), wanted.get(path)));
  throw new Error(`${what} is not as it should be: ${different.length} differ\n${shown.join('\n')}`);
}

function describe(path: string, given: string | undefined, wanted: string | undefined): string {
  if (given === undefined) return `  ${path}: missing, expected ${excerpt(wanted ?? '', 0)}`;
  if (wanted === undefined) return `  ${path}: unexpected ${excerpt(given, 0)}`;
  let at = 0;
  while (given[at] === wanted[at]) at += 1;
  return `  ${path}, from character ${at}:\n    is       ${excerpt(given, at)}\n    expected ${excerpt(wanted, at)}`;
}

function excerpt(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 80));
}
