import { afterEach, describe, expect, it } from 'vitest';
import { aStory, manyStories } from '../../newsroom/manuscript.ts';
import { closePreviews, type Files, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

interface Found {
  readonly counts: Readonly<Record<string, number>>;
  readonly stories: readonly { readonly path: string; readonly headline: string }[];
}

const SITE =
  'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\nsections: [{ id: sport, title: Sport }, { id: city, title: Stadtleben }]\n';

const FILES: Files = {
  'site.yaml': SITE,
  'contributors/ana-ruiz.md': '---\nname: Ana Ruiz\n---\n',
  'articles/bridge.md': aStory({ section: 'city', contributors: ['ana-ruiz'], date: '2026-11-23 10:00' }),
  'articles/lodz.md': aStory({ headline: 'Łódź straße — Größe', topics: ['Harbours'], date: '2026-11-23 09:00' }),
  'articles/beijing.md': aStory({ headline: '北京大橋开放', language: 'zh', date: '2026-11-23 08:00' }),
  'articles/later.md': aStory({ headline: 'Later', section: 'sport', date: '2026-11-25 08:00' }),
  'articles/draft.md': aStory({ headline: 'Draft', draft: true, date: '2026-11-22 08:00' }),
  'articles/wrong.md': aStory({ headline: 'Wrong', label: 'gossip', date: '2026-11-21 08:00' }),
  'articles/warned.md': aStory({ headline: `Warned ${'of a long headline '.repeat(8)}`, date: '2026-11-20 08:00' }),
};

async function find(files: Files, query: string): Promise<Found> {
  const desk = await aDesk(files);
  return desk.get<Found>(`stories?${query}`);
}

function namesOf({ stories }: Found): readonly string[] {
  return stories.map(({ path }) => path.slice('content/articles/'.length, -'.md'.length));
}

describe('the list of stories', () => {
  it('has all of them, newest first, with those under embargo, drafts, and those that are held up', async () => {
    const found = await find(FILES, '');

    expect(namesOf(found)).toEqual(['later', 'bridge', 'lodz', 'beijing', 'draft', 'wrong', 'warned']);
    expect(found.counts).toMatchObject({ all: 7, draft: 1, embargoed: 1, published: 4, heldUp: 1, warned: 1 });
  });

  it.each([
    ['draft', ['draft']],
    ['embargoed', ['later']],
    ['published', ['bridge', 'lodz', 'beijing', 'warned']],
    ['heldUp', ['wrong']],
    ['warned', ['warned']],
  ])('is narrowed to a state: %s', async (state, names) => {
    expect(namesOf(await find(FILES, `state=${state}`))).toEqual(names);
  });

  it.each([
    ['headlines', 'harbour bridge', ['bridge']],
    ['the beginnings of words, in any order', 'brid harb', ['bridge']],
    ['words without their accents', 'lodz grosse strasse', ['lodz']],
    ['scripts without spaces', '大橋', ['beijing']],
    ['the names of contributors', 'ruiz', ['bridge']],
    ['the titles of sections', 'stadtleben', ['bridge']],
    ['topics', 'harbours', ['lodz']],
    ['files', 'wrong.md', ['wrong']],
    ['no parts within words', 'ridge', []],
    ['no patterns', '.* %', []],
  ])('is searched by %s', async (_what, words, names) => {
    expect(namesOf(await find(FILES, `q=${encodeURIComponent(words)}`))).toEqual(names);
  });

  it('says of a search how many there are of each state', async () => {
    const found = await find(FILES, 'q=w&state=warned');

    expect(namesOf(found)).toEqual(['warned']);
    expect(found.counts).toMatchObject({ all: 2, published: 1, heldUp: 1, warned: 1, draft: 0 });
    expect((await find(FILES, 'section=city')).counts).toMatchObject({ all: 1, published: 1 });
  });

  it('comes in parts', async () => {
    const files = Object.fromEntries(
      Object.entries(manyStories(120)).map(([name, text]) => [`articles/${name}`, text]),
    );
    const desk = await aDesk(files);

    const parts = await Promise.all([0, 50, 100, 150].map((from) => desk.get<Found>(`stories?from=${from}&count=50`)));

    expect(parts.map(({ stories }) => stories.length)).toEqual([50, 50, 20, 0]);
    expect(parts.map(({ counts }) => counts['all'])).toEqual([120, 120, 120, 120]);
    expect(parts[1]?.stories[0]?.headline).toBe('Story 50');
  });

  it('has a story that was renamed, and forgets the one before', async () => {
    const desk = await aDesk(FILES);
    expect(namesOf(await desk.get<Found>('stories?q=harbour+bridge'))).toEqual(['bridge']);

    desk.preview.newsroom.write({
      'articles/bridge.md': undefined,
      'articles/span.md': aStory({ headline: 'A span' }),
    });

    await expect
      .poll(async () => namesOf(await desk.get<Found>('stories?q=a+span')), { timeout: 60_000 })
      .toEqual(['span']);
    expect(namesOf(await desk.get<Found>('stories?q=harbour+bridge'))).toEqual([]);
  });

  it.each(['state=__proto__', 'state=constructor', 'from=-1', 'from=1e9', 'count=0', 'count=101', 'count=x', 'from=٣'])(
    'refuses %s',
    async (query) => {
      await expect(find(FILES, query)).rejects.toThrow('400');
    },
  );

  it('stands a search of any length and of any characters', async () => {
    const desk = await aDesk(FILES);

    for (const words of ['a '.repeat(400), '\u0000', '((((', '"'.repeat(300), 'ﷺ'.repeat(90)]) {
      const { counts } = await desk.get<Found>(`stories?q=${encodeURIComponent(words)}`);
      expect(counts['all']).toBeLessThanOrEqual(7);
    }
    expect(desk.preview.faults).toEqual([]);
  });

  it('is empty where there is nothing to show, and says what is wrong', async () => {
    const desk = await aDesk({ 'site.yaml': 'title: [\n', 'articles/bridge.md': aStory() });

    expect((await desk.get<Found>('stories')).counts['published']).toBe(0);
    const problems = await desk.get<{ readonly errors: number }>('problems');
    expect(problems.errors).toBeGreaterThan(0);
    expect(await desk.get('newsroom')).toMatchObject({ hasEdition: false, standsStill: true });
  });
});

describe('the remarks of the copy desk', () => {
  const TWICE = aStory({ headline: 'Twice' }, 'The the bridge is shut and and broken.\n');

  it('are counted for each story of a part of the list, and again once a story or the house style is another', async () => {
    const desk = await aDesk({
      'articles/good.md': aStory({ headline: 'Good' }, 'The bridge is shut.\n'),
      'articles/twice.md': TWICE,
      'articles/unread.md': '---\nheadline: "A\n---\nText\n',
    });
    const count = async (query = ''): Promise<unknown> =>
      (await desk.get<{ readonly remarks: unknown }>(`remarks${query}`)).remarks;
    const [good, twice] = ['content/articles/good.md', 'content/articles/twice.md'];
    expect(await count()).toMatchObject({ [good]: 0, [twice]: 2 });
    expect(await count('?q=good')).toEqual({ [good]: 0 });
    const { diagnostics } = await desk.get<{ readonly diagnostics: readonly unknown[] }>(`story?path=${twice}`);
    expect(diagnostics.length).toBeGreaterThanOrEqual(2);

    desk.preview.newsroom.write({
      'articles/twice.md': aStory({ headline: 'Twice' }, 'The bridge is shut and and broken.\n'),
    });
    await expect.poll(count, { timeout: 60_000 }).toMatchObject({ [good]: 0, [twice]: 1 });
    desk.preview.newsroom.write({ 'style.yaml': 'words:\n  - use: closed\n    not: shut\n' });
    await expect.poll(count, { timeout: 60_000 }).toMatchObject({ [good]: 1, [twice]: 2 });
  });

  it.each(['?from=-1', '?count=101', '?state=__proto__'])('are refused of no list: %s', async (query) => {
    const desk = await aDesk({ 'articles/twice.md': TWICE });
    await expect(desk.get(`remarks${query}`)).rejects.toThrow('400');
  });
});
