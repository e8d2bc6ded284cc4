import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { broadsheet } from '../cli/run.ts';
import type { PreviewSite } from '../../src/preview/preview-site.ts';
import { PreviewNewsroom, NOON, read, removePreviewNewsrooms } from './a-preview.ts';

afterEach(() => {
  vi.useRealTimers();
  removePreviewNewsrooms();
});

const BRIDGE = '/2026/11/23/bridge/';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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
    expect(site.edition?.unpublished('content/articles/draft.md')).toMatchObject({ isDraft: true, until: undefined });
    expect(site.edition?.unpublished('content/articles/later.md')).toMatchObject({
      isDraft: false,
      until: '24 November 2026 at 00:00 GMT',
    });
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

  it('is media from where it lies', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    mkdirSync(join(newsroom.content, 'media'));
    writeFileSync(join(newsroom.content, 'media/Brücke.png'), PNG);
    const site = await newsroom.open();

    expect(await site.edition?.fileAt('/media/Brücke.png')).toEqual({
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

describe('a change of a text', () => {
  it('is shown without that anything else is read', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory(), 'articles/other.md': aStory() });
    const site = await newsroom.open();

    const kind = await site.reread(
      newsroom.write({ 'articles/bridge.md': aStory({ headline: 'It opens' }, 'Open.\n') }),
    );

    expect(kind).toBe('stories');
    expect(await read(site, BRIDGE)).toMatch(/It opens.*Open\./);
    expect(await read(site, '/')).toContain('It opens');
    expect(await read(site, '/sitemap-news.xml')).toContain('It opens');
  });

  it('is shown on the page of corrections too', async () => {
    const corrected = (text: string): string => aStory({ corrections: [{ date: '2026-11-23', text }] });
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': corrected('It opened in 1930.') });
    const site = await newsroom.open();
    expect(await read(site, '/corrections/')).toContain('It opened in 1930.');

    const kind = await site.reread(newsroom.write({ 'articles/bridge.md': corrected('It opened in 1903.') }));

    expect(kind).toBe('stories');
    expect(await read(site, '/corrections/')).toContain('It opened in 1903.');
    expect(await read(site, '/corrections/2026/11/')).toContain('It opened in 1903.');
  });

  it('takes the other way where lists depend on it', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory(), 'articles/other.md': aStory() });
    const site = await newsroom.open();

    const kind = await site.reread(newsroom.write({ 'articles/bridge.md': aStory({ topics: ['Harbour'] }) }));

    expect(kind).toBe('newsroom');
    expect(await read(site, '/topics/harbour/')).toContain('Harbour bridge closes');
  });

  it('keeps a warning about another story at the line where it is now', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory({}, 'See [it](later.md).\n'),
      'articles/later.md': aStory({ label: 'gossip' }),
    });
    const site = await newsroom.open();
    const lines = (): readonly unknown[] => site.diagnostics.map(({ code, line }) => [code, line]);
    expect(lines()).toEqual([
      ['link-unpublished', 6],
      ['value-choice', 5],
    ]);

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({}, 'First.\n\nSee [it](later.md).\n') }));

    expect(lines()[0]).toEqual(['link-unpublished', 8]);
  });

  it('is nothing where a file was there for a moment only', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();

    expect(await site.reread(new Set([join(newsroom.content, 'articles/4912')]))).toBe('nothing');
  });

  it('is shown where a story was put in place of another by its name', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();
    const [aside = ''] = newsroom.write({ 'articles/.bridge.md': aStory({}, 'Renamed.\n') });
    renameSync(aside, join(newsroom.content, 'articles/bridge.md'));

    const kind = await site.reread(new Set([aside, join(newsroom.content, 'articles/bridge.md')]));

    expect(kind).toBe('stories');
    expect(await read(site, BRIDGE)).toContain('Renamed.');
  });
});

describe('files that come and go', () => {
  it('are taken up', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();

    await site.reread(newsroom.write({ 'articles/new/fire.md': aStory({ headline: 'Fire' }) }));
    expect(await read(site, '/')).toContain('Fire');
    expect(await read(site, '/2026/11/23/fire/')).toContain('Fire');

    await site.reread(newsroom.write({ 'articles/new/fire.md': undefined }));
    expect(await read(site, '/')).not.toContain('Fire');
    expect(await read(site, '/2026/11/23/fire/')).toBe('nothing');
  });
});

describe('content with errors', () => {
  const BROKEN = { 'articles/bridge.md': aStory({ label: 'gossip' }, 'Broken.\n') };

  it('leaves the last good site, and is told', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory(),
      'articles/other.md': aStory({}, 'Other.\n'),
    });
    const site = await newsroom.open();

    await site.reread(newsroom.write(BROKEN));

    expect(site.isGood).toBe(false);
    expect(site.diagnostics.map(({ path, code }) => [path, code])).toEqual([
      ['content/articles/bridge.md', 'value-choice'],
    ]);
    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');
    expect(await read(site, '/2026/11/23/other/')).toContain('Other.');
  });

  it('is forgotten once it is mended', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();
    await site.reread(newsroom.write(BROKEN));

    const kind = await site.reread(newsroom.write({ 'articles/bridge.md': aStory({}, 'Mended.\n') }));

    expect([kind, site.isGood, site.diagnostics]).toEqual(['stories', true, []]);
    expect(await read(site, BRIDGE)).toContain('Mended.');
  });

  it('is forgotten when the file is again what it was', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();
    await site.reread(newsroom.write(BROKEN));

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory() }));

    expect([site.isGood, site.diagnostics]).toEqual([true, []]);
  });

  it('keeps the site of before when all of the site is broken', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();
    await read(site, BRIDGE);

    await site.reread(newsroom.write({ 'site.yaml': 'title: [' }));
    expect(site.isGood).toBe(false);
    expect(await read(site, '/')).toContain('The Harbour Ledger');
    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');

    const mended = newsroom.write({ 'site.yaml': 'title: The Ledger\nurl: https://ledger.example/\n' });
    await site.reread(mended);
    expect([site.isGood, await read(site, '/')]).toEqual([true, expect.stringContaining('The Ledger')]);
  });

  it('at the start leaves that story out until it is mended', async () => {
    const newsroom = new PreviewNewsroom({ ...BROKEN, 'articles/other.md': aStory({}, 'Other.\n') });
    const site = await newsroom.open();
    expect([site.isGood, site.standsStill, [...site.heldUp]]).toEqual([false, false, ['content/articles/bridge.md']]);
    expect([await read(site, BRIDGE), site.edition?.heldUpAt(BRIDGE)]).toEqual([
      'nothing',
      'content/articles/bridge.md',
    ]);
    expect(await read(site, '/2026/11/23/other/')).toContain('Other.');

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory() }));

    expect([site.isGood, site.edition?.heldUpAt(BRIDGE)]).toEqual([true, undefined]);
    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');
  });

  it('at the start, of all the site, leaves nothing to show until it is mended', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory(), 'site.yaml': 'title: [' });
    const site = await newsroom.open();
    expect([site.edition, site.standsStill]).toEqual([undefined, true]);

    await site.reread(newsroom.write({ 'site.yaml': 'title: Ledger\nurl: https://ledger.example/\n' }));

    expect(await read(site, BRIDGE)).toContain('The city closed the bridge.');
  });

  it.each<readonly [string, string]>([
    ['a key', aStory({ label: 'gossip' })],
    ['its YAML', '---\nheadline: [\n---\n'],
    ['a link', aStory({}, 'See [it](none.md).\n')],
    ['its address', aStory({ slug: 'other' })],
    ['who wrote it', aStory({ contributors: 'nobody' })],
    ['its encoding', '\u0000\u0001'],
    ['its text', ''],
  ])('holds up that story only: %s', async (_what, broken) => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory({}, 'Before.\n'),
      'articles/other.md': aStory({}, 'Other.\n'),
    });
    const site = await newsroom.open();
    await site.reread(newsroom.write({ 'articles/bridge.md': broken }));

    // What is done to other stories goes on, whether all is read again for it or not.
    await site.reread(newsroom.write({ 'articles/other.md': aStory({}, 'Another.\n') }));
    expect(await read(site, '/2026/11/23/other/')).toContain('Another.');
    await site.reread(newsroom.write({ 'articles/new.md': aStory({ headline: 'Brand new' }) }));
    await site.reread(newsroom.write({ 'articles/other.md': aStory({ topics: ['Ferries'] }) }));

    expect([site.isGood, site.standsStill, [...site.heldUp]]).toEqual([false, false, ['content/articles/bridge.md']]);
    expect(await read(site, BRIDGE)).toContain('Before.');
    expect(await read(site, '/')).toMatch(/Brand new/);
    expect(await read(site, '/topics/ferries/')).toContain('Harbour bridge closes');
    const about = site.diagnostics.flatMap(({ path, related }) => [path, ...related.map((place) => place.path)]);
    expect(about).toContain('content/articles/bridge.md');

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({}, 'Mended.\n') }));
    expect([site.isGood, site.diagnostics]).toEqual([true, []]);
    expect(await read(site, BRIDGE)).toContain('Mended.');
  });

  it('is judged quickly again in a story that was never good', async () => {
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const site = await newsroom.open();
    const kinds: unknown[] = [];
    for (const label of ['gossip', 'rumour', 'hearsay']) {
      kinds.push(await site.reread(newsroom.write({ 'articles/new.md': aStory({ label }) })));
      expect(site.diagnostics).toMatchObject([{ message: expect.stringContaining(label) }]);
    }

    expect(kinds).toEqual(['newsroom', 'stories', 'stories']);
    expect(await site.reread(newsroom.write({ 'articles/new.md': aStory() }))).toBe('newsroom');
    expect([site.isGood, site.diagnostics]).toEqual([true, []]);
  });

  it('leaves the story out where its older state has errors too, such as by what became of others', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory({}, 'See [it](other.md).\n'),
      'articles/other.md': aStory(),
    });
    const site = await newsroom.open();
    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({ label: 'gossip' }) }));
    expect(await read(site, BRIDGE)).toContain('See it');

    await site.reread(newsroom.write({ 'articles/other.md': undefined }));

    expect([await read(site, BRIDGE), site.edition?.heldUpAt(BRIDGE)]).toEqual([
      'nothing',
      'content/articles/bridge.md',
    ]);
    expect(site.diagnostics.map(({ code }) => code)).toEqual(['value-choice']);
  });

  it('is none of the warnings that a mended story had', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory({}, 'See [it](other.md).\n'),
      'articles/other.md': aStory({ label: 'gossip' }),
    });
    const site = await newsroom.open();
    expect(site.diagnostics.map(({ code }) => code)).toEqual(['link-unpublished', 'value-choice']);

    await site.reread(newsroom.write({ 'articles/other.md': aStory() }));

    expect([site.isGood, site.diagnostics]).toEqual([true, []]);
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
    expect(site.edition?.unpublished('content/articles/later.md')?.until).toBe('23 November 2026 at 13:00 GMT');

    vi.setSystemTime(new Date('2026-11-23T13:00:00Z'));
    await site.reread(undefined);

    expect(site.edition?.unpublished('content/articles/later.md')).toBeUndefined();
    // The other story is no news from then on.
    expect(site.nextChange).toBe(Date.parse('2026-11-25T07:30:00Z'));
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

    const build = broadsheet(newsroom.folder, 'build', '--cache', 'cache', '--now', NOON, '--clean');

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

describe('a change of a front', () => {
  const files = {
    'articles/bridge.md': aStory({ headline: 'Bridge', date: '2026-11-22' }),
    'articles/other.md': aStory({ headline: 'Other' }),
    'fronts/home.yaml': 'lead: bridge\n',
  };
  const leadOf = async (site: PreviewSite): Promise<string | undefined> =>
    /The Harbour Ledger Search (\w+)/.exec(await read(site, '/'))?.[1];

  it('is shown without that a story is read', async () => {
    const newsroom = new PreviewNewsroom(files);
    const site = await newsroom.open();
    expect(await leadOf(site)).toBe('Bridge');

    const kind = await site.reread(newsroom.write({ 'fronts/home.yaml': 'lead: othr\nstories: [bridge]\n' }));

    expect([kind, await leadOf(site)]).toEqual(['stories', 'Other']);
    expect(site.isGood).toBe(true);
    expect(site.diagnostics).toMatchObject([{ code: 'front-story-unknown', line: 1, column: 7 }]);
  });

  it('leaves the site as it was while the front is broken, also when stories change meanwhile', async () => {
    const newsroom = new PreviewNewsroom(files);
    const site = await newsroom.open();

    await site.reread(newsroom.write({ 'fronts/home.yaml': 'leed: other\n' }));
    const kind = await site.reread(newsroom.write({ 'articles/other.md': aStory({ headline: 'Changed' }) }));

    expect([kind, site.isGood, await leadOf(site)]).toEqual(['stories', false, 'Bridge']);
    expect(site.diagnostics).toMatchObject([{ code: 'key-unknown', path: 'content/fronts/home.yaml' }]);
    await site.reread(newsroom.write({ 'fronts/home.yaml': 'lead: other\n' }));
    expect([site.isGood, await leadOf(site)]).toEqual([true, 'Changed']);
  });

  it('is shown where it is the front of a further language', async () => {
    const spanish = (headline: string, date: string): string => aStory({ headline, date, language: 'es' });
    const newsroom = new PreviewNewsroom({
      'site.yaml': 'title: Ledger\nurl: https://ledger.example/\nlanguages: [{ language: es }]\n',
      'articles/puente.md': spanish('Puente', '2026-11-22'),
      'articles/otra.md': spanish('Otra', '2026-11-23'),
      'fronts/es/home.yaml': 'lead: otra\n',
    });
    const site = await newsroom.open();
    expect(await read(site, '/es/')).toMatch(/Otra.*Puente/);

    const kind = await site.reread(newsroom.write({ 'fronts/es/home.yaml': 'lead: puente\n' }));

    expect([kind, site.diagnostics]).toEqual(['stories', []]);
    expect(await read(site, '/es/')).toMatch(/Puente.*Otra/);
  });

  it('may be that it comes or goes', async () => {
    const newsroom = new PreviewNewsroom(files);
    const site = await newsroom.open();

    await site.reread(newsroom.write({ 'fronts/home.yaml': undefined }));
    expect(await leadOf(site)).toBe('Other');
    await site.reread(newsroom.write({ 'fronts/home.yaml': 'lead: bridge\n' }));
    expect(await leadOf(site)).toBe('Bridge');
  });

  it('comes to an end by itself', async () => {
    const breaking = 'breaking: { text: Now, until: 2026-11-23 18:00 }\n';
    vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
    const newsroom = new PreviewNewsroom(files);
    const site = await newsroom.open({ now: 'clock' });
    await site.reread(newsroom.write({ 'fronts/home.yaml': breaking }));
    expect(site.nextChange).toBe(Date.parse('2026-11-23T18:00:00Z'));
    expect(await read(site, '/')).toContain('Breaking news Now');

    vi.setSystemTime(new Date('2026-11-23T18:00:00Z'));
    await site.reread(undefined);

    expect(await read(site, '/')).not.toContain('Breaking news Now');
  });
});
