import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMappingFile } from '../../../src/cli/import/read-mapping.ts';
import { removeNewsrooms } from '../run.ts';
import { aFolderOf, anArchive, anEntry, importInto, removeFolders } from './an-archive.ts';
import { check, imported, keysOf } from './imported.ts';

afterAll(() => {
  removeFolders();
  removeNewsrooms();
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('an import', () => {
  it('makes a newsroom of an archive, which can be built at once', async () => {
    const jane = { key: 'jane', name: 'Jane Doe', links: ['https://jane.example/'], text: () => 'Writes.' };
    const { folder, result, files, text, keys } = await imported({
      contributors: [jane],
      entries: [
        anEntry({
          ...{ key: 'bridge', title: 'Bridge #1: "closed"', date: '2019-03-01T07:30:00Z', dek: 'At *once*' },
          ...{
            contributors: ['jane'],
            credits: [{ contributor: { key: 'jane' } }, { contributor: { name: 'Ana Ruiz' }, credit: 'photography' }],
          },
          ...{ topics: ['Bridges', 'bridges', '—'], updated: '2019-03-02T08:00:00Z' },
          html: '<p>See <a href="/2018/12/crack/#why">this</a>, <a href="https://old.example/about">us</a>, <a href="https://old.example/tag/bridges/">all</a>.</p>',
        }),
        anEntry({ key: 'crack', date: '2018-12-01 09:00', url: '/2018/12/crack/' }),
        anEntry({ key: 'about', kind: 'page', title: 'About us', date: undefined, url: '/about/', categories: [] }),
      ],
      lists: [
        { url: '/tag/bridges/', of: { kind: 'topic', name: 'Bridges' } },
        { url: '/category/news/', of: { kind: 'category', id: 'news' } },
        { url: '/author/jane/', of: { kind: 'contributor', key: 'jane' } },
        { url: '/tag/never/', of: { kind: 'topic', name: 'Never' } },
      ],
      redirects: [{ from: '/feed/', to: '/feed.xml' }],
    });

    expect(files()).toEqual([
      'articles/2018/12/crack.md',
      'articles/2019/03/bridge.md',
      'contributors/jane-doe.md',
      'pages/about.md',
      'redirects.yaml',
      'site.yaml',
    ]);
    expect(keys('articles/2019/03/bridge.md')).toEqual({
      headline: 'Bridge #1: "closed"',
      dek: 'At \\*once\\*',
      contributors: ['jane-doe', { name: 'Ana Ruiz', credit: 'photography' }],
      date: '2019-03-01 07:30',
      updated: '2019-03-02 08:00',
      section: 'news',
      topics: ['Bridges'],
    });
    expect(text('articles/2019/03/bridge.md')).toContain(
      'See [this](/2018/12/crack/#why), [us](/about/), [all](/topics/bridges/).',
    );
    expect(text('redirects.yaml')).toBe(
      '/author/jane/: /contributors/jane-doe/\n/category/news/: /news/\n/feed/: /feed.xml\n/tag/bridges/: /topics/bridges/\n',
    );
    expect(text('site.yaml')).toContain('permalink: /{yyyy}/{mm}/{slug}/\n');
    expect(result).toMatchObject({ stories: 2, pages: 1, contributors: 1, redirects: 4, edited: 0 });
    expect(await check(folder)).toEqual({ status: 0, codes: ['warn link-fragment'] });
  });

  it('makes drafts of what has no date, and says so', async () => {
    const { keys, folder, result } = await imported({
      entries: [anEntry({ key: 'one', date: undefined }), anEntry({ key: 'two', date: 'soon' })],
    });

    expect(keys('articles/undated/one.md')).toMatchObject({ draft: true });
    expect(result.notes.of('look').map(({ note }) => note.what)).toContain('story without a date');
    expect((await check(folder)).status).toBe(0);
  });

  it('takes the first words where there is no title', async () => {
    const { keys } = await imported({
      entries: [anEntry({ key: 'one', title: '', html: `<p>The <b>ferry</b> is late${' again'.repeat(30)}.</p>` })],
    });

    expect(String(keys('articles/2019/03/one.md')['headline'])).toMatch(/^The ferry is late( again)+ …$/);
  });

  it('moves media in by a name each, and says which are not there', async () => {
    const media = aFolderOf({ 'a.png': PIXEL, 'b.svg': '<html>', 'empty.jpg': '' });
    const { files, text, result } = await imported({
      entries: [
        anEntry({
          key: 'one',
          image: { address: '/uploads/a.png', caption: 'Shut.' },
          html: `<img src="a.png" alt="a"><img src="https://old.example/uploads/a.png?w=300" alt="b"><img src="b.svg" alt="c">
            <img src="empty.jpg" alt="d"><img src="/x/missing.jpg" alt="e"><img src="data:image/png;base64,${PIXEL.toString('base64')}" alt="f">
            <img src="/x/Web.Config" alt="g"><p><a href="/uploads/r.pdf">r</a> <a href="x.php">s</a></p>`,
        }),
      ],
      findMedia: (address) => {
        const name = /([\w.]+?)(?:\?.*)?$/.exec(address)?.[1] ?? '';
        return existsSync(join(media, name)) ? join(media, name) : undefined;
      },
    });

    expect(files().filter((file) => file.startsWith('media/'))).toEqual([
      'media/2019/03/one/a.png',
      expect.stringMatching(/^media\/within-text\/[0-9a-f]{16}\.png$/),
    ]);
    const story = text('articles/2019/03/one.md');
    expect(story).toContain('![a](/media/2019/03/one/a.png)');
    expect(story).toContain('![b](/media/2019/03/one/a.png)');
    expect(story).toContain('![e](/media/x/missing.jpg)');
    expect(story).toContain('[r](/media/r.pdf)');
    expect(story.toLowerCase()).not.toContain('web.config');
    const lost = result.notes.of('lost').map(({ note }) => note.what);
    expect(lost.sort()).toEqual([
      'drawing that browsers cannot read, or that is a program',
      'file without anything in it',
      'medium that lies on the web',
      'picture or file of a kind that is not published',
    ]);
  });

  it('holds no page up by what the archive lacks, for pages have no date', async () => {
    const { folder, text, keys } = await imported({
      contributors: [
        {
          key: 'jane',
          name: 'Jane Doe',
          image: '/faces/jane.jpg',
          links: ['/author/jane/', '/gone/', 'https://jane.example/'],
        },
      ],
      entries: [
        anEntry({ key: 'one', contributors: ['jane'], credits: [{ contributor: { key: 'jane' } }] }),
        anEntry({
          key: 'about',
          kind: 'page',
          url: '/about/',
          html: '<p>See <a href="/gone/">this</a>.</p><img src="/x.jpg" alt="x">',
        }),
      ],
      lists: [{ url: '/author/jane/', of: { kind: 'contributor', key: 'jane' } }],
    });

    expect(keys('contributors/jane-doe.md')).toEqual({ name: 'Jane Doe', links: ['https://jane.example/'] });
    expect(text('pages/about.md')).toContain('See this.');
    expect(text('pages/about.md')).not.toContain('x.jpg');
    expect((await check(folder)).codes).toEqual([]);
  });

  it('knows that a story without a section is in the first one', async () => {
    const { keys, result } = await imported({
      entries: [
        anEntry({ key: 'one', url: '/news/one/' }),
        anEntry({ key: 'two', url: '/news/two/' }),
        anEntry({ key: 'three', url: '/three/', categories: [] }),
      ],
    });

    expect(keys('articles/2019/03/three.md')).toMatchObject({ permalink: '/three/' });
    expect(result.notes.of('look').map(({ note }) => note.what)).toContain(
      'story without a category that is a section',
    );
  });

  it('writes nothing in a trial', async () => {
    const folder = aFolderOf();
    const { report } = await importInto(folder, anArchive({ entries: [anEntry({ key: 'one' })] }), { isDry: true });

    expect(readdirSync(folder)).toEqual([]);
    expect(report).toContain('Nothing has been written');
    expect(report).toContain('| stories | 1 |');
  });

  it('does as the mapping file says', async () => {
    const file = join(
      aFolderOf({
        'map.yaml':
          'sections: { News: local, Ships: topic }\ntopics: { Bridges: Crossings, Misc: false }\ncontributors: { jane: Jane Roe }\nshortcodes: { ad: false, poll: "::embed{url=\\"https://poll.example/{id}\\" title=\\"{content}\\"}" }\n',
      }),
      'map.yaml',
    );
    const folder = aFolderOf();
    const mapping = readMappingFile(file);
    await importInto(
      folder,
      anArchive({
        contributors: [{ key: 'jane', name: 'Jane Doe' }],
        entries: [
          anEntry({
            ...{
              key: 'one',
              topics: ['Bridges', 'Misc'],
              contributors: ['jane'],
              credits: [{ contributor: { key: 'jane' } }],
            },
            categories: [
              { id: 'ships', title: 'Ships' },
              { id: 'news', title: 'News' },
            ],
          }),
        ],
      }),
      { mapping },
    );
    const path = 'articles/2019/03/one.md';

    expect(keysOf(path, readFileSync(join(folder, 'content', path), 'utf8'))).toMatchObject({
      section: 'local',
      topics: ['Ships', 'Crossings'],
      contributors: 'jane-roe',
    });
    expect(mapping.shortcode({ name: 'ad', attributes: {}, content: 'x' })).toBe('');
    expect(mapping.shortcode({ name: 'poll', attributes: { id: '7' }, content: 'Q' })).toBe(
      '::embed{url="https://poll.example/7" title="Q"}',
    );
    expect(mapping.shortcode({ name: 'constructor', attributes: {}, content: undefined })).toBeUndefined();
    expect(() => readMappingFile(join(aFolderOf({ 'm.yaml': 'section: {}' }), 'm.yaml'))).toThrow(/`section`/);
  });

  it.each(['__proto__', 'constructor', '../../etc/passwd', '.htaccess', 'con', 'a'.repeat(500), '\u202egnp.evil', ''])(
    'puts an entry of the slug %j among the stories',
    async (slug) => {
      const { files, folder } = await imported({
        entries: [anEntry({ key: 'one', slug, title: slug, url: `/${encodeURIComponent(slug)}/` })],
      });

      expect(files().filter((file) => file.startsWith('articles/2019/03/'))).toHaveLength(1);
      expect((await check(folder)).codes.filter((code) => code.startsWith('error'))).toEqual([]);
    },
  );
});
