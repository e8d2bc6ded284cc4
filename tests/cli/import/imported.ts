import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { broadsheetInResident } from '../run.ts';
import { type ArchiveGiven, aFolderOf, anArchive, importInto } from './an-archive.ts';

/** An archive moved into a folder with these files, and what can be asked of it then; paths are from the content folder. */
export async function imported(given: ArchiveGiven, files: Readonly<Record<string, string>> = {}) {
  const folder = aFolderOf(files);
  const result = await importInto(folder, anArchive(given));
  const text = (path: string): string => readFileSync(join(folder, 'content', path), 'utf8');
  return { folder, result, text, keys: (path: string) => keysOf(path, text(path)), files: () => filesIn(folder) };
}

/** The front matter of a file. */
export function keysOf(path: string, text: string): Readonly<Record<string, unknown>> {
  const { frontMatter } = parseManuscript({ path: `content/${path}`, text });
  if (frontMatter.kind !== 'read') throw new Error(`Unexpected front matter in ${path}`);
  return frontMatter.values as Readonly<Record<string, unknown>>;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'content').length + 1))
    .sort();
}

/** What `check` says of a newsroom, each kind of thing once. */
export async function check(folder: string) {
  const { stdout, status } = await broadsheetInResident(folder, 'check', '--json', '--now', '2026-11-29 12:00');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { code: string; severity: string; path: string }[];
  };
  return { status, codes: [...new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`))].sort() };
}
