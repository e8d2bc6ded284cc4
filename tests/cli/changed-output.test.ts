import { appendFileSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { MARK } from '../../src/build/publishing/workspace.ts';
import { filesIn } from '../../src/disk/files.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { build, filesOnDisk, textsOf } from './built.ts';
import { A, built, FILES, write } from './built.ts';
import { removeNewsrooms } from './run.ts';

afterAll(removeNewsrooms);

describe('an output that someone changed', async () => {
  it.each<[string, (site: string) => void, { readonly rendered: number; readonly removed: number }]>([
    ['a page was changed', (site) => appendFileSync(join(site, A), 'x'), { rendered: 1, removed: 0 }],
    ['a page was emptied', (site) => truncateSync(join(site, A)), { rendered: 1, removed: 0 }],
    ['a page was deleted', (site) => rmSync(join(site, A)), { rendered: 1, removed: 0 }],
    ['a page of a template was deleted', (site) => rmSync(join(site, 'about/index.html')), { rendered: 1, removed: 0 }],
    ['a picture was changed', (site) => write(site, 'media/bridge.svg', 'x'), { rendered: 1, removed: 0 }],
    ['a folder was deleted', (site) => rmSync(join(site, '2026/10'), { recursive: true }), { rendered: 9, removed: 0 }],
    ['a file was added', (site) => write(site, 'stray.html', 'x'), { rendered: 0, removed: 1 }],
    ['a folder was added', (site) => write(site, 'a/b/stray.html', 'x'), { rendered: 0, removed: 1 }],
    ['a file was added beside pages', (site) => write(site, '2026/11/23/x.html', 'x'), { rendered: 0, removed: 1 }],
    [
      'a file took the place of a folder',
      (site) => {
        rmSync(join(site, 'about'), { recursive: true });
        write(site, 'about', 'x');
      },
      { rendered: 1, removed: 1 },
    ],
    [
      'a folder took the place of a file',
      (site) => {
        rmSync(join(site, 'feed.xml'));
        write(site, 'feed.xml/x', 'x');
      },
      { rendered: 1, removed: 1 },
    ],
    ['all was touched', (site) => touchAll(site), { rendered: 0, removed: 0 }],
    ['the mark was changed', (site) => write(site, '.broadsheet.txt', 'x'), { rendered: 0, removed: 0 }],
  ])('is put right where %s', async (_what, change, counts) => {
    const folder = await built();
    const site = join(folder, '_site');
    const before = textsOf(site);
    change(site);
    const mended = await build(folder);
    const after = textsOf(site);
    const later = await build(folder);

    expect(mended.status).toBe(0);
    expect(mended.document).toMatchObject(counts);
    expect(after).toEqual(before);
    expect(later.document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
  });

  it('is made again where it is gone', async () => {
    const folder = await built();
    const before = textsOf(join(folder, '_site'));
    rmSync(join(folder, '_site'), { recursive: true });
    const { document } = await build(folder);

    expect(document).toMatchObject({ rendered: Object.keys(before).length - 1, removed: 0 });
    expect(textsOf(join(folder, '_site'))).toEqual(before);
  });

  it('is put right also where a build failed in between', async () => {
    const folder = await built();
    const site = join(folder, '_site');
    const before = textsOf(site);
    write(site, 'stray.html', 'x');
    write(site, 'about/stray.html', 'x');
    write(site, A, 'x');
    write(folder, 'content/articles/b.md', aStory({ label: 'gossip' }));
    const failed = await build(folder);
    write(folder, 'content/articles/b.md', FILES['content/articles/b.md']);
    const mended = await build(folder);

    expect([failed.status, mended.status]).toEqual([1, 0]);
    expect(mended.document).toMatchObject({ rendered: 1, removed: 2 });
    expect(textsOf(site)).toEqual(before);
  });

  it('is left alone where it is a link to a folder that is as it was', async () => {
    const folder = await built();
    renameSync(join(folder, '_site'), join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, '_site'));
    const pages = (name: string): readonly string[] =>
      filesOnDisk(join(folder, name)).filter((file) => !file.startsWith(MARK));
    const before = pages('elsewhere');
    await build(folder);
    write(folder, 'elsewhere/stray.html', 'x');
    const mended = await build(folder);

    expect(mended.document).toMatchObject({ rendered: 0, removed: 1, changed: ['/stray.html'] });
    expect(pages('elsewhere')).toEqual(before);
    expect(pages('_site')).toEqual(before);
  });
});

function touchAll(folder: string): void {
  for (const path of filesIn(folder)) utimesSync(join(folder, path), 1, 1);
}
