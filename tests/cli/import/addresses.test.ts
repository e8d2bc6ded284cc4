import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeNewsrooms } from '../run.ts';
import { aFolderOf, anEntry, removeFolders } from './an-archive.ts';
import { check, imported } from './imported.ts';

afterAll(() => {
  removeFolders();
  removeNewsrooms();
});

describe('addresses of an archive', () => {
  it('are those of its stories, or lead from there', async () => {
    const { keys, text, folder } = await imported({
      entries: [
        anEntry({ key: 'one', otherUrls: ['https://old.example/?p=1', '/old/one'] }),
        anEntry({ key: 'two' }),
        anEntry({ key: 'three', url: '/blog/Three_3.html' }),
        anEntry({ key: 'four', url: '/BLOG/three_3.html' }),
        anEntry({ key: 'five', url: '/2019/03/' }),
        anEntry({ key: 'six', url: '/index.php', otherUrls: ['/?p=6'] }),
        anEntry({ key: 'seven', url: '/web.config/' }),
        anEntry({ key: 'eight', url: 'https://elsewhere.example/8/' }),
        anEntry({ key: '九', slug: '新闻', url: '/2019/03/%E6%96%B0%E9%97%BB/' }),
        anEntry({ key: 'ten', status: 'draft', url: '/?p=10' }),
      ],
    });

    expect(keys('articles/2019/03/one.md')).toMatchObject({ aliases: ['/old/one'] });
    expect(keys('articles/2019/03/two.md')).not.toHaveProperty('permalink');
    expect(keys('articles/2019/03/three.md')).toMatchObject({ permalink: '/blog/Three_3.html' });
    expect(keys('articles/2019/03/four.md')).not.toHaveProperty('permalink');
    expect(keys('articles/2019/03/five.md')).not.toHaveProperty('permalink');
    expect(keys('articles/2019/03/seven.md')).not.toHaveProperty('permalink');
    expect(keys('articles/2019/03/ten.md')).toMatchObject({ draft: true });
    expect(text('redirects.yaml').split('\n')).toEqual(
      expect.arrayContaining(['/?p=1: /2019/03/one/', '/?p=6: /2019/03/six/']),
    );
    expect((await check(folder)).status).toBe(0);
  });

  it('stay within the folder that the old site had on its host', async () => {
    const { text, keys } = await imported({
      site: { url: 'https://old.example/blog' },
      entries: [
        anEntry({
          key: 'one',
          url: 'https://old.example/blog/2019/03/one/',
          html: '<p><a href="/blog/2019/03/two">two</a></p>',
        }),
        anEntry({ key: 'two', url: '/blog/2019/03/two/', otherUrls: ['https://old.example/blog/?p=2'] }),
      ],
    });

    expect(keys('articles/2019/03/one.md')).not.toHaveProperty('permalink');
    expect(text('articles/2019/03/one.md')).toContain('[two](/2019/03/two/)');
    expect(text('redirects.yaml')).toBe('/?p=2: /2019/03/two/\n');
    expect(text('site.yaml')).toContain('permalink: /{yyyy}/{mm}/{slug}/');
  });

  it('are those of media, of what ends as the old system let it, and of stories without a category', async () => {
    const quay = join(aFolderOf({ 'quay.jpg': 'a picture', 'plan.pdf': '%PDF-1.4' }), '/');
    const { text } = await imported({
      entries: [
        anEntry({
          key: 'one',
          html: '<p>Words. <a href="/2019/03/two/amp/">Two</a> <a href="/files/plan.pdf">Plan</a></p><p><img src="/wp-content/uploads/2019/quay.jpg" alt="A quay"></p><p><img src="https://elsewhere.example/a.jpg" alt="A"></p>',
        }),
        anEntry({ key: 'two', categories: [{ id: 'uncategorized', title: 'Uncategorized' }] }),
        anEntry({ key: 'three', categories: [] }),
      ],
      endings: [{ ending: 'amp/' }, { ending: 'feed/', to: '/feed.xml' }],
      lists: [
        {
          url: '/category/uncategorized/',
          feeds: ['/category/uncategorized/feed/'],
          of: { kind: 'category', id: 'uncategorized' },
        },
      ],
      findMedia: (address) => /\/(quay\.jpg|plan\.pdf)$/.exec(address)?.[1]?.replace(/^/, quay),
    });
    const lines = text('redirects.yaml').trim().split('\n');

    expect(text('articles/2019/03/one.md')).toContain('[Two](/2019/03/two/)');
    expect(lines).toEqual([
      '/category/uncategorized/: /archive/',
      '/category/uncategorized/feed/: /feed.xml',
      '/files/plan.pdf: /media/plan.pdf',
      '# Old addresses of one kind. Hosts that read no rules (`_redirects`) have nothing there.',
      '/:first/:slug/amp/: /:first/:slug/',
      '/:first/:second/:slug/amp/: /:first/:second/:slug/',
      '/:first/:slug/feed/: /feed.xml',
      '/:first/:second/:slug/feed/: /feed.xml',
    ]);
  });

  it('lead on line by line where the address of a page ends as those of others do', async () => {
    const { text, folder } = await imported({
      entries: [
        anEntry({ key: 'one' }),
        anEntry({ key: 'two', topics: ['AMP'] }),
        anEntry({ key: 'amp', kind: 'page', url: 'https://old.example/2019/03/two/amp/' }),
      ],
      endings: [{ ending: 'amp/' }, { ending: 'page/:number/', ofHome: '/archive/' }],
      lists: [{ url: '/tag/', of: { kind: 'topic', name: 'AMP' } }],
      beginnings: ['index.php/'],
      redirects: [
        { from: '/written/', to: '/2019/03/one/', isWritten: true },
        { from: '/nowhere/', to: '/2019/03/three/', isWritten: true },
        { from: '/by-itself/', to: '/2019/03/three/' },
      ],
      patterns: [
        { from: '/z/:y/:m/:slug/', to: '/:y/:m/:slug/' },
        { from: '/2019/*', to: '/archive/' },
      ],
    });
    const lines = text('redirects.yaml').split('\n');
    const report = readFileSync(join(folder, 'import-report.md'), 'utf8');

    expect(lines).toContain('/2019/03/one/amp/: /2019/03/one/');
    expect(lines).not.toContain('/2019/03/two/amp/: /2019/03/two/');
    expect(lines).toContain('/written/: /2019/03/one/');
    expect(lines.filter((line) => /^\/:|:first/.test(line))).toEqual([
      '/:first/:second/:third/:slug/amp/: /:first/:second/:third/:slug/',
      '/:slug/page/:number/: /:slug/',
      '/:first/:slug/page/:number/: /:first/:slug/',
      '/:first/:second/:slug/page/:number/: /:first/:second/:slug/',
      '/:first/:second/:third/:slug/page/:number/: /:first/:second/:third/:slug/',
      '/index.php/:first/:second/:slug/: /:first/:second/:slug/',
      '/index.php/:first/:second/:third/:slug/: /:first/:second/:third/:slug/',
    ]);
    expect(report).toContain('`/nowhere/ → /2019/03/three/`');
    expect(report).toContain('`/2019/* → /archive/`');
    expect(report).not.toContain('by-itself');
    expect((await check(folder)).codes.filter((code) => code.startsWith('error'))).toEqual([]);
  });

  it('lead nowhere else where a page of Broadsheet’s is', async () => {
    const { folder, files, text } = await imported({
      entries: [
        anEntry({ key: 'one' }),
        anEntry({ key: 'two', url: '/archive/' }),
        anEntry({ key: 'page', kind: 'page', title: 'Search', slug: 'search', url: 'https://old.example/search/' }),
      ],
      redirects: [
        { from: '/corrections/', to: '/2019/03/one/' },
        { from: '/2019/', to: '/2019/03/one/' },
        { from: '/2018/', to: '/2019/03/one/' },
      ],
    });

    expect(files()).toContain('pages/search-2.md');
    expect(text('redirects.yaml')).toBe('/2018/: /2019/03/one/\n');
    expect(await check(folder)).toEqual({ status: 0, codes: [] });
  });
});

it('has pages judged as old as they are', async () => {
  const { folder, keys } = await imported({
    entries: [
      anEntry({ key: 'one' }),
      anEntry({ key: 'about', kind: 'page', url: '/about/', html: '<p>Us.</p><p><img src="/us.jpg"></p>' }),
      anEntry({ key: 'team', kind: 'page', url: '/team/', date: undefined, html: '<p><img src="/us.jpg"></p>' }),
    ],
    findMedia: () => join(aFolderOf({ 'us.jpg': 'no picture' }), 'us.jpg'),
  });

  expect(keys('pages/about.md')).toMatchObject({ written: '2019-03-01' });
  expect(keys('pages/team.md')).toMatchObject({ written: expect.stringMatching(/^2026-11-/) });
  expect(await check(folder)).toEqual({ status: 0, codes: ['warn picture-alt', 'warn picture-unreadable'] });
});

it('calls a picture what it is', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const file = join(aFolderOf({ 'quay.jpg': png }), 'quay.jpg');
  const { files } = await imported({
    entries: [anEntry({ key: 'one', html: '<p><img src="/quay.jpg" alt="A quay"></p>' })],
    findMedia: () => file,
  });

  expect(files()).toContain('media/quay.png');
});
