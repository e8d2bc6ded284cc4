import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { PreviewNewsroom, read, removePreviewNewsrooms } from './a-preview.ts';

afterEach(removePreviewNewsrooms);

const BRIDGE = '/2026/11/23/bridge/';

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

  it('is put together once, until something is told', async () => {
    const newsroom = new PreviewNewsroom({
      'articles/bridge.md': aStory(),
      'articles/other.md': aStory({}, 'Other.\n'),
    });
    const site = await newsroom.open();
    await site.reread(newsroom.write(BROKEN));
    const { diagnostics } = site;

    expect(site.diagnostics).toBe(diagnostics);
    expect([site.isTold('content/articles/bridge.md'), site.isTold('content/articles/other.md')]).toEqual([
      true,
      false,
    ]);

    await site.reread(
      newsroom.write({ 'articles/bridge.md': aStory(), 'articles/other.md': aStory({ label: 'gossip' }) }),
    );
    expect([site.isTold('content/articles/bridge.md'), site.isTold('content/articles/other.md')]).toEqual([
      false,
      true,
    ]);
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

  it('of site.yaml gives no story another form meanwhile', async () => {
    const good = 'title: Ledger\nurl: https://ledger.example/\ndefaults: { contributors: Staff }\n';
    const newsroom = new PreviewNewsroom({
      'site.yaml': good,
      'articles/bridge.md': aStory({ contributors: undefined }),
    });
    const site = await newsroom.open();
    const said = (): readonly string[] => site.diagnostics.map(({ path, code }) => `${path} ${code}`);

    await site.reread(newsroom.write({ 'site.yaml': 'title: [' }));
    expect(said()).toEqual(['content/site.yaml yaml-broken']);

    await site.reread(newsroom.write({ 'articles/bridge.md': aStory({ contributors: undefined, label: 'gossip' }) }));
    expect(said()).toEqual(['content/articles/bridge.md value-choice', 'content/site.yaml yaml-broken']);

    await site.reread(newsroom.write({ 'site.yaml': good, 'articles/bridge.md': aStory({}, 'Mended.\n') }));
    expect([said(), site.isGood, await read(site, BRIDGE)]).toEqual([[], true, expect.stringContaining('Mended.')]);
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
