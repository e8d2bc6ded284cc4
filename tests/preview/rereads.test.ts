import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PreviewSite } from '../../src/preview/preview-site.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { PreviewNewsroom, read, removePreviewNewsrooms } from './a-preview.ts';

afterEach(() => {
  vi.useRealTimers();
  removePreviewNewsrooms();
});

const BRIDGE = '/2026/11/23/bridge/';

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
