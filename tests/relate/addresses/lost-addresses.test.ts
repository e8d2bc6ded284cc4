import { describe, expect, it } from 'vitest';
import { publishedAddresses, recordAddresses } from '../../../src/newsroom/permanent-addresses.ts';
import { editionOf, pagesOf, type PublicationGiven } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const A = 'content/articles/a.md';
const recorded = (...lines: readonly string[]): NewsroomGiven => ({ addresses: { 'addresses.txt': lines.join('\n') } });

/** What is told, in short: code, file, line and the address that is meant. */
function foundIn(newsroom: NewsroomGiven, given: PublicationGiven = {}): readonly string[] {
  return editionOf(newsroom, given).diagnostics.map(
    ({ code, path, line, hint }) => `${code} ${path}:${line} ${/`([^`]*)`/.exec(hint ?? '')?.[1]}`,
  );
}

describe('an address that was published', () => {
  const articles = { 'a.md': aStory({ slug: 'new' }) };

  it.each<readonly [string, NewsroomGiven]>([
    ['has its page', { articles: { 'a.md': aStory() }, ...recorded(`/2026/11/23/a/ ${A}`) }],
    ['has an alias', { articles: { 'a.md': aStory({ slug: 'new', aliases: ['/a/'] }) }, ...recorded(`/a/ ${A}`) }],
    [
      'has an alias that differs in capitals',
      { articles: { 'a.md': aStory({ aliases: ['/2026/11/23/A/'] }) }, ...recorded('/2026/11/23/A/') },
    ],
    ['leads on', { articles, redirects: { '/a/': '/' }, ...recorded(`/a/ ${A}`) }],
    ['leads elsewhere', { redirects: { '/a/': 'https://x.city/' }, ...recorded('/a/') }],
    ['was withdrawn', { redirects: '/a/: { gone: true }', ...recorded('/a/') }],
    ['is served by something else', { site: { elsewhere: ['/shop/'] }, ...recorded('/shop/') }],
    ['is a page of the newsroom’s own', { pages: { 'a.md': aFile({ title: 'A' }, 'Text') }, ...recorded('/a/') }],
  ])('is not lost where it %s', (_what, newsroom) => {
    expect(foundIn(newsroom)).toEqual([]);
  });

  it('is told where its story is, with the line to add, if the same file has another', () => {
    expect(foundIn({ articles, ...recorded(`/2026/11/23/a/ ${A}`) })).toEqual([
      `address-lost ${A}:5 /2026/11/23/a/: /2026/11/23/new/`,
    ]);
  });

  it('is told in its line if the file is gone, once', () => {
    expect(foundIn({ articles, ...recorded('# x', '/b/ content/articles/b.md', '/b/ content/articles/c.md') })).toEqual(
      ['address-lost content/addresses.txt:2 /b/: /new-address/'],
    );
  });

  it('is told in its line if the story is a draft again, for nothing of a draft stops a build', () => {
    const draft = { articles: { 'a.md': aStory({ draft: true }) }, ...recorded(`/2026/11/23/a/ ${A}`) };

    expect(foundIn(draft)).toEqual(['address-lost content/addresses.txt:1 draft']);
    expect(foundIn(draft, { drafts: true })).toEqual([]);
  });

  it('comes back after an embargo, which is a warning', () => {
    const later = { articles: { 'a.md': aStory({ date: '2026-11-25' }) }, ...recorded(`/2026/11/25/a/ ${A}`) };

    expect(foundIn(later)).toEqual(['address-unpublished content/addresses.txt:1 date']);
    expect(foundIn(later, { now: '2026-11-26 12:00' })).toEqual([]);
  });

  it('is perhaps that of the one new story that ends alike, but never of one that is known', () => {
    const old = '/2025/01/01/new/ content/articles/old.md';

    expect(foundIn({ articles, ...recorded(old) })).toEqual([
      'address-lost content/addresses.txt:1 /2025/01/01/new/: /2026/11/23/new/',
    ]);
    expect(foundIn({ articles, ...recorded(old, `/2026/11/23/new/ ${A}`) })).toEqual([
      'address-lost content/addresses.txt:1 /2025/01/01/new/: /new-address/',
    ]);
  });

  it('is told a hundred times at most, and then all others once', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `/${index}/ content/articles/${index}.md`);
    const { diagnostics, edition } = editionOf(recorded(...lines));

    expect([diagnostics.length, edition.lostAddresses.length]).toEqual([101, 5_000]);
    expect(diagnostics.at(-1)?.message).toContain('4900 further addresses');
  });

  it.each<readonly [string, NewsroomGiven]>([
    ['the story’s own date', { articles: { 'a.md': aStory({ date: 'today' }) } }],
    ['the front matter of the story', { articles: { 'a.md': '---\nheadline: [\n---\n\nText.\n' } }],
    ['the site', { articles, site: { permalink: '{slug}' } }],
    ['the time zone', { articles, site: { timeZone: 'Mars' } }],
    ['the redirects', { redirects: '/2026/11/23/a/: [' }],
  ])('is not told while there are errors in what says where it is: %s', (_what, newsroom) => {
    const { diagnostics, edition } = editionOf({ ...newsroom, ...recorded(`/2026/11/23/a/ ${A}`) });

    expect(diagnostics.map(({ code }) => code)).not.toContain('address-lost');
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(edition.lostAddresses.filter(({ now }) => now)).toEqual([]);
  });

  it('is told all the same while there are errors in another story, or in a draft', () => {
    const other = { 'b.md': aStory({ date: 'today' }) };
    const lost = (newsroom: NewsroomGiven): number =>
      editionOf({ ...newsroom, ...recorded(`/2026/11/23/a/ ${A}`) }).diagnostics.filter(
        ({ code }) => code === 'address-lost',
      ).length;

    expect(lost({ articles: { ...articles, ...other } })).toBe(1);
    expect(lost({ articles: { 'a.md': aStory({ draft: true, date: 'today' }) } })).toBe(1);
  });

  it('may have any name', () => {
    const { diagnostics } = editionOf(recorded('/__proto__/ __proto__', '/constructor/ toString'));

    expect(diagnostics.map(({ code }) => code)).toEqual(['address-lost', 'address-lost']);
  });
});

describe('what is recorded of an edition', () => {
  const newsroom: NewsroomGiven = {
    site: { sections: [{ id: 'news', title: 'News' }] },
    articles: {
      'a.md': aStory({ section: 'news', topics: ['Harbour'], series: 'tides' }),
      'b.md': aStory({ series: 'tides' }),
      'draft.md': aStory({ draft: true }),
      'later.md': aStory({ date: '2026-11-25' }),
    },
    contributors: { 'ana.md': aFile({ name: 'Ana' }, '') },
    pages: { 'about.md': aFile({ title: 'About' }, 'Text'), 'plan.md': aFile({ title: 'Plan', draft: true }, 'Text') },
  };

  it('is what has a name and is published: neither drafts, embargoes, topics, archives nor feeds', () => {
    const { edition } = editionOf(newsroom);

    expect(
      publishedAddresses(edition)
        .map(({ url, source }) => `${url} ${source}`)
        .sort(),
    ).toEqual([
      `/2026/11/23/a/ ${A}`,
      '/2026/11/23/b/ content/articles/b.md',
      '/about/ content/pages/about.md',
      '/contributors/ana/ content/contributors/ana.md',
      '/news/ content/site.yaml',
      '/series/tides/ content/site.yaml',
    ]);
  });

  it('is added to what is there, with the file of today; what is gone stays', () => {
    const { edition } = editionOf({ articles: { 'a.md': aStory() } });
    const line = { line: 1 };
    const before = editionOf(recorded('/gone/ content/articles/gone.md', '/2026/11/23/a/ content/articles/old.md'));
    const known = before.edition.lostAddresses.map(({ url, source }) => ({ url, source, ...line }));
    const { text, added } = recordAddresses(known, edition);

    expect(added).toBe(0);
    expect(text.split('\n').filter((one) => one.startsWith('/'))).toEqual([
      `/2026/11/23/a/ ${A}`,
      '/gone/ content/articles/gone.md',
    ]);
  });

  it('leaves the pages of an edition as they are', () => {
    expect(pagesOf({ ...newsroom, ...recorded(`/2026/11/23/a/ ${A}`) })).toEqual(pagesOf(newsroom));
  });
});
