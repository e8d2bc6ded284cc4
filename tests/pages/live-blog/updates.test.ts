import { describe, expect, it } from 'vitest';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
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
