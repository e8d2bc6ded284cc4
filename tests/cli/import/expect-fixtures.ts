import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ArchiveReader, OpenOptions } from '../../../src/cli/import/archive.ts';
import { printArchive } from './print-archive.ts';

const NOTHING_ASKED: OpenOptions = { media: undefined, site: {} };

/** The archives of a folder of fixtures, by name: each has beside it what is expected, as `printArchive` prints it. */
export function fixturesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected'))
    .toSorted();
}

/** What a reader makes of a fixture, and what it is to make. `UPDATE_FIXTURES=1` writes the latter anew, to be read before it is committed. */
export async function readFixture(
  reader: ArchiveReader,
  path: string,
  options: OpenOptions = NOTHING_ASKED,
): Promise<{ readonly printed: string; readonly expected: string }> {
  const printed = await printArchive(await reader.open(path, options));
  const beside = `${path.replace(/\/$/, '')}.expected`;
  if (process.env['UPDATE_FIXTURES']) writeFileSync(beside, printed);
  return { printed, expected: readFileSync(beside, 'utf8') };
}
