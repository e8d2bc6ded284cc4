import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stateOf } from '../../src/preview/bar/page-state.ts';
import type { PreviewSite } from '../../src/preview/preview-site.ts';
import { broadsheetInResident } from '../cli/run.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { NOON, PreviewNewsroom, read, removePreviewNewsrooms } from './a-preview.ts';

afterEach(() => {
  vi.useRealTimers();
  removePreviewNewsrooms();
});

const BRIDGE = '/2026/11/23/bridge/';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What the bar calls the state of a story. */
function stateIn({ edition }: PreviewSite, source: string): string | undefined {
  return edition && stateOf({ source, of: 'article', isMissing: false, isHeldUp: false }, edition).name;
}

describe('what is served', () => {
  it('is pages, made when they are asked for', async () => {
    const site = await new PreviewNewsroom({ 'articles/bridge.md': aStory() }).open();

    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');
    expect(await read(site, '/')).toContain('Harbour bridge closes');
    expect((await site.edition?.fileAt('/feed.xml'))?.kind).toBe('text');
    expect(await read(site, '/2026/11/23/nothing/')).toBe('nothing');
    expect(await read(site, '/../site.yaml')).toBe('nothing');
    expect(await read(site, '/site.yaml')).toBe('nothing');
  });

  it('is the stylesheet that the pages ask for', async () => {
    const site = await new PreviewNewsroom({ 'articles/bridge.md': aStory() }).open();
    const page = await site.edition?.fileAt('/');

    const [, stylesheet = ''] = /href="([^"]+\.css)"/.exec(page?.kind === 'text' ? page.text : '') ?? [];

    expect(await site.edition?.fileAt(stylesheet)).toMatchObject({ kind: 'text', type: 'text/css; charset=utf-8' });
  });

  it('is judged by the date that a story has now, where standards depend on it', async () => {
    const standards = '{ picture-alt: { before: 2026-01-01, severity: warn } }';
    const text = '![](bridge.svg)\n';
    const newsroom = new PreviewNewsroom({
      'site.yaml': `title: The Ledger\nurl: https://ledger.example/\nstandards: ${standards}\n`,
      'articles/bridge.md': aStory({ date: '2025-11-23' }, text),
      'media/bridge.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n',
    });
    const site = await newsroom.open();
    const said = (): readonly string[] => site.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
    expect([site.isGood, said()]).toEqual([true, ['warn picture-alt']]);

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({ date: '2026-11-23' }, text) }));
    expect([site.isGood, said()]).toEqual([false, ['error picture-alt']]);

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({ date: '2025-11-22' }, text) }));
    expect([site.isGood, said()]).toEqual([true, ['warn picture-alt']]);
  });

  it('is what site.yaml gives to stories, as soon as it does', async () => {
    const site = 'title: The Ledger\nurl: https://ledger.example/\n';
    const newsroom = new PreviewNewsroom({
      'site.yaml': `${site}defaults: { contributors: Staff }\n`,
      'articles/bridge.md': aStory({ contributors: undefined }),
    });
    const preview = await newsroom.open();
    expect(await read(preview, BRIDGE)).toContain('Staff');

    await preview.reread(newsroom.write({ 'site.yaml': `${site}defaults: { contributors: Agency }\n` }));

    expect(await read(preview, BRIDGE)).toContain('Agency');
    expect(await read(preview, BRIDGE)).not.toContain('Staff');
  });

  it('is drafts too, and stories under embargo', async () => {
    const site = await new PreviewNewsroom({
      'articles/draft.md': aStory({ draft: true }),
      'articles/later.md': aStory({ date: '2026-11-24 00:00' }),
    }).open();

    expect(await read(site, '/2026/11/23/draft/')).toContain('The city closed the bridge.');
    expect(await read(site, '/2026/11/24/later/')).toContain('The city closed the bridge.');
    expect(site.edition?.embargoed.map(({ entry }) => entry.path)).toEqual(['content/articles/later.md']);
    expect(stateIn(site, 'content/articles/draft.md')).toBe('Draft');
    expect(stateIn(site, 'content/articles/later.md')).toBe('Embargo until 24 November 2026 at 00:00 GMT');
  });

  it('leads on from an old address, and from another one as soon as redirects.yaml says so', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory(), 'redirects.yaml': `/old/: ${BRIDGE}\n` });
    const site = await newsroom.open();
    expect(await read(site, '/old/')).toContain(`It is now at https://ledger.example${BRIDGE}`);

    const kind = await site.reread(newsroom.write({ 'redirects.yaml': `/older/: ${BRIDGE}\n` }));

    expect([kind, await read(site, '/old/')]).toEqual(['newsroom', 'nothing']);
    expect(await read(site, '/_redirects')).toBe(`/older/ ${BRIDGE} 301`);
    expect(await site.edition?.fileAt('/_redirects')).toMatchObject({ type: 'text/plain; charset=utf-8' });
  });

  it('leads on by patterns from where nothing is', async () => {
    const lines =
      '/z/:y/:m/:d/:slug/: /:y/:m/:d/:slug/\n/x/*: https://x.example/:splat\n/z/one/: https://one.example/\n';
    const site = await new PreviewNewsroom({ 'articles/bridge.md': aStory(), 'redirects.yaml': lines }).open();
    const ledTo = async (path: string): Promise<unknown> => site.edition?.fileAt(path);

    expect(await ledTo(`/z${BRIDGE}`)).toEqual({ kind: 'redirect', to: BRIDGE });
    expect(await ledTo('/x/a/b')).toEqual({ kind: 'redirect', to: 'https://x.example/a/b' });
    expect(await ledTo('/z/one/')).toMatchObject({ kind: 'text', of: 'redirect' });
    expect(await ledTo('/y/')).toBeUndefined();
  });

  it('is media from where it lies', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    mkdirSync(join(newsroom.content, 'media'));
    writeFileSync(join(newsroom.content, 'media/Brücke.png'), PNG);
    const site = await newsroom.open();

    expect(await site.edition?.fileAt('/media/Brücke.png')).toMatchObject({
      kind: 'file',
      type: 'image/png',
      diskPath: join(newsroom.content, 'media/Brücke.png'),
    });
  });

  it('leads from `/a` to `/a/` where only that is there', async () => {
    const site = await new PreviewNewsroom({ 'articles/bridge.md': aStory() }).open();

    expect(await read(site, '/2026/11/23/bridge')).toBe('→ /2026/11/23/bridge/');
    expect(await read(site, '/2026/11/23/none')).toBe('nothing');
  });

  it('lives in the folder that the address of the site names', async () => {
    const site = await new PreviewNewsroom({
      'site.yaml': 'title: Ledger\nurl: https://ledger.example/paper/\n',
      'articles/bridge.md': aStory(),
    }).open();

    expect(await read(site, '/')).toBe('→ /paper/');
    expect(await read(site, `/paper${BRIDGE}`)).toContain('The city closed the bridge.');
    expect(await read(site, BRIDGE)).toBe('nothing');
  });
});

describe('time', () => {
  it('ends an embargo', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z') });
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory(),
      'articles/later.md': aStory({ date: '2026-11-23 13:00' }),
    });
    const site = await newsroom.open({ now: 'clock' });
    expect(site.nextChange).toBe(Date.parse('2026-11-23T13:00:00Z'));
    expect(stateIn(site, 'content/articles/later.md')).toBe('Embargo until 23 November 2026 at 13:00 GMT');

    vi.setSystemTime(new Date('2026-11-23T13:00:00Z'));
    await site.reread(undefined);

    expect(stateIn(site, 'content/articles/later.md')).toBe('Published');
    // Fronts print times otherwise on the next day.
    expect(site.nextChange).toBe(Date.parse('2026-11-24T00:00:00Z'));
  });

  it('stands still where the moment is given', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/later.md': aStory({ date: '2026-11-23 13:00' }) });

    expect((await newsroom.open({ now: NOON })).nextChange).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('makes the next start read nothing, and is left alone by what is served meanwhile', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open({ cache: newsroom.cache });
    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({}, 'Later.\n') }));

    expect(readdirSync(join(newsroom.cache, 'records'))).toHaveLength(1);
    expect(existsSync(join(newsroom.cache, 'lock'))).toBe(false);
    const again = await newsroom.open({ cache: newsroom.cache });
    expect(await read(again, BRIDGE)).toContain('Later.');
    expect(await read(site, BRIDGE)).toContain('Later.');
  });

  it('may be cleared by a build', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory(),
      'articles/other.md': aStory({}, 'Other.\n'),
    });
    const site = await newsroom.open({ cache: newsroom.cache });

    const build = await broadsheetInResident(newsroom.folder, 'build', '--cache', 'cache', '--now', NOON, '--clean');

    expect([build.status, build.stderr]).toEqual([0, '']);
    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');
    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({}, 'Later.\n') }));
    expect(await read(site, BRIDGE)).toContain('Later.');
    expect(await read(site, '/2026/11/23/other/')).toContain('Other.');
  });

  it('goes with the server', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const dead = join(newsroom.cache, 'serving-abc-999999999');
    mkdirSync(dead, { recursive: true });

    const site = await newsroom.open({ cache: newsroom.cache });
    expect(readdirSync(newsroom.cache).filter((name) => name.startsWith('serving-'))).toHaveLength(1);
    expect(existsSync(dead)).toBe(false);
    site.close();

    expect(readdirSync(newsroom.cache).filter((name) => name.startsWith('serving-'))).toEqual([]);
    rmSync(newsroom.cache, { recursive: true });
  });
});
