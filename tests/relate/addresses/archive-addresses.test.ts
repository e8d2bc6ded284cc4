import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = [{ id: 'news', title: 'News' }];

/** Each diagnostic: its code, its file, its line, and what the other place is said to be. */
function clashesIn(newsroom: NewsroomGiven): readonly string[] {
  const short = ({ code, path, related }: Diagnostic): string =>
    [code, path, ...related.map((place) => `${place.path} ${place.message}`)].join(' ').replaceAll('content/', '');
  return editionOf(newsroom).diagnostics.map(short);
}

describe('an address of an archive', () => {
  it.each<[string, NewsroomGiven, string]>([
    [
      'a section called `archive`',
      { site: { sections: [{ id: 'archive', title: 'A' }] }, articles: { 'a.md': aStory() } },
      'url-duplicate site.yaml articles/a.md is the address of the archive by date too',
    ],
    [
      'a section called as a year',
      { site: { sections: [{ id: '2026', title: 'A' }] }, articles: { 'a.md': aStory() } },
      'url-duplicate site.yaml articles/a.md is the address of the archive of 2026 too',
    ],
    [
      'a story whose slug looks like a day',
      { site: { permalink: '/{yyyy}/{mm}/{slug}/' }, articles: { 'a.md': aStory(), 'b.md': aStory({ slug: '23' }) } },
      'url-duplicate articles/b.md articles/a.md is the address of the archive of 2026-11-23 too',
    ],
    [
      'a story whose slug looks like its own month',
      { site: { permalink: '/{yyyy}/{slug}/' }, articles: { 'a.md': aStory({ slug: '11' }) } },
      'url-duplicate articles/a.md articles/a.md is the address of the archive of 2026-11 too',
    ],
    [
      'a page called `archive`',
      { pages: { 'archive.md': aFile({ title: 'A' }, 'Text') }, articles: { 'a.md': aStory() } },
      'url-duplicate pages/archive.md articles/a.md is the address of the archive by date too',
    ],
    [
      'a page in the archive of a section',
      {
        site: { sections: SECTIONS },
        pages: { 'old.md': aFile({ title: 'Old', permalink: '/news/archive/1/' }, 'Text') },
        articles: manyStories(75),
      },
      'url-duplicate pages/old.md site.yaml is the address of page 1 of the archive of the section “News” too',
    ],
    [
      'a page in the archive of a topic',
      {
        pages: { 'old.md': aFile({ title: 'Old', permalink: '/topics/floods/archive/2/' }, 'Text') },
        articles: manyStories(125, { topics: ['Floods'] }),
      },
      'url-duplicate pages/old.md articles/story-0.md is the address of page 2 of the archive of the topic “Floods” too',
    ],
    [
      'a page in the archive of a contributor',
      {
        contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
        pages: { 'old.md': aFile({ title: 'Old', permalink: '/contributors/jane-doe/archive/1/' }, 'Text') },
        articles: manyStories(75),
      },
      'url-duplicate pages/old.md contributors/jane-doe.md is the address of page 1 of the archive of Jane Doe too',
    ],
    [
      'a page at a sitemap',
      { pages: { 'a.njk': aFile({ permalink: '/sitemaps/2026-11.xml' }, '') }, articles: { 'a.md': aStory() } },
      'url-duplicate pages/a.njk site.yaml is the address of the sitemap of 2026-11 too',
    ],
    [
      'a story whose slug will be a day when its embargo ends',
      {
        site: { permalink: '/{yyyy}/{mm}/{slug}/' },
        articles: { 'a.md': aStory(), 'b.md': aStory({ slug: '01', date: '2027-01-01' }) },
      },
      'url-duplicate articles/b.md articles/b.md is the address of the archive of 2027-01-01 too',
    ],
  ])('is not given to anything else: %s', (_what, newsroom, clash) => {
    expect(clashesIn(newsroom)).toEqual([clash]);
  });

  it.each([
    ['/archive/', 'the archive by date'],
    ['/2026/', 'the archive of 2026'],
    ['/2026/11/', 'the archive of 2026-11'],
    ['/2026/11/23/', 'the archive of 2026-11-23'],
    ['/news/archive/1/', 'page 1 of the archive of the section “News”'],
    ['/sitemaps/pages.xml', 'the sitemap of pages'],
  ])('is no old address of a story: %s', (alias, what) => {
    const articles = { ...manyStories(74), 'z.md': aStory({ aliases: [alias] }) };

    expect(clashesIn({ site: { sections: SECTIONS }, articles })).toEqual([
      expect.stringMatching(new RegExp(`^alias-collision articles/z.md .* is the address of ${what}$`)),
    ]);
  });

  it('is free until there is an archive', () => {
    const articles = { ...manyStories(63), 'z.md': aStory({ aliases: ['/news/archive/1/', '/2025/'] }) };

    expect(clashesIn({ site: { sections: SECTIONS }, articles })).toEqual([]);
  });

  it('can be linked to', () => {
    const text = '[a](/archive/) [b](/2026/11/) [c](/news/archive/1/)';
    const articles = { ...manyStories(74), 'z.md': aStory({}, text) };

    expect(clashesIn({ site: { sections: SECTIONS }, articles })).toEqual([]);
  });

  it('of a day to come cannot be linked to yet', () => {
    const articles = { 'a.md': aStory({}, '[a](/2027/01/01/)'), 'b.md': aStory({ date: '2027-01-01' }) };

    expect(clashesIn({ articles })).toEqual(['link-unpublished articles/a.md']);
  });
});
