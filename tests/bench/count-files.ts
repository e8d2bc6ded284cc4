import { readdirSync } from 'node:fs';

/** How many files there are. */
export interface FileCount {
  readonly files: number;
  readonly html: number;
}

/** Counts the files that a build published, at any depth. Those whose name starts with a dot are the program's own. */
export function countFiles(folder: string): FileCount {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  return { files: names.length, html: names.filter((name) => name.endsWith('.html')).length };
}
