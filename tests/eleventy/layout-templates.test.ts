import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/disk/files.ts';
import { layoutTemplates, templateFiles } from '../../src/disk/layouts/templates.ts';
import { atNight } from '../at-night.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';
import { aNewsroomOnDisk, broadsheet, broadsheetInResident, type Ended, removeNewsrooms } from '../cli/run.ts';

afterAll(removeNewsrooms);

const STORY = `---
headline: 'Bridge & {{ 7 * 7 }} closes'
contributors: Jane Doe
date: 2026-11-01
---

The bridge closes *today*.
`;

const NEWSROOM = {
  '.eleventy.ts': "export { default } from 'broadsheet';\n",
  'package.json': '{ "type": "module" }\n',
  'content/articles/bridge.md': STORY,
  'content/articles/long.md': STORY.replace('date', 'layout: article-long\ndate').replace('{{ 7 * 7 }}', 'tunnel'),
  'content/pages/about.md': '---\ntitle: About <us>\n---\n\nWe are *here*.\n',
  'content/pages/wide.md': '---\ntitle: Wide\nlayout: page-wide\n---\n\nWide.\n',
  'layouts/article.njk':
    '---\nlayout: document\nmark: front\n---\n<article class="{{ mark }}">{% include "bits/head.njk" %}{{ props.body | safe }}</article>\n',
  'layouts/bits/head.njk': '<h1>{{ props.frame.title }}</h1>',
  'layouts/article-long.liquid': '---\nlayout: around.njk\n---\nLong: {{ props.frame.title }} {{ props.body | raw }}\n',
  'layouts/around.njk': '<html><body>{{ content | safe }}</body></html>\n',
  'layouts/page.njk': '<html><h1>{{ props.title }}</h1>{{ content | safe }}</html>\n',
  'layouts/page-wide.11ty.js':
    "export default function ({ props, content }) { return '<html>' + this.escapeHtml(props.title) + ' ' + content + '</html>'; }\n",
};

const THROWING_CARD = `import type { CardProps } from 'broadsheet/layouts/parts/card.tsx';

export const Card = ({ card }: CardProps) => {
  const { nothing } = card as unknown as { nothing: { text: string } };
  return <p>{nothing.text}</p>;
};
`;

const NOW = ['--now', '2026-11-23T12:00:00Z'];

function build(folder: string, ...args: readonly string[]): Ended {
  return broadsheet(folder, 'build', ...NOW, ...args);
}

/** The same in the process that stays, for newsrooms that are built once: what one build leaves to the next is read by another process. */
function buildOnce(folder: string, ...args: readonly string[]): Promise<Ended> {
  return broadsheetInResident(folder, 'build', ...NOW, ...args);
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function siteIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...filesIn(folder)].sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

/** What a build with nothing kept makes of a newsroom: of a copy, in a folder that no build has seen. */
async function coldSite(folder: string): Promise<Readonly<Record<string, string>>> {
  const copy = aNewsroomOnDisk({});
  for (const name of readdirSync(folder))
    if (!['_site', '.cache'].includes(name)) cpSync(join(folder, name), join(copy, name), { recursive: true });
  expect((await buildOnce(copy)).status).toBe(0);
  return siteIn(join(copy, '_site'));
}

describe('a layout that is a template', () => {
  const folder = aNewsroomOnDisk(NEWSROOM);
  const page = (path: string): string => readFileSync(join(folder, '_site', path, 'index.html'), 'utf8');

  it('prints the pages of its name, with their data, escaped', () => {
    expect(build(folder).stderr).not.toContain('error');
    const story = page('2026/11/01/bridge');
    expect(story).toContain('<article class="front"><h1>Bridge &amp; {{ 7 * 7 }} closes – ');
    expect(story).toContain('<p>The bridge closes <em>today</em>.</p>');
  });

  it('has our head and footer around it where it says so', () => {
    expect(page('2026/11/01/bridge')).toMatch(
      /^<!doctype html>\n<html lang=.*application\/ld\+json.*<footer class="site-footer"/s,
    );
  });

  it('has another template around it where it says so, and may be in Liquid, which escapes, too', () => {
    expect(page('2026/11/01/long')).toMatch(/^<html><body>Long: Bridge &amp; tunnel closes – .* <p>The bridge/);
  });

  it('prints pages of content/pages/, and the one for addresses that lead nowhere', () => {
    expect(page('about')).toBe('<html><h1>About &lt;us&gt;</h1><p>We are <em>here</em>.</p>\n</html>\n');
    expect(page('wide')).toBe('<html>Wide <p>Wide.</p>\n</html>');
    expect(readFileSync(join(folder, '_site/404.html'), 'utf8')).toContain('<html><h1>Page not found</h1>');
  });

  it.each<[string, string | undefined]>([
    ['layouts/bits/head.njk', '<h1>Other {{ props.frame.title }}</h1>'],
    ...atNight<[string, string]>(
      ['layouts/around.njk', '<html><main>{{ content | safe }}</main></html>'],
      ['layouts/article.njk', 'Only {{ page.url }}'],
    ),
    ['layouts/article.njk', undefined],
    ['layouts/home.njk', '<html>Home</html>'],
    ...atNight<[string, string | undefined]>(
      ['layouts/styles/theme.css', ':root { --accent: #0b5d3b }'],
      ['layouts/page.njk', undefined],
    ),
  ])('is followed by the next build as by a first one: %s becomes %j', async (path, text) => {
    if (text === undefined) rmSync(join(folder, path));
    else write(folder, path, text);
    const before = siteIn(join(folder, '_site'));
    expect(build(folder).status).toBe(0);
    const after = siteIn(join(folder, '_site'));

    expect(after).not.toEqual(before);
    expect(after).toEqual(await coldSite(folder));
  });
});

it('a layout that is another while pages are made is followed by that build and by the next one', async () => {
  // A program among the pages stands for whoever saves a file meanwhile.
  const folder = aNewsroomOnDisk({
    ...NEWSROOM,
    'content/pages/saving.11ty.js': `import { existsSync, writeFileSync } from 'node:fs';
export const data = { permalink: '/saving/', title: 'Saving', layout: 'page' };
export function render() {
  if (!existsSync('saved')) {
    writeFileSync('layouts/page.njk', '<html>Moment {{ content | safe }}</html>');
    writeFileSync('layouts/styles/theme.css', ':root { --accent: #0b5d3b }');
    writeFileSync('saved', '');
  }
  return 'Text';
}
`,
    'layouts/styles/theme.css': ':root { --accent: #123456 }',
  });
  const page = (): string => readFileSync(join(folder, '_site/about/index.html'), 'utf8');
  expect(build(folder).status).toBe(0);
  expect(page()).toContain('Moment');
  expect(siteIn(join(folder, '_site'))).toEqual(await coldSite(folder));

  write(folder, 'layouts/page.njk', NEWSROOM['layouts/page.njk']);
  write(folder, 'layouts/styles/theme.css', ':root { --accent: #123456 }');
  expect(build(folder).status).toBe(0);
  expect(page()).not.toContain('Moment');
  expect(siteIn(join(folder, '_site'))).toEqual(await coldSite(folder));
});

it('may print a story about what is said of values that are no texts', async () => {
  const text = STORY.replace('*today*', 'as `[object Object]` does, and says [object Object]');
  const folder = aNewsroomOnDisk({
    ...NEWSROOM,
    'content/articles/bridge.md': text,
    'content/articles/long.md': text.replace('date', 'layout: article-long\ndate'),
  });

  expect(await buildOnce(folder)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
});

describe('what is wrong with a layout that is a template', () => {
  it.each<[string, string, string]>([
    [
      'layouts/article.njk',
      '---\nlayout: document\n---\n\n{{ props.body | nofilter }}\n',
      'layouts/article.njk:5:17 error',
    ],
    ...atNight<[string, string, string]>(['layouts/article.njk', 'a\n{% if %}\n', 'layouts/article.njk:2:']),
    ['layouts/article.njk', '{% include "nope.njk" %}', 'layouts/article.njk:1:13 error'],
    [
      'layouts/article.njk',
      '---\nlayout: documnet\n---\nx',
      'layouts/article.njk:2:1 error Unexpected layout `documnet`',
    ],
    ['layouts/article.njk', '---\nlayout: article.njk\n---\nx', 'layouts/article.njk:2:1 error Unexpected layout'],
    ...atNight<[string, string, string]>([
      'layouts/bits/head.njk',
      'a\nb {{ props.foo() }}',
      'layouts/bits/head.njk:2:',
    ]),
    ['layouts/article-long.liquid', 'a\nb {{ props.x | nofilter }}', 'layouts/article-long.liquid:2:3 error'],
    ['layouts/page-wide.11ty.js', 'export default () => {\n  return nowhere;\n};\n', 'layouts/page-wide.11ty.js:2:'],
    ['layouts/home.html', '{{ props }}', 'layouts/home.html:1:1 error Unexpected layout in no language'],
    ...atNight<[string, string, string]>([
      'layouts/home.nope',
      '{{ props }}',
      'layouts/home.nope:1:1 error Unexpected layout in no language',
    ]),
    [
      'layouts/article.njk',
      '---\nlayout: document\n---\n<p>{{ props.frame }}</p>\n',
      'layouts/article.njk:1:1 error Unexpected `[object Object]` in what this layout prints for the page /2026/11/01/',
    ],
    ['layouts/article.liquid', 'x', 'layouts/article.njk Unexpected second file of one layout'],
  ])('is told by its place, and by no stack: %s with %j', async (path, text, told) => {
    const { status, stderr } = await buildOnce(aNewsroomOnDisk({ ...NEWSROOM, [path]: text }));

    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).not.toBe(0);
  });
});

describe('a check of a newsroom with layouts of its own', () => {
  const check = (folder: string): Promise<Ended> => broadsheetInResident(folder, 'check', ...NOW);

  it.each<[string, string]>([
    ['layouts/article.njk', '---\nlayout: document\n---\n\n{{ props.body | nofilter }}\n'],
    ...atNight<[string, string]>(['layouts/page-wide.11ty.js', 'export default () => {\n  return nowhere;\n};\n']),
    ['layouts/parts/card.tsx', THROWING_CARD],
  ])('says what a build says beside what it finds in the content, and leaves nothing: %s', async (path, text) => {
    const folder = aNewsroomOnDisk({ ...NEWSROOM, [path]: text });
    const before = filesIn(join(folder, 'content'));
    const checked = await check(folder);
    const built = await buildOnce(aNewsroomOnDisk({ ...NEWSROOM, [path]: text }));

    expect(checked.status).toBe(built.status);
    expect(checked.status).not.toBe(0);
    expect(checked.stderr).toContain(`${path}:`);
    expect(checked.stderr.split('\n')).toContain(built.stderr.split('\n')[0]);
    expect(checked.stderr).toContain('content/pages/about.md:2:14 warn');
    expect([existsSync(join(folder, '_site')), filesIn(join(folder, 'content'))]).toEqual([false, before]);
  });

  it('says nothing of what is right', async () => {
    const { status, stderr } = await check(aNewsroomOnDisk(NEWSROOM));
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/error|layouts/);
  });
});

describe('files of a newsroom’s layouts', () => {
  const folder = temporaryFolder();
  for (const path of [
    'article.njk',
    'article-map.11ty.js',
    'page-wide.liquid',
    'home.vto',
    'around.njk',
    'section.njk~',
    '.series.njk.swp',
    'series.tsx.orig',
    'topic.css',
    'topic.json',
    'search.ts',
    'bits/article.njk',
    'bits/map.11ty.ts',
    'styles/article.njk',
    'parts/card.tsx',
  ])
    write(folder, path, '');

  it('are layouts where they have the name of one, and are no copies of an editor and no parts of a program', () => {
    expect(Object.fromEntries(layoutTemplates(folder))).toEqual({
      article: 'article.njk',
      'article-map': 'article-map.11ty.js',
      home: 'home.vto',
      'page-wide': 'page-wide.liquid',
    });
  });

  it('belong to templates, but for components, styles, scripts and hidden files', () => {
    expect(templateFiles(folder)).toEqual(expect.arrayContaining(['bits/article.njk', 'bits/map.11ty.ts']));
    expect(templateFiles(folder)).not.toEqual(expect.arrayContaining(['styles/article.njk']));
    expect(templateFiles(folder).some((path) => /\.tsx$|search\.ts$|~$|\.swp$/.test(path))).toBe(false);
  });
});

it('tells of a component that throws by its place, with the page', async () => {
  const { status, stderr } = await buildOnce(aNewsroomOnDisk({ ...NEWSROOM, 'layouts/parts/card.tsx': THROWING_CARD }));

  expect(status).toBe(1);
  expect(stderr).toMatch(/^layouts\/parts\/card\.tsx:5:\d+ TypeError at the page \/\S* \(layout `\w+`\): Cannot read/);
  expect(stderr).toContain('  5 |   return <p>{nothing.text}</p>;');
  expect(stderr).not.toMatch(/^\s+at /m);
});

it.each<[string, string, number, string]>([
  ['layouts/article.njk', '---\nlayout: document\n---\n<h1>{{ props.headlin | safe }}</h1>\n', 4, 'headline'],
  ['layouts/article.11ty.js', 'export default function ({ props }) {\n  return props.bodi;\n}\n', 2, 'body'],
  ...atNight<[string, string, number, string]>(
    ['layouts/article.liquid', '<h1>{{ props.frame.titel }}</h1>\n', 1, 'title'],
    ['layouts/home.njk', '{% set frame = props.frame %}{{ frame.titel }}', 1, 'title'],
  ),
])('a layout that asks for a field that is almost one is told of: %s', async (path, text, line, meant) => {
  const folder = aNewsroomOnDisk({
    '.eleventy.ts': NEWSROOM['.eleventy.ts'],
    'content/articles/a.md': STORY,
    [path]: text,
  });
  const { status, stderr } = await buildOnce(folder);

  expect(status).toBe(1);
  expect(stderr).toContain(`${path}:${line}:`);
  expect(stderr).toContain(`hint: did you mean \`${meant}\`?`);
});
