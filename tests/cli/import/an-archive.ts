import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Archive, ArchiveSite, Entry } from '../../../src/cli/import/archive.ts';
import { htmlToMarkdown } from '../../../src/cli/import/convert/html-to-markdown.ts';
import { NO_MAPPING } from '../../../src/cli/import/read-mapping.ts';
import { type Imported, type ImportOptions, runImport } from '../../../src/cli/import/run-import.ts';
import { lookAtTarget } from '../../../src/cli/import/target.ts';

const folders = new Set<string>();

/** A new folder with files in it; its path. */
export function aFolderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-import-'));
  folders.add(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

export interface EntryGiven extends Partial<Omit<Entry, 'text'>> {
  readonly key: string;
  readonly html?: string;
}

/** A story as an archive has it, by the parts that matter. */
export function anEntry({ html = '<p>Words.</p>', ...given }: EntryGiven): Entry {
  return {
    ...{ place: given.key, kind: 'story', title: `About ${given.key}`, slug: given.key, status: 'published' },
    ...{ date: '2019-03-01 07:30', url: `https://old.example/2019/03/${given.key}/` },
    ...{ categories: [{ id: 'news', title: 'News' }], contributors: [], topics: [], credits: [] },
    text: (context) => htmlToMarkdown(html, context),
    ...given,
  };
}

export interface ArchiveGiven extends Partial<Omit<Archive, 'entries' | 'site' | 'outlines'>> {
  readonly entries: readonly Entry[];
  readonly site?: ArchiveSite;
}

export function anArchive({ entries, site, ...given }: ArchiveGiven): Archive {
  return {
    ...{ system: 'Oldpress', contributors: [], lists: [], redirects: [], notes: [], findMedia: () => undefined },
    site: { title: 'The Old Echo', url: 'https://old.example/', language: 'en-GB', timeZone: 'Europe/London', ...site },
    outlines: entries,
    entries: async function* () {
      yield* entries;
    },
    ...given,
  };
}

/** Imports into a folder on a day in 2026. */
export function importInto(folder: string, archive: Archive, given: Partial<ImportOptions> = {}): Promise<Imported> {
  return runImport(archive, {
    ...{ from: 'export.old', newsroom: lookAtTarget(folder), mapping: NO_MAPPING, isDry: false, fetch: undefined },
    ...{ now: Date.UTC(2026, 10, 29), progress: () => undefined },
    ...given,
  });
}
