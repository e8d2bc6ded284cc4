import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDER_READERS } from '../../../../../src/cli/import/sources/folder/folder.ts';
import { made, open, project } from './a-project.ts';

const POST = '---\ntitle: My First "Post"\ndate: 2019-03-05T07:30:00Z\n---\nText';

describe('addresses of Hugo', () => {
  it.each([
    ['', 'content/posts/A Post.md', POST, '/posts/a-post/'],
    ['uglyURLs = true', 'content/posts/a.md', POST, '/posts/a.html'],
    ['disablePathToLower = true', 'content/posts/A.md', POST, '/posts/A/'],
    [
      '[permalinks]\nposts = "/:year/:monthname/:day/:yearday/:weekdayname/:title"',
      'content/posts/a.md',
      POST,
      '/2019/march/05/64/tuesday/my-first-post/',
    ],
    ['[permalinks.page]\nposts = "/:sections[1:]/:slugorcontentbasename/"', 'content/posts/b/c/a.md', POST, '/b/c/a/'],
    ['[permalinks]\nposts = "/:section/:filename.html"', 'content/posts/a.md', POST, '/posts/a.html'],
    ['', 'content/posts/a.md', POST.replace('date', 'slug: own\ndate'), '/posts/own/'],
    ['', 'content/posts/a.md', POST.replace('date', 'url: /x/y.html\ndate'), '/x/y.html'],
    [
      '[permalinks]\nposts = "/p/:filename/"\n[permalinks.page]\nnews = "/n/:filename/"',
      'content/posts/a.md',
      POST,
      '/p/a/',
    ],
    [
      '[permalinks]\nposts = "/p/:filename/"\n[permalinks.page]\nnews = "/n/:filename/"',
      'content/news/a.md',
      POST,
      '/n/a/',
    ],
    ['', 'content/about.md', POST, '/about/'],
    ['', 'content/posts/a/index.md', POST, '/posts/a/'],
    ['', 'content/Nachrichten/Über uns.md', POST, '/nachrichten/über-uns/'],
  ])('with %j, %s', async (config, path, text, url) => {
    const archive = await open('hugo', { 'hugo.toml': `baseURL = "https://a.example/"\n${config}`, [path]: text });

    expect(archive.outlines.map((outline) => outline.url)).toEqual([url]);
  });

  it('are those of languages by folder and by ending, of which each leads to the others', async () => {
    const archive = await open('hugo', {
      'config/_default/hugo.yaml': 'baseURL: https://a.example\ndefaultContentLanguage: en\n',
      'config/_default/languages.toml': '[en]\ncontentDir = "content/en"\n[pt-br]\ncontentDir = "content/pt"\n',
      'content/en/posts/a.md': POST,
      'content/pt/posts/a.md': POST,
    });

    expect(archive.outlines.map(({ url, language }) => [url, language])).toEqual([
      ['/posts/a/', undefined],
      ['/pt-br/posts/a/', 'pt-br'],
    ]);
    const translations = [];
    for await (const entry of archive.entries()) translations.push(entry.translations);
    expect(translations).toEqual([{ 'pt-br': 'content/pt/posts/a.md' }, { en: 'content/en/posts/a.md' }]);
  });
});

describe('a site of Hugo of which each language has a folder', () => {
  it('had its lists, its feeds and its home page there', async () => {
    const { lists, redirects } = await open('hugo', {
      'hugo.toml':
        'baseURL = "https://a.example/"\ndefaultContentLanguage = "en"\ndefaultContentLanguageInSubdir = true\n[languages.en]\n[languages.de]',
      'content/posts/a.md': POST.replace('date', 'tags: [ferry]\ndate'),
    });

    expect(lists.map(({ url }) => url)).toEqual(['/en/posts/', '/en/tags/ferry/']);
    expect(redirects).toEqual([
      ...['/index.xml', '/en/index.xml', '/de/index.xml'].map((from) => ({ from, to: '/feed.xml' })),
      ...['/en/', '/de/'].map((from) => ({ from, to: '/' })),
      ...['/en/categories/', '/en/tags/'].map((from) => ({ from, to: '/archive/' })),
    ]);
  });
});

describe('addresses of Jekyll', () => {
  it.each([
    ['', '_posts/2019-03-05-a-b.md', '---\ntitle: x\n---\n', '/2019/03/05/a-b.html'],
    ['permalink: pretty', '_posts/2019-03-05-a.md', '---\ncategories: [C, "D e"]\n---\n', '/c/d e/2019/03/05/a/'],
    ['permalink: ordinal', '_posts/2019-03-05-a.md', '---\n---\n', '/2019/064/a.html'],
    ['', '_posts/2019-03-05-A b & ü.md', '---\n---\n', '/2019/03/05/A-b-&-ü.html'],
    ['permalink: none', 'sport/_posts/2019-03-05-a.md', '---\n---\n', '/sport/a.html'],
    ['permalink: weekdate', '_posts/2019-01-01-a.md', '---\n---\n', '/2019/W01/Tue/a.html'],
    ['permalink: /:short_year/:i_month/:title', '_posts/2019-03-05-a.md', '---\n---\n', '/19/3/a'],
    ['baseurl: /b', '_posts/2019-03-05-a.md', '---\npermalink: /own/\n---\n', '/b/own/'],
    [
      'defaults: [{scope: {type: posts}, values: {permalink: "/d/:slug/"}}]',
      '_posts/2019-03-05-A b.md',
      '---\n---\n',
      '/d/a-b/',
    ],
    ['', 'about.md', '---\n---\n', '/about.html'],
    ['permalink: pretty', 'a/about.md', '---\n---\n', '/a/about/'],
  ])('with %j, %s', async (config, path, text, url) => {
    const archive = await open('jekyll', { '_config.yml': config, [path]: text });

    expect(archive.outlines.map((outline) => outline.url)).toEqual([url]);
  });
});

describe('media of a project', () => {
  it('are found beside the text, in static folders, and by whole addresses, and nowhere else', async () => {
    const outside = project({ 'secret.jpg': 'x' });
    const media = project({ 'old/m.jpg': 'x' });
    const folder = project({
      'hugo.toml': 'baseURL = "https://a.example/base/"',
      'content/posts/p/index.md': POST,
      'content/posts/p/beside.jpg': 'x',
      'static/img/a b.jpg': 'x',
    });
    symlinkSync(join(outside, 'secret.jpg'), join(folder, 'static/out.jpg'));
    symlinkSync(outside, join(folder, 'static/away'));
    symlinkSync(join(folder, 'static/img'), join(folder, 'static/in'));
    symlinkSync(folder, join(folder, 'content/loop'));
    const reader = FOLDER_READERS.find(({ type }) => type === 'hugo');
    const archive = await reader?.open(folder, { media, site: {} });
    const [entry] = archive?.outlines ?? [];
    if (!archive || !entry) throw new Error('There is no text');
    const find = (address: string) =>
      archive.findMedia(address, entry)?.replace(`${folder}/`, '').replace(`${media}/`, 'media: ');

    expect(archive.outlines).toHaveLength(1);
    expect(
      [
        'beside.jpg',
        './beside.jpg',
        '/img/a%20b.jpg?x',
        '/base/img/a b.jpg',
        'https://a.example/base/img/a b.jpg',
        '//www.a.example/img/a b.jpg',
        '/in/a b.jpg',
        '/old/m.jpg',
      ].map(find),
    ).toEqual([
      'content/posts/p/beside.jpg',
      'content/posts/p/beside.jpg',
      'static/img/a b.jpg',
      'static/img/a b.jpg',
      'static/img/a b.jpg',
      'static/img/a b.jpg',
      'static/img/a b.jpg',
      'media: old/m.jpg',
    ]);
    const away = [
      '/out.jpg',
      '/away/secret.jpg',
      `../../../../../../..${outside}/secret.jpg`,
      `..%2f..%2f..%2f..%2f..${outside}/secret.jpg`,
      `${outside}/secret.jpg`,
    ];
    const none = [
      'https://b.example/img/a b.jpg',
      'data:image/png;base64,AAAA',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '/img/',
      '',
      '\0',
      '/img/a\0b.jpg',
      '%',
      '../'.repeat(10_000),
      'missing.jpg',
      '__proto__',
    ];
    expect([...away, ...none].map(find)).toEqual([...away, ...none].map(() => undefined));
  });
});

describe('a folder that is none of a system', () => {
  it('is refused with what was expected', async () => {
    await expect(open('hugo', { 'hugo.toml': 'title = "a"' })).rejects.toThrow(
      /^Unexpected folder without a text in Markdown, expected a project of Hugo/,
    );
  });

  it('is recognised by nobody if it has no Markdown, or is none', () => {
    const empty = project({ 'a.txt': 'x' });

    expect(
      [empty, join(empty, 'a.txt'), join(empty, 'missing')].map((path) =>
        FOLDER_READERS.some((reader) => reader.recognises(path, undefined)),
      ),
    ).toEqual([false, false, false]);
    expect(FOLDER_READERS.some((reader) => reader.recognises(project({ 'a.md': 'x' }), 'text'))).toBe(false);
  });

  it('may have texts with names and front matter of any kind', async () => {
    const archive = await open('markdown', {
      '__proto__/constructor.md':
        '---\nslug: __proto__\ndate: 2020-01-01\nauthor: __proto__\ntags: [toString]\ncategories: constructor\nlang: "../x"\naliases: ["javascript:x", "../../y", 7]\nimage: {src: [1]}\n---\n[a](constructor.md)',
      'empty.md': '',
      'latin1.md': 'x',
      [`${'a'.repeat(200)}.md`]: '---\ndate: 9999-99-99\ntitle: [x]\n---\n',
    });
    writeFileSync(join(made.at(-1) ?? '', 'latin1.md'), Buffer.from('---\ntitle: Caf\xe9\n---\nOl\xe9', 'latin1'));
    const again = await FOLDER_READERS.find(({ type }) => type === 'markdown')?.open(made.at(-1) ?? '', {
      media: undefined,
      site: {},
    });

    expect(archive.outlines.map(({ key }) => key)).toEqual([
      '__proto__/constructor.md',
      `${'a'.repeat(200)}.md`,
      'empty.md',
      'latin1.md',
    ]);
    expect(again?.outlines.at(-1)?.title).toBe('Café');
    for await (const entry of archive.entries())
      expect(
        entry.text({
          entry,
          link: (to) => to,
          media: () => undefined,
          shortcode: () => undefined,
          note: () => undefined,
        }),
      ).toBeTypeOf('string');
  });
});
