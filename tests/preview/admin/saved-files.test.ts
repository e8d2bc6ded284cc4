import { chmodSync, existsSync, linkSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { type Answer, ask, PNG } from './an-editor.ts';
import { asset, BRIDGE, filesOf, opening } from './an-opening.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

describe('saving a file', () => {
  it('writes it, with the rights that it had, and leaves nothing beside it', async () => {
    const preview = await opening();
    const file = join(preview.newsroom.content, 'articles/bridge.md');
    chmodSync(file, 0o640);
    const { body } = await ask(preview, 'getEntry', { path: BRIDGE });
    const { text, version } = body as { readonly text: string; readonly version: string };
    const answer = await ask(preview, 'persistEntry', {
      dataFiles: [{ path: BRIDGE, text: `${text}More.\n`, version }],
      assets: [],
    });
    expect(answer.status).toBe(200);
    expect(readFileSync(file, 'utf8')).toBe(`${aStory()}More.\n`);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(dirname(file))).toEqual(['bridge.md']);
  });

  it('writes nothing over what somebody else has changed, removed or begun meanwhile, and says so', async () => {
    const preview = await opening();
    const { body } = await ask(preview, 'getEntry', { path: BRIDGE });
    const { version } = body as { readonly version: string };
    preview.newsroom.write({ 'articles/bridge.md': aStory({ headline: 'By hand' }) });
    const save = (path: string, more: object): Promise<Answer> =>
      ask(preview, 'persistEntry', {
        dataFiles: [{ path, text: 'A', ...more }],
        assets: [asset('content/media/a.png')],
      });
    expect(await save(BRIDGE, { version })).toEqual({
      status: 409,
      body: { error: expect.stringContaining('was changed by somebody else since you opened it') },
    });
    expect((await save(BRIDGE, {})).status).toBe(409);
    rmSync(join(preview.newsroom.content, 'articles/bridge.md'));
    expect((await save(BRIDGE, { version })).status).toBe(409);
    expect(existsSync(join(preview.newsroom.content, 'articles/bridge.md'))).toBe(false);
    expect(existsSync(join(preview.newsroom.content, 'media'))).toBe(false);
  });

  it.each([
    [['content/articles/a.md', 'content/articles/a.md']],
    [['content/articles/a.md', 'content/articles/a.md/b.md']],
    [['content/articles/b.md/a.md', 'content/articles/b.md']],
  ])('writes none of files of which two have one place: %j', async (paths) => {
    const preview = await opening();
    const before = filesOf(preview);
    const dataFiles = paths.map((path) => ({ path, text: 'A' }));
    const assets = [asset('content/media/a.png')];
    expect((await ask(preview, 'persistEntry', { dataFiles, assets })).status).toBe(400);
    expect(filesOf(preview)).toEqual(before);
  });

  it('puts a picture beside others, and takes the place of none', async () => {
    const preview = await opening();
    expect(await ask(preview, 'persistMedia', { asset: asset('content/media/a.png') })).toEqual({
      status: 200,
      body: { path: 'content/media/a.png', size: PNG.length },
    });
    expect((await ask(preview, 'persistMedia', { asset: asset('content/media/a.png') })).status).toBe(200);
    const other = Buffer.concat([PNG, Buffer.from('x')]);
    expect((await ask(preview, 'persistMedia', { asset: asset('content/media/a.png', other) })).status).toBe(409);
    expect(readFileSync(join(preview.newsroom.content, 'media/a.png'))).toEqual(PNG);
    const shown = await get(preview, 'admin/media/a.png');
    expect([shown.headers.get('content-type'), shown.headers.get('content-security-policy')]).toEqual([
      'image/png',
      expect.stringContaining('sandbox'),
    ]);
  });

  it.each([
    ['content/media/img_1.heic', 'img_1.heic is a picture that browsers do not show: save it as JPEG or PNG'],
    ['content/media/scan.tif', 'scan.tif is a picture that browsers do not show'],
    ['content/media/noending', 'noending has no ending that says what it is'],
    ['content/media/run.exe', 'run.exe is of a kind that is not published'],
    ['content/media/.hidden.png', 'it may not begin with a point'],
    ['content/articles/a.png', 'The editor puts files into content/media/ only'],
  ])('says of a file that it does not take why, and what to do: %s', async (path, said) => {
    const preview = await opening();
    const { body } = await ask(preview, 'persistMedia', { asset: asset(path) });
    expect(body).toEqual({ error: expect.stringContaining(said) });
  });

  it.each(['北京.png', 'صورة-الميناء.png'])('takes a picture by a name of any script: %s', async (name) => {
    const preview = await opening();
    expect((await ask(preview, 'persistMedia', { asset: asset(`content/media/${name}`) })).status).toBe(200);
    expect((await get(preview, `admin/media/${encodeURIComponent(name)}`)).status).toBe(200);
  });

  it('lists what lies beside the story that is open, before what is there for all', async () => {
    const preview = await aPreview({
      'articles/2026/bridge.md': aStory(),
      'articles/2026/deck.png': PNG,
      'articles/2025/old.png': PNG,
      'articles/2026/within/far.png': PNG,
      'media/quay.png': PNG,
    });
    const listed = async (entry?: unknown): Promise<unknown> => {
      const { body } = await ask(preview, 'getMedia', { entry });
      return (body as readonly { readonly path: string }[]).map(({ path }) => path);
    };
    expect(await listed('2026/bridge')).toEqual(['content/articles/2026/deck.png', 'content/media/quay.png']);
    for (const entry of [undefined, 7, '../media/x', '2024/none', ''])
      expect(await listed(entry)).toEqual(['content/media/quay.png']);
  });

  it('does not read over a second name of one file', async () => {
    const preview = await opening();
    linkSync(join(preview.newsroom.content, 'articles/bridge.md'), join(preview.newsroom.folder, 'kept.md'));
    const { body } = await ask(preview, 'getEntry', { path: BRIDGE });
    const { version } = body as { readonly version: string };
    await ask(preview, 'persistEntry', { dataFiles: [{ path: BRIDGE, text: 'A', version }], assets: [] });
    expect(readFileSync(join(preview.newsroom.folder, 'kept.md'), 'utf8')).toBe(aStory());
  });
});

describe('the page of a story that was not saved', () => {
  it('is that of the preview, with the styles of the site and nothing that runs', async () => {
    const preview = await opening();
    const text = aStory({ headline: 'Not saved yet' }, 'See [the bridge](bridge.md).\n\n<script>alert(1)</script>\n');
    const { body } = await ask(preview, 'preview', { path: '', text });
    const { address, problems } = body as { readonly address: string; readonly problems: readonly unknown[] };
    const page = await get(preview, address.slice(1));
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'none'");
    expect(html).toContain('Not saved yet');
    expect(html).toContain('<a href="/2026/11/23/bridge/">the bridge</a>');
    expect(html).toMatch(/<link rel="stylesheet" href="\/assets\/site\./);
    expect(html).not.toMatch(/<script/i);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'warn' }));
    expect(filesOf(preview)).toHaveProperty('articles/bridge.md', aStory());
  });

  it.each([
    '',
    '---\n',
    '---\nheadline: [\n---\n',
    'no front matter',
    '---\ndate: 9999\n---\n',
    aStory({ live: true }),
  ])('is made of any text, too: %j', async (text) => {
    const preview = await opening();
    const { status, body } = await ask(preview, 'preview', { path: BRIDGE, text });
    expect(status).toBe(200);
    const { address } = body as { readonly address: string };
    expect((await get(preview, address.slice(1))).status).toBe(200);
    expect(preview.faults).toEqual([]);
  });
});
