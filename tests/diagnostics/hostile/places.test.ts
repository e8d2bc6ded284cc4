import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { broadsheetInResident, type Ended } from '../../cli/run.ts';
import {
  byFile,
  check,
  DRAWING,
  type Files,
  inShort,
  KEYS,
  linkTo,
  markdown,
  NOW,
  readFiles,
  readStory,
  removeWritten,
  SITE,
  STORY,
  writeFiles,
} from './newsroom-on-disk.ts';

afterAll(removeWritten);

describe('a path out of the content folder', () => {
  // A path that begins with `/` is looked for within `content/`, and nowhere else.
  const codeOf = (path: string): string => (path.startsWith('/') ? 'picture-missing' : 'path-outside');
  const paths = ['../../etc/passwd', '/etc/passwd', 'C:\\x', '%2e%2e/%2e%2e/etc/passwd', '..\\..\\etc\\passwd'];

  it.each(paths)('is no picture of a text: %s', async (path) => {
    expect(byFile(await readStory({ text: `![A bridge](${path})\n` }))).toEqual([`${STORY} ${codeOf(path)}`]);
  });

  it.each(paths)('is no lead picture: %s', async (path) => {
    const read = await readStory({ more: `image: { src: '${path}', alt: A bridge }` });

    expect(inShort(read)).toEqual([`5 ${codeOf(path)} ‹'${path}'›`]);
  });

  it.each(paths)('is no link: %s', async (path) => {
    const [diagnostic, ...others] = (await readStory({ text: `[a bridge](${path})\n` })).diagnostics;

    expect(['path-outside', 'link-broken', 'link-unsafe']).toContain(diagnostic?.code);
    expect(others).toEqual([]);
  });

  it.each(paths)('is no logo: %s', async (path) => {
    const site = `${SITE}publisher: { logo: '${path}' }\n`;

    expect(inShort(await readFiles({ 'content/site.yaml': site }))).toEqual([`3 ${codeOf(path)} ‹'${path}'›`]);
  });

  it.each([
    ['a story', { 'secret.md': markdown(KEYS), [STORY]: linkTo('../../secret.md') }, STORY],
    [
      'a folder',
      { 'secret/a.md': markdown(KEYS), 'content/articles/wire': linkTo('../../secret') },
      'content/articles/wire',
    ],
    ['a picture', { 'a.svg': DRAWING, 'content/media/a.svg': linkTo('../../a.svg') }, 'content/media/a.svg'],
    ['a file of the system', { 'content/media/a.csv': linkTo('/etc/passwd') }, 'content/media/a.csv'],
    ['site.yaml', { 'site.yaml': SITE, 'content/site.yaml': linkTo('../site.yaml') }, 'content/site.yaml'],
  ])('is not taken by a symbolic link in place of %s', async (_what, files: Files, path) => {
    const read = await readFiles(files);

    expect(byFile(read)).toEqual([`${path} file-outside`]);
    expect(read.edition.stories).toEqual([]);
  });

  it('is not taken by a picture that is a symbolic link', async () => {
    const files = { 'a.svg': DRAWING, 'content/media/a.svg': linkTo('../../a.svg') };
    const read = await readFiles({ ...files, [STORY]: markdown(KEYS, '![A](a.svg)\n') });

    expect(byFile(read)).toEqual([`${STORY} path-outside`, 'content/media/a.svg file-outside']);
  });

  it.each([
    ['nowhere', 'nowhere.md'],
    ['to itself', 'wire.md'],
  ])('is told from a symbolic link that leads %s, without the words of the system', async (_where, target) => {
    const read = await readFiles({ 'content/articles/wire.md': linkTo(target) });

    expect(byFile(read)).toEqual(['content/articles/wire.md file-unreadable']);
    expect(read.report).not.toMatch(/ENOENT|ELOOP/);
  });

  it('is not what a symbolic link within it is', async () => {
    const read = await readFiles({ [STORY]: markdown(KEYS), 'content/articles/again': linkTo('.') });

    expect(read.diagnostics).toEqual([]);
  });
});

describe('two pages with one address', () => {
  it('are both named', async () => {
    const read = await readFiles({
      'content/articles/a/x.md': markdown(KEYS),
      'content/articles/b/x.md': markdown(KEYS),
    });

    expect(byFile(read)).toEqual(['content/articles/b/x.md url-duplicate']);
    expect(read.report).toContain('\n  content/articles/a/x.md:1:1 ');
  });

  it.each([
    ['another story', '/2026/11/23/tide/', 'content/articles/tide.md:1:1'],
    ['the story itself', '/2026/11/23/bridge/', `${STORY}:1:1`],
    ['the feed', '/feed.xml', 'content/site.yaml:1:1'],
    ['a page', '/about/', 'content/pages/about.md:1:1'],
    ['an alias of another story', '/old/', 'content/articles/a.md:5:11'],
  ])('are told of where one is an alias, and the other %s', async (_what, alias, place) => {
    const read = await readFiles({
      'content/articles/tide.md': markdown(KEYS),
      'content/articles/a.md': markdown(`${KEYS}\naliases: [/old/]`),
      'content/pages/about.md': markdown('title: About'),
      [STORY]: markdown(`${KEYS}\naliases: [${alias}]`),
    });

    expect(inShort(read)).toEqual([`5 alias-collision ‹${alias}›`]);
    expect(read.report).toContain(`\n  ${place} `);
  });

  it.each(['https://old.example/a', 'old path', '/../a/', '/%2e%2e/a', '/', '//evil.example/'])(
    'are never made by an alias that is no path: %s',
    async (alias) => {
      expect(inShort(await readStory({ more: `aliases: ['${alias}']` }))).toEqual([`5 alias-invalid ‹'${alias}'›`]);
    },
  );
});

describe('a file name', () => {
  it.each(['北京.md', '新闻 2026.md'])('without Latin letters needs a slug in the file: %s', async (name) => {
    const path = `content/articles/${name}`;

    expect(byFile(await readFiles({ [path]: markdown(KEYS) }))).toEqual([`${path} slug-missing`]);
    expect((await readFiles({ [path]: markdown(`${KEYS}\nslug: beijing`) })).diagnostics).toEqual([]);
  });

  it.each([
    ['an escape character', 'a\u001b[31mred.md'],
    ['a right-to-left override', 'a\u202edm.md'],
    ['a backspace', 'a\bb.md'],
    ['a line separator', 'a\u2028b.md'],
    ['a newline', 'a\nb.md'],
  ])('with %s in it is printed without it', async (_what, name) => {
    const read = await readFiles({ [`content/articles/${name}`]: 'No front matter.\n' });

    expect(read.diagnostics.map(({ code }) => code)).toEqual(['front-matter-missing']);
    expect(read.report.split('\n')[0]).toMatch(/^content\/articles\/a\\u[\da-f]{4}.*\.md:1:1 error /);
  });

  it('that is not UTF-8 is told of', async () => {
    const folder = writeFiles({ [STORY]: markdown(KEYS) });
    const script = 'printf x > "$1/content/articles/$(printf "caf\\351.md")"';
    spawnSync('sh', ['-c', script, 'sh', folder]);
    const { status, stderr } = await check(folder);

    expect(status).toBe(1);
    expect(stderr).toMatch(/ (?:file-unreadable|front-matter-missing)\n/);
  });
});

describe('a page of content/pages/', () => {
  const build = async (page: Files): Promise<Ended & { readonly folder: string }> => {
    const folder = writeFiles({ [STORY]: markdown(KEYS), ...page });
    const args = ['build', '--content', 'content', '--output', 'site', '--now', NOW, '--jobs', '1'];
    return { folder, ...(await broadsheetInResident(folder, ...args)) };
  };

  it.each([
    ['about.njk', 'permalink: ../escaped.html'],
    ['about.md', 'title: About\npermalink: ../escaped.html'],
    ['about.md', 'title: About\nlayout: page\npermalink: ../escaped.html'],
    ['about.njk', `permalink: "{{ '../escaped.html' }}"`],
    ['about.njk', `eleventyComputed: { permalink: "{{ '../escaped.html' }}" }`],
    ['about.njk', 'permalink: { build: ../escaped.html }'],
  ])('never writes outside the output: %s with %s', async (name, keys) => {
    const { folder, status, stderr } = await build({ [`content/pages/${name}`]: markdown(keys) });

    expect(
      readdirSync(folder)
        .sort()
        .filter((entry) => entry !== 'site'),
    ).toEqual(['.cache', 'content']);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^content/pages/${name}:\\d+:\\d+ error `, 'm'));
  });

  it.each([
    ['about.njk', markdown('title: About', '<p>\n{% if %}\n'), 5],
    ['about.njk', markdown('title: About', '<p>\n{{ founded | nofilter }}\n'), 5],
    ['about.njk', markdown('title: About', '<p>\n<p>\n{{ founded() }}\n'), 6],
    ['about.njk', markdown('title: About', '<p>\n{% include "none.njk" %}\n'), 5],
    ['about.liquid', markdown('title: About', '<p>\n{{ founded | nofilter }}\n'), 5],
    ['about.njk', markdown('title: About\ndate: nonsense'), 3],
    ['about.11ty.js', 'export default function () {\n  throw new Error("no tide");\n}\n', 1],
  ])('that cannot be rendered is pointed at, without a stack: %s: %j', async (name, page, line) => {
    const { status, stderr } = await build({ [`content/pages/${name}`]: page });

    expect(status).toBe(1);
    expect(stderr).toContain(`content/pages/${name}:${line}:`);
    expect(stderr).toContain('\n  template-failed\n');
    expect(stderr).not.toMatch(/^\s+at |\.\.\//m);
  });
});

describe('site.yaml', () => {
  it.each(['https://ledger.example/%', 'https://ledger.example/%E0%A4%A', 'ftp://ledger.example/', 'ledger.example'])(
    'is told of an address that cannot be one: %s',
    async (url) => {
      const read = await readFiles({ 'content/site.yaml': `title: The Harbour Ledger\nurl: '${url}'\n` });

      expect(inShort(read)).toEqual([`2 url-invalid ‹'${url}'›`]);
    },
  );

  it.each([
    ['nothing', ''],
    ['a list', '- title\n'],
    ['a word', 'title\n'],
  ])('may hold %s without a crash', async (_what, yaml) => {
    expect((await readFiles({ 'content/site.yaml': yaml })).diagnostics).not.toEqual([]);
  });

  it('may be a folder without a crash', async () => {
    const read = await readFiles({ 'content/site.yaml': undefined, 'content/site.yaml/a.txt': 'x' });

    expect(byFile(read)).toContain('content/site.yaml site-missing');
  });

  it('is not blamed twice: a story is not told of sections that could not be read', async () => {
    const read = await readFiles({
      'content/site.yaml': `${SITE}sections: [{ id: City, title: City }]\n`,
      [STORY]: markdown(`${KEYS}\nsection: city`),
    });

    expect(inShort(read)).toEqual(['3 slug-invalid ‹City›']);
  });
});
