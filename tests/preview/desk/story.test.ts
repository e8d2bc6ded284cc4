import { afterEach, describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../src/preview/desk/story-facts.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const SITE = `title: The Harbour Ledger
url: https://ledger.example/paper/
timeZone: Europe/London
sections: [{ id: city, title: City }]
`;

function storyAt(path: string): string {
  return `story?path=${encodeURIComponent(path)}`;
}

describe('the facts of a story', () => {
  it('has all that is known of a story that is published', async () => {
    const { get: ask } = await aDesk({
      'site.yaml': SITE,
      'contributors/ana-ruiz.md': '---\nname: Ana Ruiz\n---\n',
      'articles/2026/bridge.md': aStory({
        section: 'city',
        topics: ['Bridges'],
        contributors: ['ana-ruiz'],
        date: '2026-11-23 07:30',
      }),
    });

    const facts = await ask<StoryFacts>(storyAt('content/articles/2026/bridge.md'));

    expect(facts).toMatchObject({
      headline: 'Harbour bridge closes',
      language: 'en-US',
      state: 'published',
      isHeldUp: false,
      date: { iso: '2026-11-23T07:30:00+00:00', text: '23 November 2026 at 07:30 GMT' },
      section: 'City',
      contributors: ['Ana Ruiz'],
      topics: ['Bridges'],
      errors: 0,
      words: 5,
      minutes: 0,
      links: {
        preview: '/paper/2026/11/23/bridge/',
        admin: '/admin/#/collections/stories/entries/2026/bridge',
        desk: '/_desk/#/story/content/articles/2026/bridge.md',
      },
    });
    expect(facts.places).toContainEqual({ front: 'Front page', address: '/paper/', place: 'lead' });
    expect(facts.places).toContainEqual({ front: 'City', address: '/paper/city/', place: 'lead' });
    expect(facts.links.editor).toMatch(/^vscode:\/\/file\/.*\/articles\/2026\/bridge\.md:1:1$/);
  });

  it('has what check would say of its words, in the order of its lines', async () => {
    const { get: ask } = await aDesk({
      'site.yaml': SITE,
      'articles/bridge.md': aStory({}, 'Of the the bridge.\n\n![](none.svg)\n\nShe said: “Never.\n'),
    });

    const { diagnostics } = await ask<StoryFacts>(storyAt('content/articles/bridge.md'));

    expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '6 word-repeated',
      '8 picture-alt',
      '8 picture-missing',
      '10 quotation-unclosed',
    ]);
  });

  it.each([
    ['draft', { draft: true }, false],
    ['embargoed', { date: '2026-11-24 06:00' }, false],
    ['heldUp', { label: 'gossip' }, true],
    ['draft', { draft: true, label: 'gossip' }, true],
  ])('says of a story that it is %s', async (state, keys, isHeldUp) => {
    const { get: ask } = await aDesk({ 'articles/bridge.md': aStory(keys), 'articles/tunnel.md': aStory() });

    const facts = await ask<StoryFacts>(storyAt('content/articles/bridge.md'));

    expect([facts.state, facts.isHeldUp]).toEqual([state, isHeldUp]);
    expect(facts.headline).toBe('Harbour bridge closes');
  });

  it('says what is wrong with it, where, and what to do', async () => {
    const { get: ask } = await aDesk({ 'articles/bridge.md': aStory({ label: 'gossip' }) });

    const facts = await ask<StoryFacts>(storyAt('content/articles/bridge.md'));

    expect(facts.errors).toBe(1);
    expect(facts.diagnostics[0]).toMatchObject({ severity: 'error', path: 'content/articles/bridge.md' });
    expect(facts.diagnostics[0]?.excerpt?.[1]).toBe('"gossip"');
    expect(facts.diagnostics[0]?.editor).toMatch(/articles\/bridge\.md:\d+:1$/);
  });

  it('has a story whose file is no text, by the name of its file', async () => {
    const { get: ask, preview } = await aDesk({ 'articles/bridge.md': aStory(), 'articles/noise.md': '\0\0' });

    expect(preview.faults).toEqual([]);
    const facts = await ask<StoryFacts>(storyAt('content/articles/noise.md'));
    expect(facts).toMatchObject({ headline: 'noise.md', state: 'heldUp' });
    expect(facts.errors).toBeGreaterThan(0);
  });

  it('follows each save', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    const seen = async (): Promise<string> =>
      (await desk.get<StoryFacts>(storyAt('content/articles/bridge.md'))).headline;
    expect(await seen()).toBe('Harbour bridge closes');

    desk.preview.newsroom.write({ 'articles/bridge.md': aStory({ headline: 'The bridge is open' }) });

    await expect.poll(seen, { timeout: 60_000 }).toBe('The bridge is open');
  });

  it.each([
    '',
    'content/articles/none.md',
    'content/site.yaml',
    '../bridge.md',
    '/etc/passwd',
    '__proto__',
    'constructor',
  ])('has none for %j', async (path) => {
    const { preview } = await aDesk({ 'articles/bridge.md': aStory() });

    expect((await get(preview, `_desk/${storyAt(path)}`)).status).toBe(404);
    expect(preview.faults).toEqual([]);
  });
});
