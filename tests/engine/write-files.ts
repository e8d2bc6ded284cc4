import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesIn } from './entries-in.ts';

/** How a file that is there already is written. */
export interface Writing {
  /** Whether it keeps its times. */
  readonly keepsTimes: boolean;
}

/** Makes a folder hold these files and no others. Files that say what they should are left alone. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>, { keepsTimes }: Writing): void {
  for (const [path, entry] of entriesIn(folder)) {
    if (!entry.isDirectory() && !files.has(path)) rmSync(join(folder, path));
  }
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    const isThere = existsSync(target);
    if (isThere && readFileSync(target).equals(bytes)) continue;
    const times = isThere && keepsTimes ? statSync(target) : undefined;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    if (times) utimesSync(target, times.atime, times.mtime);
  }
  for (const [path, entry] of [...entriesIn(folder)].reverse()) {
    if (entry.isDirectory() && entriesIn(join(folder, path)).size === 0)
      rmSync(join(folder, path), { recursive: true });
  }
}
