import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { type Asked, type Files, get, PreviewNewsroom, removePreviewNewsrooms } from '../a-preview.ts';
import { ResidentServe, stopServing } from '../run-serve.ts';
import { ask, PNG } from './an-editor.ts';

afterEach(async () => {
  await stopServing();
  removePreviewNewsrooms();
});

/** A newsroom that is served by a process of its own, which has Eleventy render its pages. */
async function aPreview(files: Files): Promise<Asked & { readonly newsroom: PreviewNewsroom }> {
  const newsroom = new PreviewNewsroom(files);
  const command = new ResidentServe(newsroom.folder, ['--now', '2026-11-23 12:00']);
  return { newsroom, serving: { address: await command.address() } };
}

/** Paths of what is listed of a collection, from its folder. */
async function listed(preview: Asked, folder: string, term?: string): Promise<readonly string[]> {
  const { body } = await ask(preview, 'entriesByFolder', { folder: `content/${folder}`, term });
  return (body as readonly { readonly path: string }[]).map(({ path }) => path.slice(`content/${folder}/`.length));
}

describe('an editor of a newsroom that cannot be shown yet', () => {
  it('finds all of it, mends what is wrong, and removes nothing before', async () => {
    const wrong = '---\nname: 7\n---\n';
    const preview = await aPreview({
      'articles/a1.md': aStory({ headline: 'EU votes' }),
      'contributors/c1.md': '---\nname: Ana Ruiz\n---\n',
      'contributors/c2.md': wrong,
    });
    expect((await get(preview, '')).status).toBe(500);
    const config = await get(preview, 'admin/config.json');
    expect(config.status).toBe(200);
    expect(await config.text()).toContain('Ana Ruiz');
    expect(await listed(preview, 'articles')).toEqual(['a1.md']);
    expect(await listed(preview, 'contributors')).toEqual(['c1.md', 'c2.md']);
    const removed = await ask(preview, 'deleteFiles', { paths: ['content/articles/a1.md'] });
    expect([removed.status, JSON.stringify(removed.body)]).toEqual([409, expect.stringContaining('mend those first')]);

    preview.newsroom.write({ 'contributors/c2.md': '---\nname: Sal Pell\n---\n' });
    await expect.poll(async () => (await get(preview, '')).status, { timeout: 60_000 }).toBe(200);
    expect(await (await get(preview, 'admin/config.json')).text()).toContain('Sal Pell');
  });
});

describe('the list of files', () => {
  it('has drafts and the newest, and finds others by their headline', async () => {
    const stories = Array.from({ length: 205 }, (_, index) => [
      `articles/s${index}.md`,
      aStory({
        headline: `Number ${index}`,
        date: `2026-11-22 ${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
      }),
    ]);
    const preview = await aPreview({
      ...Object.fromEntries(stories),
      'articles/old.md': aStory({ date: '2001-01-01', draft: true }),
    });
    const all = await listed(preview, 'articles');
    expect([all.length, all[0], all[1], all.includes('s0.md')]).toEqual([200, 'old.md', 's204.md', false]);
    expect(await listed(preview, 'articles', 'number 0')).toEqual(['s0.md']);
    expect((await ask(preview, 'entriesByFolder', { folder: 'content' })).status).toBe(403);
  });

  it('finds contributors, pages and stories with errors by what they are called, in any script', async () => {
    const preview = await aPreview({
      'articles/a1.md': aStory({ headline: 'EU votes' }),
      'articles/a2.md': aStory({ headline: '北京的桥' }),
      'articles/held.md': aStory({ headline: 'Réunion votes', label: 'gossip' }),
      'contributors/c1.md': '---\nname: Ana Ruiz\n---\n',
      'pages/p1.md': '---\ntitle: About us\n---\nUs.\n',
      'pages/P2.MD': '---\ntitle: Votes\npermalink: /votes/\n---\nText.\n',
    });
    for (const [folder, term, found] of [
      ['articles', 'eu', ['a1.md']],
      ['articles', '北京', ['a2.md']],
      ['articles', 're\u0301union', ['held.md']],
      ['articles', 'VOTES', ['held.md', 'a1.md']],
      ['contributors', 'ruiz', ['c1.md']],
      ['pages', 'about', ['p1.md']],
      ['pages', 'votes', ['P2.MD']],
      ['pages', '__proto__', []],
    ] as const) {
      expect([term, await listed(preview, folder, term)]).toEqual([term, found]);
    }
  });
});

it('opens a page in capitals by the name that the editor makes of it', async () => {
  const preview = await aPreview({ 'pages/ABOUT.MD': '---\ntitle: About us\n---\nUs.\n' });
  const opened = await ask(preview, 'getEntry', { path: 'content/pages/ABOUT.MD.md' });
  expect(opened).toMatchObject({ status: 200, body: { path: 'content/pages/ABOUT.MD' } });
  expect((await ask(preview, 'getEntry', { path: 'content/pages/NONE.MD.md' })).status).toBe(404);
});

it('says at the start which pages only a build shows, for the preview has its own editor there', async () => {
  const newsroom = new PreviewNewsroom({
    'articles/bridge.md': aStory(),
    'pages/admin.md': '---\ntitle: Admin\n---\nOurs.\n',
    'pages/administration.md': '---\ntitle: Administration\n---\nOurs.\n',
    'public/_desk/a.txt': 'a',
  });
  const command = new ResidentServe(newsroom.folder, ['--now', '2026-11-23 12:00']);
  await command.address();
  const told = command.output.split('\n').filter((line) => line.startsWith('Not shown here: '));
  expect(told.map((line) => line.split(' ')[3])).toEqual(['/admin/', '/_desk/a.txt']);
});

describe('a picture', () => {
  it('is shown from a folder of media, and from beside the story that names it, and nothing else is', async () => {
    const preview = await aPreview({
      'articles/2026/bridge.md': aStory(),
      ...{ 'media/2026/a.png': PNG, 'articles/2026/b.png': PNG },
    });
    symlinkSync(
      join(preview.newsroom.content, 'articles/2026/b.png'),
      join(preview.newsroom.content, 'articles/2026/c.png'),
    );
    const statusOf = async (path: string): Promise<number> => (await get(preview, `admin/media/${path}`)).status;
    expect(await statusOf('2026/a.png')).toBe(200);
    expect(await statusOf('2026/a.png?of=2026/bridge')).toBe(200);
    expect(await statusOf('b.png?of=2026/bridge')).toBe(200);
    for (const path of [
      'b.png',
      'c.png?of=2026/bridge',
      'b.png?of=../2026/bridge',
      'bridge.md?of=2026/bridge',
      'site.yaml?of=../x',
      'b.png?of=../../../2026/bridge',
    ]) {
      const status = await statusOf(path);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });

  const SHOWN: Files = { 'articles/bridge.md': aStory(), 'media/2026/a.png': PNG };

  it.each([
    ['a story', { 'articles/a.md': aStory({ image: { src: '2026/a.png', alt: 'A' } }) }],
    ['a story with errors', { 'articles/a.md': aStory({ label: 'gossip', image: { src: '2026/a.png', alt: 'A' } }) }],
    ['a story that cannot be read', { 'articles/a.md': '---\nheadline: "A\n---\n![A](2026/a.png)\n' }],
    ['a page', { 'pages/a.md': '---\ntitle: A\n---\n![A](2026/a.png)\n' }],
    ['a template', { 'pages/a.njk': '---\npermalink: /a/\n---\n<img src="/media/2026/a.png" alt="A">\n' }],
    ['the icon', { 'site.yaml': 'title: A\nurl: https://a.example\nicon: 2026/a.png\n' }],
    ['the publisher', { 'site.yaml': 'title: A\nurl: https://a.example\npublisher: { name: A, logo: 2026/a.png }\n' }],
    ['a public file', { 'public/a.html': '<img src="/media/2026/a.png" alt="A">' }],
  ])('that %s shows is not removed', async (_what, files: Files) => {
    const preview = await aPreview({ ...SHOWN, ...files });
    const answer = await ask(preview, 'deleteFiles', { paths: ['content/media/2026/a.png'] });
    expect(answer).toMatchObject({ status: 409, body: { error: expect.stringContaining('is shown by') } });
    expect(existsSync(join(preview.newsroom.content, 'media/2026/a.png'))).toBe(true);
  });

  it('is removed where the names of others only end, begin or go on like its own', async () => {
    const preview = await aPreview({
      ...SHOWN,
      ...{ 'media/a.png': PNG, 'media/fast-a.png': PNG },
      'pages/a.md': '---\ntitle: A\n---\n![A](fast-a.png) ![A](2026/a.png)\n',
      'articles/a.md': aStory({ label: 'gossip' }, 'See xa.png and a.pngs.\n'),
    });
    expect((await ask(preview, 'deleteFiles', { paths: ['content/media/a.png'] })).status).toBe(200);
    expect(existsSync(join(preview.newsroom.content, 'media/a.png'))).toBe(false);
  });
});
