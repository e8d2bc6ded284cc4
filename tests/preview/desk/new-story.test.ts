import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dateAt } from '../../../src/time/written-date.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const FILES = {
  'site.yaml':
    'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\nsections: [{ id: city, title: City }]\n',
  'contributors/ana-ruiz.md': '---\nname: Ana Ruiz\n---\n',
  'articles/bridge.md': aStory({ section: 'city' }),
};

function storiesIn({ preview }: Desk): readonly string[] {
  const folder = join(preview.newsroom.content, 'articles');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
}

describe('a new story', () => {
  it('is a draft in a file of its own, which the desk shows then', async () => {
    const desk = await aDesk(FILES);
    const asked = {
      headline: 'Ferry “Rosa” is late',
      kind: 'opinion',
      section: 'city',
      contributors: ['ana-ruiz'],
      date: '2026-11-24 06:00',
    };

    const { status, body } = await desk.post('new', asked);

    expect(status).toBe(201);
    const { path } = body as { readonly path: string };
    expect(path).toBe('content/articles/2026/11/ferry-rosa-is-late.md');
    expect(body).toMatchObject({ admin: '/admin/#/collections/stories/entries/2026/11/ferry-rosa-is-late' });
    const text = readFileSync(join(desk.preview.newsroom.content, path.slice('content/'.length)), 'utf8');
    expect(text).toContain('headline: Ferry “Rosa” is late\n');
    expect(text).toContain('label: opinion\n');
    expect(text).toContain('draft: true\n');
    const stateOf = async (): Promise<string> => {
      const { stories } = await desk.get<{
        readonly stories: readonly { readonly path: string; readonly state: string }[];
      }>('stories');
      return stories.find((story) => story.path === path)?.state ?? 'none';
    };
    await expect.poll(stateOf, { timeout: 60_000 }).toBe('draft');
  });

  it('begins now, whatever moment the preview shows', async () => {
    const desk = await aDesk(FILES, '2031-05-05 12:00');
    const monthNow = (): string => dateAt(Date.now(), 'Europe/London').slice(0, '2026-11'.length).replace('-', '/');
    const before = monthNow();

    const { body } = await desk.post('new', { headline: 'Flood' });

    const paths = [before, monthNow()].map((month) => `content/articles/${month}/flood.md`);
    expect(paths).toContain((body as { path: string }).path);
  });

  it('never takes the place of another', async () => {
    const desk = await aDesk(FILES);
    const asked = { headline: 'Bridge', date: '2026-11-24 06:00' };

    const made = [await desk.post('new', asked), await desk.post('new', asked)].map(
      ({ body }) => (body as { path: string }).path,
    );

    expect(made).toEqual(['content/articles/2026/11/bridge.md', 'content/articles/2026/11/bridge-2.md']);
  });

  it.each([
    ['headline', { headline: ' ' }],
    ['headline', { headline: 'a\u0000b' }],
    ['headline', { headline: 'a\u202eb' }],
    ['kind', { headline: 'a', kind: '__proto__' }],
    ['section', { headline: 'a', section: '../city' }],
    ['contributors', { headline: 'a', contributors: ['ben'] }],
    ['date', { headline: 'a', date: '../../2026-11-23' }],
    ['date', { headline: 'a', date: '2026-13-40' }],
  ])('is not made where its %s cannot be so', async (of, asked) => {
    const desk = await aDesk(FILES);

    const { status, body } = await desk.post('new', asked);

    expect(status).toBe(422);
    expect((body as { unfit: readonly { of: string }[] }).unfit.map((one) => one.of)).toEqual([of]);
    expect(storiesIn(desk)).toEqual(['bridge.md']);
  });

  it.each([
    null,
    [],
    'Bridge',
    {},
    { headline: 1 },
    { headline: ['a'] },
    { headline: 'a'.repeat(1001) },
    { headline: 'a', contributors: 'ana-ruiz' },
    { headline: 'a', contributors: [1] },
    { headline: 'a', contributors: Array.from({ length: 51 }, () => 'ana-ruiz') },
    { headline: 'a', date: 20261123 },
    { headline: 'a', section: null },
  ])('is not made of %j', async (asked) => {
    const desk = await aDesk(FILES);

    expect((await desk.post('new', asked)).status).toBe(400);
    expect(storiesIn(desk)).toEqual(['bridge.md']);
    expect(desk.preview.faults).toEqual([]);
  });

  it('is not made for whoever asks without the token, from elsewhere, or with too much', async () => {
    const desk = await aDesk(FILES);
    const asked = { headline: 'Bridge' };

    expect((await desk.post('new', asked, { 'x-broadsheet-token': 'wrong' })).status).toBe(403);
    expect((await desk.post('new', asked, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await desk.post('new', asked, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await desk.post('new', { headline: 'a'.repeat(70_000) })).status).toBe(413);
    expect(storiesIn(desk)).toEqual(['bridge.md']);
  });

  it('is not made where the settings cannot be read', async () => {
    const desk = await aDesk({ ...FILES, 'site.yaml': 'title: [\n' });

    expect((await desk.post('new', { headline: 'Bridge' })).status).toBe(409);
    expect(storiesIn(desk)).toEqual(['bridge.md']);
  });

  it.each(['2030-01-01 06:00', '2030-1-5', ' 2030-1-5 ', '2030-01-05T06:00:00Z'])(
    'goes nowhere outside of the newsroom where a folder is a link: %s',
    async (date) => {
      const desk = await aDesk(FILES);
      const { folder, content } = desk.preview.newsroom;
      mkdirSync(join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), join(content, 'articles/2030'));

      const { status, body } = await desk.post('new', { headline: 'Bridge', date });

      expect([status, body]).toEqual([409, { error: expect.stringContaining('`content/articles/2030`') }]);
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    },
  );

  it('is not made where a link leads to nothing, or a file has the name of its folder', async () => {
    const desk = await aDesk(FILES);
    const { content } = desk.preview.newsroom;
    symlinkSync('nowhere', join(content, 'articles/2030'));
    desk.preview.newsroom.write({ 'articles/2031': '' });

    const made = [
      await desk.post('new', { headline: 'Bridge', date: '2030-01-01' }),
      await desk.post('new', { headline: 'Bridge', date: '2031-01-01' }),
    ];

    expect(made.map(({ status }) => status)).toEqual([409, 409]);
    expect(desk.preview.faults).toEqual([]);
  });

  it('goes into the folder of its month, however the month is written', async () => {
    const desk = await aDesk(FILES);

    const { body } = await desk.post('new', { headline: 'Ferry', date: '2030-1-5 6:00' });

    expect((body as { path: string }).path).toBe('content/articles/2030/01/ferry.md');
  });
});
