import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../src/formats/search/search-files.ts';
import type { SearchPage } from '../../../src/pages/search/search-page.ts';
import { editionOf, pageAt, pagesOf, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { found } from './found.ts';

describe('the files of the search', () => {
  it('lead from each word of a story to it: of its text, names, topics and section', () => {
    const newsroom: NewsroomGiven = {
      site: { sections: [{ id: 'news', title: 'Neues' }] },
      contributors: { 'ana-ruiz.md': aFile({ name: 'Ana Ruíz' }, '') },
      articles: {
        'a.md': aStory({ headline: 'One', contributors: ['ana-ruiz'], topics: ['Ferries'] }, 'A gull.'),
        'b.md': aStory({ headline: 'Two', date: '2025-01-02', contributors: ['Sam Orr'] }, 'A gull and a tern.'),
        'c.md': aStory({ headline: 'Three', contributors: ['Sam Orr'] }, 'A plover.'),
      },
    };

    expect(found(newsroom, 'gull')).toEqual(['One', 'Two']);
    expect(found(newsroom, 'Tern')).toEqual(['Two']);
    expect(found(newsroom, 'ruiz')).toEqual(['One']);
    expect(found(newsroom, 'ferries')).toEqual(['One']);
    expect([...found(newsroom, 'neues')].sort()).toEqual(['One', 'Three', 'Two']);
    expect(found(newsroom, 'heron')).toEqual([]);
  });

  it('know no story that is a draft, under embargo, or asks not to be indexed', () => {
    const newsroom: NewsroomGiven = {
      articles: {
        'a.md': aStory({ headline: 'One' }, 'Gull.'),
        'b.md': aStory({ headline: 'Two', draft: true }, 'Gull.'),
        'c.md': aStory({ headline: 'Three', date: '2026-11-23 12:01' }, 'Gull.'),
        'd.md': aStory({ headline: 'Four', noindex: true }, 'Gull.'),
      },
    };
    const files = JSON.stringify(pagesOf(newsroom).filter(({ url }) => url.startsWith('/search/')));

    expect(found(newsroom, 'gull')).toEqual(['One']);
    expect(/Two|Three|Four|two|three|four/.exec(files)).toBeNull();
  });

  it('know the updates of a live blog that are published, and no word of the others', () => {
    const update = (time: string, word: string): string => `:::update{date="2026-11-23 ${time}"}\n${word}.\n:::`;
    const body = ['Before.', update('09:00', 'Gull'), update('16:00', 'Tern'), 'After.'].join('\n\n');
    const newsroom: NewsroomGiven = { articles: { 'a.md': aStory({ headline: 'One', live: true }, body) } };

    expect(['before', 'after', 'gull', 'tern'].map((word) => found(newsroom, word))).toEqual([
      ['One'],
      ['One'],
      ['One'],
      [],
    ]);
    expect(found(newsroom, 'tern', { now: '2026-11-23 16:00' })).toEqual(['One']);
  });

  it('are the same for the same newsroom, in whatever order it is read', () => {
    const articles = manyStories(300);
    const reversed = Object.fromEntries(Object.entries(articles).reverse());

    expect(pagesOf({ articles: reversed })).toEqual(pagesOf({ articles }));
  });

  it('have a stamp that changes with what a contributor is called', () => {
    const stampOf = (name: string): string | undefined => {
      const newsroom = {
        contributors: { 'ana-ruiz.md': aFile({ name }, '') },
        articles: { 'a.md': aStory({ contributors: ['ana-ruiz'] }) },
      };
      return pageAt<SearchIndex>(newsroom, '/search/index.json').buckets[0]?.stamp;
    };

    expect(stampOf('Ana Ruiz')).not.toBe(stampOf('Ana Roiz'));
    expect(stampOf('Ana Ruiz')).toBe(stampOf('Ana Ruiz'));
  });

  it('are lists of words that no word of a story can be taken for a part of', () => {
    const newsroom = { articles: { 'a.md': aStory({ headline: '`__proto__` constructor' }, 'toString \\</script>') } };

    expect(['proto', 'constructor', 'tostring', 'script'].map((word) => found(newsroom, word))).toEqual(
      Array.from({ length: 4 }, () => ['__proto__ constructor']),
    );
  });

  it.each([
    ['a story', { permalink: '/{slug}/' }, { 'a.md': aStory({ slug: 'search' }) }, {}],
    ['a section', { sections: [{ id: 'search', title: 'Search' }] }, { 'a.md': aStory({}) }, {}],
    [
      'a page',
      {},
      { 'a.md': aStory({}) },
      { 'a.md': aFile({ title: 'Own', permalink: '/search/2026/0-cards.json' }, 'Text') },
    ],
  ])('do not share an address with %s', (_what, site, articles, pages) => {
    const codes = (search: boolean): readonly string[] =>
      editionOf({ articles, pages, site: { ...site, search } }).diagnostics.map(({ code }) => code);

    // Of a story the text has an address of the search, too.
    expect([...new Set(codes(true))]).toEqual(['url-duplicate']);
    expect(codes(false)).toEqual([]);
  });
});

describe('the search page', () => {
  const site = { language: 'de', url: 'https://ledger.example/blatt/', sections: [{ id: 'news', title: 'Neues' }] };
  const newsroom: NewsroomGiven = {
    site,
    articles: { 'a.md': aStory({ topics: ['Fähren'] }), 'b.md': aStory({ date: '2025-01-02' }) },
  };

  it('leads readers without scripts to the archive, its years, the sections and the newest topics', () => {
    const { instead } = pageAt<SearchPage>(newsroom, '/search/');

    expect(instead.groups.map(({ links }) => links.map(({ href }) => href))).toEqual([
      ['/blatt/archive/', '/blatt/2026/', '/blatt/2025/'],
      ['/blatt/news/'],
      ['/blatt/topics/faehren/'],
    ]);
  });

  it('speaks the language of the site, and gives the script its words in all forms that the language has', () => {
    const { title, settings } = pageAt<SearchPage>(newsroom, '/search/');
    const { root, stories } = JSON.parse(settings);

    expect([title, root]).toEqual(['Suche', '/blatt/search/']);
    expect(stories).toEqual({ language: 'de', forms: { one: '{count} Artikel', other: '{count} Artikel' } });
  });

  it('asks not to be indexed', async () => {
    expect(await renderedPage(newsroom, '/search/')).toContain('<meta name="robots" content="noindex"/>');
  });

  it('is led to from every page, by a link and by a form that needs no script', () => {
    const framed = pagesOf(newsroom).filter(({ data }) => typeof data === 'object' && data !== null && 'frame' in data);
    const ways = framed.map(({ data }) => {
      const { frame } = data as SearchPage;
      return [frame.masthead.search?.href, frame.footer.search?.action];
    });

    expect(ways.length).toBeGreaterThan(8);
    expect(new Set(ways.flat())).toEqual(new Set(['/blatt/search/']));
  });

  it('is not linked to twice where the newsroom’s own navigation leads to it', () => {
    const own = { ...newsroom, site: { ...site, navigation: [{ label: 'Find', url: '/search/' }] } };

    expect(pageAt<SearchPage>(own, '/').frame.masthead.search).toBeUndefined();
  });

  it('is not there where the newsroom wants none, and nothing of the search is', () => {
    const without = { ...newsroom, site: { ...site, search: false } };
    const pages = pagesOf(without);

    expect(pages.filter(({ url }) => url.startsWith('/search'))).toEqual([]);
    expect(JSON.stringify(pages.map(({ data }) => data))).not.toContain('/search/');
  });
});
