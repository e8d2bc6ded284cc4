import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** How a file that is there already is written. */
export interface Writing {
  /** Whether it keeps its times. */
  readonly keepsTimes: boolean;
}

/**
 * Makes a folder hold these files and no others. Files that say what they should are left alone. Returns the paths of those that were
 * written or removed.
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  { keepsTimes }: Writing,
): readonly string[] {
  const changed: string[] = [];
  for (const [path, entry] of entriesIn(folder)) {
    if (entry.isDirectory() || files.has(path)) continue;
    rmSync(join(folder, path));
    changed.push(path);
  }
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    const isThere = existsSync(target);
    if (isThere && readFileSync(target).equals(bytes)) continue;
    const times = isThere && keepsTimes ? statSync(target) : undefined;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    changed.push(path);
    if (times) utimesSync(target, times.atime, times.mtime);
  }
  for (const [path, entry] of [...entriesIn(folder)].reverse()) {
    if (entry.isDirectory() && entriesIn(join(folder, path)).size === 0)
      rmSync(join(folder, path), { recursive: true });
  }
  return changed;
}

/** What is in a folder and in those within it, by path from there, sorted. Links are not followed. */
export function entriesIn(folder: string): ReadonlyMap<string, Dirent> {
  const entries: [string, Dirent][] = [];
  const look = (within: string): void => {
    for (const entry of listOf(join(folder, within))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      entries.push([path, entry]);
      if (entry.isDirectory()) look(path);
    }
  };
  look('');
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function listOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '')) return [];
    throw fault;
  }
}
