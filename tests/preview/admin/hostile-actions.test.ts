import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, type Preview, removePreviewNewsrooms } from '../a-preview.ts';
import { type Answer, ask, PNG } from './an-editor.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = 'content/articles/bridge.md';

/** All files of a newsroom with what they hold. */
function filesOf({ newsroom }: Preview): Readonly<Record<string, string>> {
  const names = readdirSync(newsroom.content, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(newsroom.content, name), { throwIfNoEntry: false })?.isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(newsroom.content, name), 'latin1')]));
}

function opening(): Promise<Preview> {
  return aPreview({
    'articles/bridge.md': aStory(),
    'fronts/home.yaml': '{}\n',
    'contributors/ana.md': '---\nname: Ana\n---\n',
  });
}

const asset = (path: unknown, bytes: Buffer = PNG): object => ({
  path,
  content: bytes.toString('base64'),
  encoding: 'base64',
});

describe('an action of the editor', () => {
  it.each([
    ['of another site', { origin: 'https://evil.example' }, 403],
    ['of nowhere', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['without the token', { 'x-broadsheet-token': undefined }, 403],
    ['with another token', { 'x-broadsheet-token': 'x'.repeat(32) }, 403],
    ['as a form', { 'content-type': 'text/plain' }, 415],
    ['by a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('is refused %s, and changes nothing', async (_what, headers, status) => {
    const preview = await opening();
    const before = filesOf(preview);
    for (const [action, params] of [
      ['persistEntry', { dataFiles: [{ path: 'content/articles/new.md', text: 'A' }], assets: [] }],
      ['persistMedia', { asset: asset('content/media/a.png') }],
      ['deleteFiles', { paths: [BRIDGE] }],
      ['getEntry', { path: BRIDGE }],
      ['preview', { text: 'A' }],
    ] as const) {
      expect((await ask(preview, action, params, headers)).status).toBe(status);
    }
    expect(filesOf(preview)).toEqual(before);
  });

  it.each([
    ['__proto__'],
    ['constructor'],
    ['toString'],
    [''],
    [undefined],
    [['getEntry']],
    [{ toString: 'getEntry' }],
    ['unpublishedEntries'],
  ])('that there is not is refused: %j', async (action) => {
    const preview = await opening();
    expect((await ask(preview, action)).status).toBe(400);
  });

  it('is refused for a path that is none of the editor’s, whatever the action', async () => {
    const preview = await opening();
    const before = filesOf(preview);
    const paths = [
      '../outside.md',
      'content/../outside.md',
      'content/articles/../../outside.md',
      'content/articles/..%2f..%2foutside.md',
      '/etc/passwd',
      'C:\\outside.md',
      'content/articles/a\\b.md',
      'content/articles/a\u0000.md',
      'content/articles/a\n.md',
      'content/articles/.hidden.md',
      'content/articles/.git/config.md',
      'content/articles/a.md:stream',
      'content/articles//a.md',
      'content/articles/',
      'content/articles/a.txt',
      'content/articles/a.MD ',
      'content/articles',
      'content/site.yaml',
      'content/fronts/home.yaml',
      'content/redirects.yaml',
      'content/contributors/a/b.md',
      'content/pages/_data.js',
      'content/public/robots.md',
      'articles/bridge.md',
      'layouts/a.md',
      '__proto__',
      `content/articles/${'a'.repeat(600)}.md`,
      undefined,
      null,
      7,
      [BRIDGE],
      { toString: BRIDGE },
    ];
    for (const path of paths) {
      for (const [action, params] of [
        ['getEntry', { path }],
        ['persistEntry', { dataFiles: [{ path, text: 'A' }], assets: [] }],
        ['deleteFiles', { paths: [path] }],
      ] as const) {
        const { status } = await ask(preview, action, params);
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      }
    }
    expect(filesOf(preview)).toEqual(before);
    expect(existsSync(join(preview.newsroom.folder, 'outside.md'))).toBe(false);
  });

  it.each([
    'content/media/a.html',
    'content/media/a.js',
    'content/media/a.svgz',
    'content/media/.a.png',
    'content/media/../a.png',
    'content/articles/a.png',
    'content/public/a.png',
    'content/media/a.png/b.png/',
    'a.png',
  ])('puts no medium there: %s', async (path) => {
    const preview = await opening();
    const before = filesOf(preview);
    const { status } = await ask(preview, 'persistMedia', { asset: asset(path) });
    expect(status >= 400 && status < 500).toBe(true);
    expect(filesOf(preview)).toEqual(before);
  });

  it.each([
    [
      'a web page by the name of a picture',
      asset('content/media/a.png', Buffer.from('<html><script>alert(1)</script>')),
    ],
    ['a picture by the name of another kind', asset('content/media/a.jpg')],
    ['a web page by the name of a drawing', asset('content/media/a.svg', Buffer.from('<html>'))],
    ['nothing', asset('content/media/a.png', Buffer.alloc(0))],
    ['what is no base64', { path: 'content/media/a.png', content: '%%%', encoding: 'base64' }],
    ['another encoding', { path: 'content/media/a.png', content: 'a', encoding: 'utf8' }],
    ['no object', 'content/media/a.png'],
  ])('takes for no picture %s', async (_what, given) => {
    const preview = await opening();
    const before = filesOf(preview);
    expect((await ask(preview, 'persistMedia', { asset: given })).status).toBe(400);
    const both = { dataFiles: [{ path: 'content/articles/new.md', text: 'A' }], assets: [given] };
    expect((await ask(preview, 'persistEntry', both)).status).toBe(400);
    expect(filesOf(preview)).toEqual(before);
  });

  it('follows no link out of the content folder, and writes over none', async () => {
    const preview = await opening();
    const { content, folder } = preview.newsroom;
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'outside/secret.md'), 'secret');
    symlinkSync(join(folder, 'outside/secret.md'), join(content, 'articles/link.md'));
    symlinkSync(join(folder, 'outside'), join(content, 'articles/away'));
    symlinkSync(join(folder, 'nowhere.md'), join(content, 'articles/dangling.md'));
    for (const path of ['link.md', 'away/secret.md', 'away/new.md', 'dangling.md'].map(
      (name) => `content/articles/${name}`,
    )) {
      expect((await ask(preview, 'getEntry', { path })).status).toBe(403);
      const saving = { dataFiles: [{ path, text: 'changed' }], assets: [] };
      expect((await ask(preview, 'persistEntry', saving)).status).toBe(403);
      expect((await ask(preview, 'deleteFiles', { paths: [path] })).status).toBe(403);
    }
    expect(readFileSync(join(folder, 'outside/secret.md'), 'utf8')).toBe('secret');
    expect(readdirSync(join(folder, 'outside'))).toEqual(['secret.md']);
    expect(existsSync(join(folder, 'nowhere.md'))).toBe(false);
  });

  it.each([[{ text: 7 }], [{ text: undefined }], [{ text: 'a\u0000b' }], [{ text: 'a\ud800b' }], [{ text: ['a'] }]])(
    'saves nothing that is no text: %j',
    async ({ text }) => {
      const preview = await opening();
      const before = filesOf(preview);
      expect(
        (await ask(preview, 'persistEntry', { dataFiles: [{ path: 'content/articles/new.md', text }] })).status,
      ).toBe(400);
      expect(filesOf(preview)).toEqual(before);
    },
  );

  it('saves no text that is too long', async () => {
    const preview = await opening();
    const text = 'a'.repeat(2_000_001);
    expect(
      (await ask(preview, 'persistEntry', { dataFiles: [{ path: 'content/articles/new.md', text }] })).status,
    ).toBe(413);
    expect(existsSync(join(preview.newsroom.content, 'articles/new.md'))).toBe(false);
  });

  it.each([
    [undefined],
    [null],
    [[]],
    ['a'],
    [{ dataFiles: {} }],
    [{ dataFiles: [null] }],
    [{ dataFiles: Array.from({ length: 101 }, () => ({})) }],
  ])('is refused with params that are none: %j', async (params) => {
    const preview = await opening();
    const { status } = await ask(preview, 'persistEntry', params);
    expect(status >= 400 && status < 500).toBe(true);
  });
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
