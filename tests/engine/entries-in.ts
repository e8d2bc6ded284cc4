import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
