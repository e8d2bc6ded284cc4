import { describe, expect, it } from 'vitest';
import { readFilter } from '../../../../src/cli/import/sources/ghost/filter.ts';
import { open, type Tables } from './an-export.ts';

const POST = { id: '64a1', title: 'A', slug: 'bridge', status: 'published', published_at: '2024-05-05T23:30:00.000Z' };
const TAGS: Tables = {
  tags: [
    { id: 't1', name: 'News', slug: 'news' },
    { id: 't2', name: 'Food', slug: 'food' },
  ],
  posts_tags: [
    { post_id: '64a1', tag_id: 't1', sort_order: 0 },
    { post_id: '64a1', tag_id: 't2', sort_order: 1 },
  ],
  users: [{ id: 'u1', name: 'Jane', slug: 'jane' }],
  posts_authors: [{ post_id: '64a1', author_id: 'u1' }],
};

async function withRoutes(routes: string, tables: Tables = {}) {
  return open({ posts: [POST], ...TAGS, ...tables }, { files: { 'routes.yaml': routes } });
}

describe('the addresses of a site of Ghost', () => {
  it.each([
    ['/{slug}/', '/bridge/'],
    ['/{year}/{month}/{day}/{slug}/', '/2024/05/06/bridge/'],
    ['/{primary_tag}/{primary_author}/{slug}/', '/news/jane/bridge/'],
    ['/p-{id}/', '/p-64a1/'],
  ])('follow the pattern %s, by the clocks of the site', async (permalink, url) => {
    const { outlines } = await withRoutes(`collections:\n  /:\n    permalink: ${permalink}\n`, {
      settings: [{ key: 'timezone', value: 'Europe/Paris' }],
    });

    expect(outlines[0]?.url).toBe(url);
  });

  it('follow the first collection that takes a story', async () => {
    const { outlines, lists, notes } = await withRoutes(`
routes:
  /who-we-are/: { data: page.about }
  /all-food/: { controller: channel, filter: 'tag:food' }
collections:
  /kitchen/: { permalink: '/kitchen/{slug}/', filter: 'primary_tag:food' }
  /news/: { permalink: '/news/{slug}/', filter: 'tag:news+author:jane' }
  /: { permalink: '/{slug}/' }
taxonomies:
  tag: /topic/{slug}/
`);

    expect(outlines[0]?.url).toBe('/news/bridge/');
    expect(lists).toEqual([
      { url: '/topic/news/', feeds: ['/topic/news/rss/'], of: { kind: 'category', id: 'news' } },
      { url: '/topic/food/', feeds: ['/topic/food/rss/'], of: { kind: 'topic', name: 'Food' } },
      { url: '/kitchen/', feeds: ['/kitchen/rss/'], of: { kind: 'topic', name: 'Food' } },
      { url: '/all-food/', feeds: ['/all-food/rss/'], of: { kind: 'topic', name: 'Food' } },
    ]);
    expect(notes.map(({ what }) => what)).toEqual(['address of the old site']);
  });

  it('are none where no collection takes a story', async () => {
    const { outlines } = await withRoutes(
      'collections:\n  /food/:\n    permalink: /f/{slug}/\n    filter: primary_tag:food\n',
    );

    expect(outlines[0]).toMatchObject({ url: undefined, status: 'published' });
  });

  it('are those of pages that routes have elsewhere', async () => {
    const page = { id: 'p', title: 'About', slug: 'about', type: 'page', status: 'published' };
    const { outlines } = await withRoutes(
      'routes:\n  /who/:\n    data: page.about\n  /who-else/:\n    data: { page: { type: read, resource: pages, slug: about } }\ncollections:\n  /: { permalink: "/{slug}/" }\n',
      { posts: [page] },
    );

    expect(outlines[0]).toMatchObject({ url: '/who-else/', otherUrls: ['/about/'] });
  });

  it('follow the setting of exports before Ghost 2', async () => {
    const { outlines } = await open({
      posts: [POST],
      settings: [{ key: 'permalinks', value: '/:year/:month/:day/:slug/' }],
    });

    expect(outlines[0]?.url).toBe('/2024/05/05/bridge/');
  });

  it('are told to be looked at where a collection is not understood', async () => {
    const { outlines, notes } = await withRoutes(
      'collections:\n  /old/:\n    permalink: /old/{slug}/\n    filter: published_at:<2020-01-01\n  /x/:\n    permalink: /x/{magic}/\n',
    );

    expect(outlines[0]?.url).toBe('/bridge/');
    expect(notes.map(({ what, detail }) => [what, detail])).toEqual([
      ['collection of `routes.yaml`', '/old/: /old/{slug}/ published_at:<2020-01-01'],
      ['collection of `routes.yaml`', '/x/: /x/{magic}/ '],
      ['address of the old site', undefined],
    ]);
  });

  it.each([
    '',
    '- 1\n',
    'a: [',
    'collections: 5\n',
    'routes: { "/a/": [1, null] }\ncollections: { "/": null }\n',
    '"__proto__": { a: b }\n',
  ])('survive routes such as %j', async (routes) => {
    await expect(withRoutes(routes)).resolves.toHaveProperty('outlines.length', 1);
  });
});

describe('a filter of Ghost', () => {
  const facts = {
    tag: ['news', 'food'],
    primary_tag: ['news'],
    author: ['jane'],
    featured: ['true'],
    visibility: ['public'],
  };

  it.each([
    ['tag:news', true],
    ['tag:-news', false],
    ['tag:[sport, food]', true],
    ['tag:-[sport,music]', true],
    ["author:'jane'", true],
    ['primary_tag:food', false],
    ['tag:sport,featured:true', true],
    ['tag:news+featured:false', false],
    ['tag:sport+tag:music,tag:food+author:jane', true],
    ['(tag:sport,tag:food)+visibility:public', true],
    ['tag:news+(tag:sport,(author:john))', false],
    ['tags.slug:food', true],
  ])('reads %s', (filter, takes) => {
    expect(readFilter(filter)?.(facts)).toBe(takes);
  });

  it.each([
    'published_at:>2020',
    'tag',
    'tag:',
    'tag:a+',
    '(tag:a',
    'tag:a)',
    '+',
    'tag:a tag:b',
    '__proto__:a',
    '('.repeat(100_000),
  ])('does not read %.40s', (filter) => {
    expect(readFilter(filter)).toBeUndefined();
  });
});
