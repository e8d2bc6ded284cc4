import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordpress } from '../../../../src/cli/import/sources/wordpress/wordpress.ts';
import { entriesOf, folderWith } from './archive.ts';
import { writeLargeExport } from './large-export.ts';

it('tells of each story once and in the same order, however often it is asked', async () => {
  const path = join(folderWith({}), 'export.xml');
  await writeLargeExport(path, 300);
  const archive = await wordpress.open(path, { media: undefined, site: {} });
  const keys = archive.outlines.map(({ key }) => key);

  expect(keys).toHaveLength(300);
  expect(new Set(keys).size).toBe(300);
  expect((await entriesOf(archive)).map(({ key }) => key)).toEqual(keys);
  expect((await entriesOf(archive)).map(({ key }) => key)).toEqual(keys);
});

it('tells of an entry what its outline tells', async () => {
  const path = join(folderWith({}), 'export.xml');
  await writeLargeExport(path, 20);
  const archive = await wordpress.open(path, { media: undefined, site: {} });
  const entries = await entriesOf(archive);

  for (const [index, outline] of archive.outlines.entries()) expect(entries[index]).toMatchObject(outline);
  expect(entries[0]).toMatchObject({
    dek: expect.stringContaining('bridge'),
    image: { alt: 'Picture 1', caption: 'By the *quay*' },
    credits: [{ contributor: { key: 'writer1' } }],
  });
});
