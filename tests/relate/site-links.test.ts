import { describe, expect, it } from 'vitest';
import { editionOf } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const PAGES = { 'about.md': aFile({ title: 'About' }, 'Text\n\n## People\n') };

/** A newsroom in which one link leads to an address. */
const LINKS: readonly (readonly [where: string, make: (url: string) => NewsroomGiven])[] = [
  [
    'navigation',
    (url) => ({
      site: {
        navigation: [
          { label: 'A', url: 'https://shop.example/' },
          { label: 'B', url },
        ],
      },
    }),
  ],
  ['social', (url) => ({ site: { social: [{ label: 'A', url }] } })],
  ['publisher', (url) => ({ site: { publisher: { ethics: url } } })],
  ['liveStrip of the site', (url) => ({ site: { liveStrip: { text: 'Live', url } } })],
  [
    'navigation of a language',
    (url) => ({
      site: { languages: [{ language: 'es', navigation: [{ label: 'A', url }], publisher: { contact: '/about/' } }] },
    }),
  ],
  ['publisher of a language', (url) => ({ site: { languages: [{ language: 'es', publisher: { contact: url } }] } })],
  ['links of a contributor', (url) => ({ contributors: { 'jo.md': aFile({ name: 'Jo', links: [url] }, '') } })],
  [
    'labelled links of a contributor',
    (url) => ({ contributors: { 'jo.md': aFile({ name: 'Jo', links: [{ label: 'A', url }] }, '') } }),
  ],
  ['breaking', (url) => ({ fronts: { 'home.yaml': `breaking: { text: A, url: "${url}", until: 2026-12-01 }\n` } })],
  ['liveStrip of defaults', (url) => ({ site: { defaults: { liveStrip: { text: 'Live', url } } } })],
  ['updateUrl', (url) => ({ site: { unsupportedBrowser: { updateUrl: url } } })],
  ['liveStrip of a story', (url) => ({ articles: { 'a.md': aStory({ liveStrip: { text: 'Live', url } }) } })],
  ['redirects', (url) => ({ redirects: { '/old/': url } })],
];

function foundIn(newsroom: NewsroomGiven): readonly (readonly [code: string, words: string])[] {
  const { diagnostics } = editionOf({ pages: PAGES, articles: { 'z.md': aStory() }, ...newsroom });
  return diagnostics.map(({ code, excerpt, column, length }) => [
    code,
    (excerpt ?? '').slice(column - 1, column - 1 + length).replaceAll('"', ''),
  ]);
}

describe('a list of site.yaml with entries that are wrong', () => {
  it('has its other entries told of at their own lines', () => {
    const navigation = [
      { label: 'A', url: 'about.md' },
      { label: 'B', url: '/abuot/' },
    ];
    const languages = [
      {
        language: 'es',
        navigation: [
          { label: 'C', url: 'mailto:a@b.example' },
          { label: 'D', url: '/nothing/' },
        ],
      },
    ];

    expect(foundIn({ site: { navigation } })).toEqual([
      ['url-invalid', 'about.md'],
      ['link-broken', '/abuot/'],
    ]);
    // Which pages a language has is not known while something is wrong with it.
    expect(foundIn({ site: { languages } })).toEqual([['url-invalid', 'mailto:a@b.example']]);
  });

  it('is like the old addresses of a story, which keep their places', () => {
    const aliases = ['old', 'https://ledger.example/b/', '/about/', '/c/', '/c/'];

    expect(foundIn({ articles: { 'z.md': aStory({ aliases }) } })).toEqual([
      ['alias-invalid', 'old'],
      ['alias-invalid', 'https://ledger.example/b/'],
      ['alias-collision', '/about/'],
      ['alias-collision', '/c/'],
    ]);
  });

  it('is like topics and related stories, which keep their places', () => {
    const story = aStory({ topics: [' ', 'Ca', 'Ça'], related: [' ', 'y', 'nobody-knows'] });

    const found = foundIn({ articles: { 'z.md': story, 'y.md': aStory({ date: '2026-01-01' }) } });
    expect(found.map(([code, words]) => `${code} ${words}`)).toEqual([
      expect.stringContaining('key-missing'),
      expect.stringMatching(/^topic-\S+ Ça$/),
      expect.stringContaining('key-missing'),
      'story-unknown nobody-knows',
    ]);
  });

  it('names the section that has the address of a page', () => {
    const sections = [
      { id: 'Bad id', title: 'Bad' },
      { id: 'news', title: 'News' },
    ];
    const { diagnostics } = editionOf({ site: { sections }, pages: { 'news.md': aFile({ title: 'News' }, '') } });
    const bad = diagnostics.find(({ code }) => code === 'slug-invalid');
    const taken = diagnostics.find(({ code }) => code === 'url-duplicate');
    expect(taken?.related[0]?.column).toBeGreaterThan(bad?.column ?? 0);
  });

  it.each([
    ['about.md', undefined],
    ['/content/pages/about.md', 'did you mean `/about/`?'],
    ['/nothing.md', 'write the address of a page of the site: `/about/`'],
    ['htps://example.com/', 'write `https://example.com/`'],
    ['#people', 'write the address of the page before it: `/about/#people`'],
  ])('asks for addresses, for a key takes no paths of files: %s', (url, hint) => {
    const { diagnostics } = editionOf({
      pages: PAGES,
      articles: { 'z.md': aStory() },
      site: { navigation: [{ label: 'A', url }] },
    });
    expect(diagnostics).toHaveLength(1);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
    expect(diagnostics[0]?.hint).not.toContain('../');
  });
});

describe.each(LINKS)('an address in %s', (where, make) => {
  it.each(['/about/', '/about/#people', 'https://ledger.example/about/', 'https://example.com/nothing/', '/'])(
    'may lead to %s',
    (url) => {
      expect(foundIn(make(url))).toEqual([]);
    },
  );

  it.each(['/nothing/', 'https://ledger.example/nothing/'])('is told of where nothing is: %s', (url) => {
    expect(foundIn(make(url))).toEqual([[where === 'redirects' ? 'redirect-broken' : 'link-broken', url]]);
  });

  it('is told of where a part of a page is not there', () => {
    expect(foundIn(make('/about/#peeple'))).toEqual([['link-fragment', '/about/#peeple']]);
  });

  it('may lead to what something else serves', () => {
    const { site, ...newsroom } = make('/shop/a/');

    expect(foundIn({ ...newsroom, site: { ...(site as object), elsewhere: ['/shop/**'] } })).toEqual([]);
  });
});

/** Newsrooms in which one whole address leads somewhere. */
const WHOLE_LINKS: readonly (readonly [where: string, make: (url: string) => NewsroomGiven])[] = [
  ['licence of a story’s picture', (url) => ({ articles: { 'a.md': aStory({ image: pictureBy(url) }) } })],
  [
    'url of a fact check',
    (url) => {
      const factCheck = { claim: 'A', claimant: 'B', date: '2026-11-20', rating: 'False', url };
      return { articles: { 'a.md': aStory({ factCheck }) } };
    },
  ],
];

function pictureBy(licence: string): Readonly<Record<string, string>> {
  return { src: 'bridge.jpg', alt: 'A bridge', credit: 'Jo', licence };
}

describe.each(WHOLE_LINKS)('an address in the %s', (_where, make) => {
  it.each(['https://ledger.example/about/', 'https://example.com/nothing/'])('may lead to %s', (url) => {
    expect(foundIn(make(url))).toEqual([]);
  });

  it('is told of where nothing is', () => {
    const url = 'http://ledger.example/nothing/';

    expect(foundIn(make(url))).toEqual([['link-broken', url]]);
  });

  it('is told of once where it is no whole address', () => {
    expect(foundIn(make('/nothing/'))).toEqual([['url-invalid', '/nothing/']]);
  });
});

describe('an address under a key', () => {
  it.each<[string, NewsroomGiven]>([
    ['site.yaml', { site: { social: [{ label: 'A', url: '/later/' }] } }],
    ['a story', { articles: { 'z.md': aStory({ liveStrip: { text: 'Live', url: '/later/' } }) } }],
  ])('of %s leads nowhere until its page is published, and that is said', (_where, newsroom) => {
    const pages = { 'later.md': aFile({ title: 'Later', draft: true }, 'Text.\n') };

    expect(editionOf({ ...newsroom, pages }).diagnostics.map(({ hint }) => hint)).toEqual([
      'publish that page first; until then this link leads nowhere',
    ]);
  });

  it('is a warning where its page is not published yet', () => {
    const articles = { 'z.md': aStory(), 'later.md': aStory({ date: '2027-01-01' }) };
    const site = { navigation: [{ label: 'A', url: '/2027/01/01/later/' }] };

    expect(foundIn({ site, articles })).toEqual([['link-unpublished', '/2027/01/01/later/']]);
  });

  it('has a file of media published', () => {
    const site = { navigation: [{ label: 'A', url: '/articles/plan.pdf' }] };
    const { edition } = editionOf({
      site,
      articles: { 'z.md': aStory() },
      media: { 'content/articles/plan.pdf': 'file' },
    });

    expect(edition.files).toEqual(['content/articles/plan.pdf']);
  });
});

describe('a link that stands twice in a list', () => {
  const links = (...urls: readonly string[]): object[] => urls.map((url, index) => ({ label: `L${index}`, url }));
  const repeated: readonly (readonly [where: string, newsroom: NewsroomGiven])[] = [
    ['navigation', { site: { navigation: links('/', '/about/', '/') } }],
    ['social', { site: { social: links('https://a.example/@q', 'https://a.example/@q') } }],
    ['navigation of a language', { site: { languages: [{ language: 'es', navigation: links('/es/', '/es/') }] } }],
    [
      'links',
      { contributors: { 'jo.md': aFile({ name: 'Jo', links: ['/about/', { label: 'A', url: '/about/' }] }, '') } },
    ],
  ];

  it.each(repeated)('is told of at the second: %s', (_where, newsroom) => {
    expect(foundIn(newsroom).map(([code]) => code)).toEqual(['link-repeated']);
  });

  it('is none with another fragment, or in another list', () => {
    const site = { navigation: links('/about/', '/about/#people'), social: links('/about/') };

    expect(foundIn({ site })).toEqual([]);
  });
});
