import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { ask } from './an-editor.ts';
import { asset, BRIDGE, filesOf, opening } from './an-opening.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
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
