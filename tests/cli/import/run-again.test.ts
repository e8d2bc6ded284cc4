import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeNewsrooms } from '../run.ts';
import { anArchive, anEntry, importInto, removeFolders } from './an-archive.ts';
import { check, imported } from './imported.ts';

afterAll(() => {
  removeFolders();
  removeNewsrooms();
});

describe('an import into what is there', () => {
  it('changes nothing that somebody has edited, and adds what is new', async () => {
    const entries = [anEntry({ key: 'one' }), anEntry({ key: 'two' }), anEntry({ key: 'three' })];
    const { folder, text } = await imported({ entries });
    const site = text('site.yaml');
    const path = (name: string): string => join(folder, `content/articles/2019/03/${name}.md`);
    writeFileSync(path('one'), text('articles/2019/03/one.md').replace('Words.', 'Better words.'));
    rmSync(path('two'));

    const renewed = [
      anEntry({ key: 'one', html: '<p>Other words.</p>' }),
      anEntry({ key: 'two' }),
      anEntry({ key: 'three', title: 'Renamed', slug: 'renamed', html: '<p>Other words.</p>' }),
      anEntry({ key: 'four' }),
    ];
    const again = await importInto(folder, anArchive({ entries: renewed }), { now: Date.UTC(2027, 0, 1) });

    expect(text('articles/2019/03/one.md')).toContain('Better words.');
    expect(existsSync(path('two'))).toBe(false);
    expect(text('articles/2019/03/three.md')).toContain('Other words.');
    expect(existsSync(path('renamed'))).toBe(false);
    expect(text('articles/2019/03/four.md')).toContain('Words.');
    expect(text('site.yaml')).toBe(site);
    expect(again.edited).toBe(2);
  });

  it('tells of what the archive has no more, which stays', async () => {
    const entries = ['one', 'two', 'three'].map((key) => anEntry({ key }));
    const { folder, files } = await imported({ entries });
    const again = await importInto(folder, anArchive({ entries: entries.slice(1) }));
    const other = await importInto(folder, anArchive({ entries: [anEntry({ key: 'of another archive' })] }));

    expect(files()).toContain('articles/2019/03/one.md');
    expect(again.report).toContain('### Story or page that the archive has no more: 1\n');
    expect(again.report).toContain('- the archive: `articles/2019/03/one.md`\n');
    expect(other.report).not.toContain('no more');
  });

  it('changes no byte when it runs again', async () => {
    const given = {
      entries: [anEntry({ key: 'one', otherUrls: ['/?p=1'] }), anEntry({ key: 'two', kind: 'page' as const })],
    };
    const { folder, files, text } = await imported(given);
    const before = files().map((file) => text(file));
    const again = await importInto(folder, anArchive(given), { now: Date.UTC(2027, 0, 1) });

    expect(files().map((file) => text(file))).toEqual(before);
    expect(again.report).toContain('| of these, new or with other words than at the last import | 0 |');
  });

  it('leaves a newsroom that is there as it is', async () => {
    const site = 'title: The Ledger\nurl: https://old.example/\nsections:\n  - { id: local, title: News }\n';
    const mine = '---\nheadline: Mine\ncontributors: Jane Doe\ndate: 2019-03-01\n---\nMine.\n';
    const { text, keys, folder } = await imported(
      { entries: [anEntry({ key: 'one' }), anEntry({ key: 'two', categories: [{ id: 'x', title: 'Ships' }] })] },
      {
        'content/site.yaml': site,
        'content/articles/2019/03/one.md': mine,
        'content/redirects.yaml': '/a/: https://a.example/',
      },
    );

    expect(text('site.yaml')).toBe(site);
    expect(text('articles/2019/03/one.md')).toBe(mine);
    expect(keys('articles/2019/03/one-2.md')).toMatchObject({
      section: 'local',
      contributors: 'The Ledger',
      permalink: '/2019/03/one/',
    });
    expect(keys('articles/2019/03/two.md')).toMatchObject({ topics: ['Ships'] });
    expect((await check(folder)).codes.filter((code) => code.startsWith('error'))).toEqual([]);
  });
});
