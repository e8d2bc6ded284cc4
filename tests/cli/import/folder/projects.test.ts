import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterEach, describe, expect, it } from 'vitest';
import type { Archive, ImportNote } from '../../../../src/cli/import/archive.ts';
import { FOLDER_READERS } from '../../../../src/cli/import/sources/folder/folder.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

const systems = readdirSync(FIXTURES).sort();

describe('projects of other systems', () => {
  afterEach(() => expect(existsSync('/tmp/never')).toBe(false));

  it('has a project of each system', () => {
    expect(systems).toEqual(FOLDER_READERS.map(({ type }) => type).sort());
  });

  it.each(systems)('is a project of %s for the first reader that recognises it', (system) => {
    const found = FOLDER_READERS.find((reader) => reader.recognises(join(FIXTURES, system), undefined));

    expect(found?.type).toBe(system);
  });

  it.each(systems)('tells of a project of %s what its expected text says', async (system) => {
    const told = await tellOf(system);
    const path = join(FIXTURES, system, 'expected.txt');
    if (process.env['UPDATE_FIXTURES']) writeFileSync(path, told);

    expect(told).toBe(readFileSync(path, 'utf8'));
  });

  it.each(systems)('tells the same of a project of %s each time it is read', async (system) => {
    expect(await tellOf(system)).toBe(await tellOf(system));
  });
});

async function tellOf(system: string): Promise<string> {
  const folder = join(FIXTURES, system);
  const reader = FOLDER_READERS.find(({ type }) => type === system);
  if (!reader) throw new Error(`There is no reader of ${system}`);
  const archive = await reader.open(folder, { media: undefined, site: {} });
  const parts = [
    yaml({
      system: archive.system,
      site: archive.site,
      lists: archive.lists,
      redirects: archive.redirects,
      notes: archive.notes,
    }),
  ];
  for (const contributor of archive.contributors) {
    const { text, ...facts } = contributor;
    parts.push(yaml({ contributor: { ...facts, text: text?.(contextOf(archive, folder, []).context) } }));
  }
  for await (const entry of archive.entries()) {
    const notes: ImportNote[] = [];
    const { context, media } = contextOf(archive, folder, notes);
    const { text, ...facts } = entry;
    const written = text({ ...context, entry });
    const found = (address: string): string =>
      archive.findMedia(address, entry)?.slice(folder.length + 1) ?? 'not there';
    const image = entry.image && found(entry.image.address);
    const files = Object.fromEntries(media.map((address) => [address, found(address)]));
    parts.push(
      `${yaml({ ...facts, imageFile: image, media: files, noted: notes.map(({ kind, what, detail }) => `${kind}: ${what}: ${detail}`) })}\n${written}\n`,
    );
  }
  return parts.join('\n========\n');
}

function contextOf(archive: Archive, _folder: string, notes: ImportNote[]) {
  const media: string[] = [];
  const [first] = archive.outlines;
  if (!first) throw new Error('There is nothing in the archive');
  const context = {
    entry: first,
    link: (address: string) => address,
    media: (address: string) => {
      media.push(address);
      return `/media/${address.replace(/^.*\//, '')}`;
    },
    shortcode: () => undefined,
    note: (note: ImportNote) => void notes.push(note),
  };
  return { context, media };
}

function yaml(value: object): string {
  return dump(JSON.parse(JSON.stringify(value)), { lineWidth: 140 });
}
