import { describe, expect, it } from 'vitest';
import { documentOf } from '../../newsroom/document-of.ts';
import { editionOf, pageAt, pagesOf, renderedPage, type storyPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';

import { newsroom, URL } from './a-live-blog.ts';

describe('the file of the updates of a live blog', () => {
  const fileAt = (now: string): unknown => {
    const page = pagesOf(newsroom(), { now }).find(({ url }) => url === `${URL}updates.json`);
    return page && JSON.parse(String(page.data));
  };

  it('names those that are published, and neither names nor counts the others', () => {
    expect(fileAt('2026-11-23 12:00')).toEqual({
      count: 3,
      updates: ['update-20261123-1130', 'update-20261123-1015', 'update-20261123-0900'],
    });
  });

  it('is there until the coverage ends', () => {
    expect(fileAt('2026-11-23 08:00')).toEqual({ count: 0, updates: [] });
    expect(fileAt('2026-11-23 20:00')).toBeUndefined();
  });

  it('stays small', () => {
    const body = Array.from({ length: 300 }, (_, index) => {
      const time = `${String(8 + Math.floor(index / 100)).padStart(2, '0')}:${String(Math.floor((index % 100) / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
      return `:::update{date="2026-11-23 ${time}"}\nWords\n:::`;
    }).join('\n');
    const data = pageAt<string>(
      { articles: { 'a.md': aStory({ slug: 'bridge', live: true }, body) } },
      `${URL}updates.json`,
    );

    expect(JSON.parse(data)).toMatchObject({ count: 300 });
    expect(JSON.parse(data).updates).toHaveLength(100);
    expect(data.length).toBeLessThan(3000);
  });

  it('is not there for a story that is no live blog', () => {
    expect(pagesOf({ articles: { 'a.md': aStory() } }).filter(({ url }) => url.endsWith('updates.json'))).toEqual([]);
  });

  it('has an address that nothing else may have', () => {
    const { diagnostics } = editionOf(newsroom(true, { aliases: [`${URL}updates.json`] }));

    expect(diagnostics.map(({ code }) => code)).toEqual(['alias-collision']);
  });
});

describe('the keys of a live blog', () => {
  it.each([
    [{ end: '2026-11-23' }, 'date-invalid'],
    [{ start: 'soon' }, 'date-invalid'],
    [{ start: '2026-11-23 12:00', end: '2026-11-23 11:00' }, 'date-order'],
    [{ until: '2026-11-23 12:00' }, 'key-unknown'],
    ['yes', 'value-type'],
    [7, 'value-type'],
  ])('are told of where they are wrong: %j', (live, code) => {
    const { diagnostics } = editionOf({ articles: { 'a.md': aStory({ live }) } });

    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});

describe('the posts of a live blog on its page', () => {
  const body = [
    'The bridge opens.',
    ':::update{date="2026-11-22 09:00" title="Barriers <up>" key=yes}\nUp.\n:::',
    ':::update{date="2026-11-23 11:30" title="Bus" by="Ana & Ruiz"}\nThe first.\n:::',
    ':::update{date="2026-11-22 10:15" title="Fares" pinned=yes}\nThey are cheap.\n:::',
    ':::update{date="2026-11-23 16:00" title="Secret" key=yes pinned=yes}\nThe mayor will resign.\n:::',
  ].join('\n\n');
  const given = { articles: { 'bridge.md': aStory({ slug: 'bridge', live: true, date: '2026-11-22' }, body) } };
  const at = '/2026/11/22/bridge/';

  it('stand under their days, below what is pinned, and none of them under embargo is anywhere', async () => {
    const document = documentOf(await renderedPage(given, at));
    const lines = [...document.querySelectorAll('.header-pinned, .header-day, .update')];

    expect(lines.map((line) => line.id || line.textContent)).toEqual([
      'Pinned',
      'update-20261122-1015',
      'Monday, November 23, 2026',
      'update-20261123-1130',
      'Sunday, November 22, 2026',
      'update-20261122-0900',
    ]);
    expect(document.documentElement.outerHTML).not.toMatch(/Secret|mayor/);
  });

  it('are listed by their titles where they are key points', async () => {
    const document = documentOf(await renderedPage(given, at));
    const links = [...document.querySelectorAll('.header-key-points a')];

    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['#update-20261122-0900', 'Barriers <up>'],
    ]);
  });

  it('say who wrote them, to readers and to search engines', async () => {
    const document = documentOf(await renderedPage(given, at));
    const { frame } = pageAt<ReturnType<typeof storyPage>>(given, at);

    expect(document.querySelector('.update-by')?.textContent).toBe('By Ana & Ruiz');
    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({
      liveBlogUpdate: [
        { headline: 'Bus', articleBody: 'The first.', author: { '@type': 'Person', name: 'Ana & Ruiz' } },
        {},
        {},
      ],
    });
  });
});
