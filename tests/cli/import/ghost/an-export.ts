import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Archive, ArchiveSite, Entry, ImportNote, TextContext } from '../../../../src/cli/import/archive.ts';
import { ghost } from '../../../../src/cli/import/sources/ghost/ghost.ts';

/** Tables of an export by their names. */
export type Tables = Readonly<Record<string, unknown>>;

/** An export as Ghost writes it. */
export function anExport(data: Tables): string {
  return JSON.stringify({ db: [{ meta: { exported_on: 1_700_000_000_000, version: '5.87.0' }, data }] });
}

/** A folder of this name's files, which is removed with the machine's temporary files. */
export function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-ghost-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The archive of a folder with these tables as its export, and other files. */
export function open(
  tables: Tables,
  { files = {}, site = {} }: { readonly files?: Readonly<Record<string, string>>; readonly site?: ArchiveSite } = {},
): Promise<Archive> {
  return ghost.open(aFolder({ 'ghost.json': anExport(tables), ...files }), { media: undefined, site });
}

/** What a text may ask: media and links keep their addresses. */
export function aContext(entry: Entry, note: TextContext['note'] = () => undefined): TextContext {
  return {
    entry,
    link: (address) => address,
    media: (address) => `/media/${address.split('/').at(-1)}`,
    shortcode: () => undefined,
    note,
  };
}

/** A text as it is moved in, and what was noted of it. */
export function textOf(entry: Entry): { readonly text: string; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  return { text: entry.text(aContext(entry, (note) => notes.push(note))), notes };
}

export async function entriesOf(archive: Archive): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of archive.entries()) entries.push(entry);
  return entries;
}
