import { describe, expect, it } from 'vitest';
import type { SearchPage } from '../../../src/pages/search/search-page.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { found } from './found.ts';

const SITE: Keys = {
  language: 'en-GB',
  title: 'The Ledger',
  url: 'https://ledger.example/paper/',
  sections: [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport' },
  ],
  languages: [
    { language: 'es', title: 'El Libro', sections: { news: 'Noticias' } },
    { language: 'ar', title: 'السجل', sections: { news: 'أخبار' } },
  ],
};

const ENGLISH = aStory({ headline: 'One', section: 'news', topics: ['Ferries'] }, 'Radio.');
const SPANISH = aStory({ headline: 'Uno', section: 'news', language: 'es', topics: ['Puerto'] }, 'Radio.');

const NEWSROOM: NewsroomGiven = {
  site: SITE,
  articles: {
    'one.md': ENGLISH,
    'uno.md': SPANISH,
    'dos.md': aStory({ headline: 'Dos', language: 'es-MX', date: '2026-11-22' }, 'Radio.'),
    'un.md': aStory({ headline: 'Un', language: 'fr', date: '2026-11-21' }, 'Radio.'),
  },
};

/** Where the masthead and the footer of each page lead those who search, by the language that these are in. */
function waysIn(newsroom: NewsroomGiven): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const ways = new Map<string, Set<string | undefined>>();
  for (const { data } of pagesOf(newsroom)) {
    if (typeof data !== 'object' || data === null || !('frame' in data)) continue;
    const { masthead, footer } = (data as SearchPage).frame;
    const ofLanguage = ways.get(masthead.language) ?? new Set();
    ways.set(masthead.language, ofLanguage.add(masthead.search?.href).add(footer.search?.action));
  }
  return ways;
}

function searchFilesOf(newsroom: NewsroomGiven): readonly string[] {
  return pagesOf(newsroom)
    .map(({ url }) => url as string)
    .filter((url) => url.includes('/search/'))
    .sort();
}

describe('the search of a site in several languages', () => {
  it.each([
    ['/search/', ['One', 'Un']],
    ['/es/search/', ['Uno', 'Dos']],
  ])('finds the stories of its language, the main one also those in languages without fronts: %s', (root, titles) => {
    expect([...found(NEWSROOM, 'radio', { root })].sort()).toEqual([...titles].sort());
  });

  it('has for each language a page in its words, with links to what there is in it', () => {
    const { title, frame, form, filters, order, instead, settings } = pageAt<SearchPage>(NEWSROOM, '/es/search/');

    expect({ title, form, filters, order }).toEqual({
      title: 'Buscar',
      form: { action: '/paper/es/search/', label: 'Buscar', button: 'Buscar' },
      filters: {
        section: 'Sección',
        contributor: 'Colaborador',
        topic: 'Tema',
        from: 'Desde',
        until: 'Hasta',
        all: 'Cualquiera',
      },
      order: { label: 'Orden', newest: 'Más recientes', best: 'Más relevantes' },
    });
    expect(frame).toMatchObject({ language: 'es', title: 'Buscar – El Libro', robots: 'noindex' });
    expect(frame.masthead.search).toEqual({ label: 'Buscar', href: '/paper/es/search/', isCurrent: true });
    expect(JSON.parse(String(frame.structuredData))).toMatchObject({
      '@type': 'WebPage',
      url: 'https://ledger.example/paper/es/search/',
      inLanguage: 'es',
      isPartOf: { name: 'El Libro' },
    });
    expect(instead.groups.map(({ links }) => links.map(({ href }) => href))).toEqual([
      ['/paper/archive/', '/paper/2026/'],
      ['/paper/es/news/'],
      ['/paper/topics/puerto/'],
    ]);
    expect(JSON.parse(settings)).toMatchObject({ language: 'es', root: '/paper/es/search/' });
  });

  it('names its pages in the other languages', () => {
    const alternates = ['/search/', '/es/search/'].map((url) => pageAt<SearchPage>(NEWSROOM, url).frame.alternates);

    expect(alternates[0]).toEqual([
      { hreflang: 'en-GB', href: 'https://ledger.example/paper/search/' },
      { hreflang: 'x-default', href: 'https://ledger.example/paper/search/' },
      { hreflang: 'es', href: 'https://ledger.example/paper/es/search/' },
    ]);
    expect(alternates[1]).toEqual(alternates[0]);
  });

  it('is led to from the pages of its language, and from those of a language without stories there is nothing to search', () => {
    expect(waysIn(NEWSROOM)).toEqual(
      new Map<string, ReadonlySet<string | undefined>>([
        ['en-GB', new Set(['/paper/search/'])],
        ['es', new Set(['/paper/es/search/'])],
        ['ar', new Set([undefined])],
      ]),
    );
    expect(searchFilesOf(NEWSROOM).filter((url) => url.startsWith('/ar/'))).toEqual([]);
  });

  it('is none in a language whose stories all ask not to be indexed, nor in the main one if it has none', () => {
    const noindex = aStory({ headline: 'Uno', language: 'es', noindex: true });

    expect(searchFilesOf({ site: SITE, articles: { 'one.md': ENGLISH, 'uno.md': noindex } })).not.toContain(
      '/es/search/',
    );
    expect(searchFilesOf({ site: SITE, articles: { 'uno.md': SPANISH } })).toEqual([
      '/es/search/',
      '/es/search/2026/0-0.json',
      '/es/search/2026/0-1.json',
      '/es/search/2026/0-2.json',
      '/es/search/2026/0-cards.json',
      '/es/search/index.json',
    ]);
  });

  it('changes for the readers of its language alone', () => {
    const dataOf = (newsroom: NewsroomGiven): ReadonlyMap<string, string> =>
      new Map(pagesOf(newsroom).map(({ url, data }) => [url, JSON.stringify(data)]));
    const before = dataOf(NEWSROOM);
    const edited = { ...NEWSROOM, articles: { ...NEWSROOM.articles, 'uno.md': SPANISH.replace('Uno', 'Una') } };
    const changed = [...dataOf(edited)].filter(([url, data]) => before.get(url) !== data).map(([url]) => url);

    expect(changed.filter((url) => url.includes('/search/')).sort()).toEqual([
      '/es/search/2026/0-0.json',
      '/es/search/2026/0-1.json',
      '/es/search/2026/0-2.json',
      '/es/search/2026/0-cards.json',
      '/es/search/index.json',
    ]);
  });

  it.each(['/es/search/', '/es/search/index.json', '/es/search/2026/0-cards.json'])(
    'shares the address %s with no page of the newsroom, in a language that has stories',
    (permalink) => {
      const codesOf = (articles: NewsroomGiven['articles']): readonly string[] =>
        editionOf({
          site: SITE,
          articles,
          pages: { 'a.md': aFile({ title: 'Own', permalink }, 'Text') },
        }).diagnostics.map(({ code }) => code);

      expect(codesOf(NEWSROOM.articles)).toEqual(['url-duplicate']);
      expect(codesOf({ 'one.md': ENGLISH })).toEqual([]);
    },
  );

  it('can be linked to once there is a story in its language', () => {
    const body = 'To the [search](/es/search/).';
    const codesOf = (story: Keys): readonly string[] =>
      editionOf({
        site: SITE,
        articles: { 'one.md': aStory({}, body), 'uno.md': aStory({ slug: 'uno', ...story }) },
      }).diagnostics.map(({ code }) => code);

    expect(codesOf({ language: 'es' })).toEqual([]);
    expect(codesOf({ language: 'es', date: '2026-12-24' })).toEqual(['link-unpublished']);
    expect(codesOf({ language: 'fr' })).toEqual(['link-broken']);
  });
});
