import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { feedUrls } from '../../../src/domain/feeds.ts';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SitemapEntry, SitemapIndexEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { TopicPage } from '../../../src/pages/lists/topic-page.ts';
import { editionOf, pageAt, pagesOf, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SITE: Keys = {
  language: 'en-GB',
  sections: [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport' },
  ],
  languages: [
    {
      language: 'es',
      title: 'El Libro del Puerto',
      description: 'Noticias del puerto',
      sections: { news: 'Noticias' },
    },
    { language: 'ar', title: 'سجل الميناء', sections: { news: 'أخبار' } },
  ],
};

const NEWSROOM: NewsroomGiven = {
  site: SITE,
  articles: {
    'one.md': aStory({ headline: 'One', section: 'news', topics: ['Harbour'] }),
    'uno.md': aStory({ headline: 'Uno', section: 'news', language: 'es', topics: ['Harbour'] }),
    'dos.md': aStory({ headline: 'Dos', section: 'sport', language: 'es-MX', date: '2026-11-22' }),
    'un.md': aStory({ headline: 'Un', section: 'news', language: 'fr', date: '2026-11-21' }),
  },
};

function titlesOf({ lead, top, listing }: HomePage | SectionPage): readonly string[] {
  const cards = [...(lead ? [lead] : []), ...top].map(({ card }) => card);
  return [...cards, ...(listing.earlier?.headlines ?? [])].map(({ headline }) => headline);
}

describe('the fronts of a site in several languages', () => {
  it.each([
    ['/', ['One', 'Un']],
    ['/es/', ['Uno', 'Dos']],
    ['/ar/', []],
  ])('hold the stories of their language, the main one also those that have no front: %s', (url, titles) => {
    expect(titlesOf(pageAt<HomePage>(NEWSROOM, url))).toEqual(titles);
  });

  it.each([
    ['/news/', ['One', 'Un']],
    ['/sport/', []],
    ['/es/news/', ['Uno']],
    ['/es/sport/', ['Dos']],
    ['/ar/news/', []],
  ])('have sections, as have those: %s', (url, titles) => {
    expect(titlesOf(pageAt<SectionPage>(NEWSROOM, url))).toEqual(titles);
  });

  it('have no front of a section that has no story and that no navigation leads to', () => {
    expect(pagesOf(NEWSROOM).map(({ url }) => url)).not.toContain('/ar/sport/');
  });

  it('are in the words of their language', () => {
    const { frame, listing } = pageAt<HomePage>(NEWSROOM, '/ar/');

    expect(frame).toMatchObject({ language: 'ar', direction: 'rtl', title: 'سجل الميناء', description: undefined });
    expect(frame.masthead).toMatchObject({
      language: 'ar',
      direction: 'rtl',
      home: '/ar/',
      isHome: true,
      navigation: [{ label: 'أخبار', href: '/ar/news/', isCurrent: false }],
    });
    expect(frame.footer).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(listing.empty).toBe('لا توجد مقالات بعد.');
  });

  it('lead to each other, each in its own words', () => {
    const { languages } = pageAt<HomePage>(NEWSROOM, '/es/').frame.masthead;

    expect(languages).toEqual({
      label: 'Idiomas',
      links: [
        { label: 'English', href: '/', language: 'en-GB', direction: 'ltr', isCurrent: false },
        { label: 'Español', href: '/es/', language: 'es', direction: 'ltr', isCurrent: true },
        { label: 'العربية', href: '/ar/', language: 'ar', direction: 'rtl', isCurrent: false },
      ],
    });
  });

  it.each(['/', '/es/', '/ar/'])('name all of them to search engines: %s', (url) => {
    expect(pageAt<HomePage>(NEWSROOM, url).frame.alternates).toEqual([
      { hreflang: 'en-GB', href: 'https://ledger.example/' },
      { hreflang: 'x-default', href: 'https://ledger.example/' },
      { hreflang: 'es', href: 'https://ledger.example/es/' },
      { hreflang: 'ar', href: 'https://ledger.example/ar/' },
    ]);
  });

  it.each([
    ['/sport/', ['/sport/', '/sport/', '/es/sport/']],
    ['/es/sport/', ['/sport/', '/sport/', '/es/sport/']],
    ['/news/', ['/news/', '/news/', '/es/news/', '/ar/news/']],
  ])('of a section name those that there are: %s', (url, paths) => {
    const { alternates } = pageAt<SectionPage>(NEWSROOM, url).frame;

    expect(alternates.map(({ href }) => href)).toEqual(paths.map((path) => `https://ledger.example${path}`));
  });

  it('are valid HTML', async () => {
    const html = await renderedPage(NEWSROOM, '/es/');

    expect(html).toContain('<html lang="es" dir="ltr">');
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="https://ledger.example/"/>');
    expect(html).toContain('<a href="/ar/" lang="ar" dir="rtl" hreflang="ar">العربية</a>');
    expect(html).toContain('<a href="/es/" lang="es" dir="ltr" hreflang="es" aria-current="true">Español</a>');
  });
});

describe('the pages of the publisher in a further language of the site', () => {
  const page = (keys: Keys = {}): string => aFile({ title: 'A page', layout: 'page', ...keys }, 'Text.');
  const publisher = {
    name: 'Harbour Trust',
    contact: '/about#desk',
    corrections: '/corrections-policy/',
    ethics: '/ethics/',
    ownership: 'https://example.com/owners',
  };
  const newsroom: NewsroomGiven = {
    ...NEWSROOM,
    site: { ...SITE, publisher, social: [{ label: 'By post', url: 'https://example.com/post' }] },
    pages: {
      'about.md': page(),
      'corrections-policy.md': page(),
      'ethics.njk': page(),
      'es/about.md': page({ permalink: '/es/quiénes-somos/' }),
      'es/ethics.md': page(),
      'ar/ethics.md': page(),
    },
  };
  const footerAt = (url: string, given = newsroom) => pageAt<HomePage>(given, url).frame.footer;
  const linksAt = (url: string, given = newsroom): readonly unknown[] =>
    footerAt(url, given).links.map(({ href, hreflang, language }) => [href, hreflang, language]);

  it('are those of the folder of the language, and else the main ones, marked as such', () => {
    expect(linksAt('/es/')).toEqual([
      ['/es/qui%C3%A9nes-somos/', undefined, undefined],
      ['/corrections-policy/', 'en-GB', undefined],
      ['/es/ethics/', undefined, undefined],
      ['https://example.com/owners', undefined, undefined],
      ['/corrections/', 'en-GB', undefined],
      ['/archive/', 'en-GB', undefined],
      ['/es/feed.xml', undefined, undefined],
      ['https://example.com/post', undefined, 'en-GB'],
    ]);
    expect(linksAt('/ar/').slice(0, 3)).toEqual([
      ['/about#desk', 'en-GB', undefined],
      ['/corrections-policy/', 'en-GB', undefined],
      ['/ar/ethics/', undefined, undefined],
    ]);
    expect(linksAt('/').flatMap((link) => (link as readonly unknown[]).slice(1))).toEqual(Array(16).fill(undefined));
  });

  it('and its name are what the language says they are, wherever they are said', () => {
    const [es, ar] = SITE['languages'] as readonly Keys[];
    const own = { ...es, publisher: { name: 'Fundación del Puerto', ethics: 'https://example.com/ética' } };
    const given = { ...newsroom, site: { ...(newsroom.site as Keys), languages: [own, ar] } };
    const { frame } = pageAt<ArticlePage>(given, '/2026/11/23/uno/');

    expect(frame.footer.publisher).toEqual({ label: 'Fundación del Puerto', language: undefined });
    expect(JSON.parse(frame.structuredData ?? '').publisher).toMatchObject({
      name: 'Fundación del Puerto',
      correctionsPolicy: 'https://ledger.example/corrections-policy/',
      ethicsPolicy: 'https://example.com/%C3%A9tica',
      contactPoint: { url: 'https://ledger.example/es/qui%C3%A9nes-somos/' },
    });
    expect(footerAt('/ar/', given).publisher).toEqual({ label: 'Harbour Trust', language: 'en-GB' });
    expect(pageAt<Feed>(given, '/es/feed.xml').publisher).toBe('Fundación del Puerto');
  });

  it('are in the language of their folder, and know each other', () => {
    const { ownPages } = editionOf(newsroom).edition;
    const known = ownPages.map(({ path, language, alternates }) => [path.slice(14), language, alternates.length]);
    const inAll = ownPages.find(({ path }) => path.endsWith('/ar/ethics.md'))?.alternates;

    expect(known).toEqual([
      ['about.md', 'en-GB', 2],
      ['corrections-policy.md', 'en-GB', 0],
      ['ethics.njk', 'en-GB', 3],
      ['es/about.md', 'es', 2],
      ['es/ethics.md', 'es', 3],
      ['ar/ethics.md', 'ar', 3],
    ]);
    expect(inAll).toEqual([
      { language: 'en-GB', url: '/ethics/' },
      { language: 'es', url: '/es/ethics/' },
      { language: 'ar', url: '/ar/ethics/' },
    ]);
  });

  it('are marked in the footer as readers of the page hear them', async () => {
    const html = await renderedPage(newsroom, '/es/');

    expect(html).toContain('<p class="publisher" lang="en-GB">Harbour Trust</p>');
    expect(html).toMatch(/<a href="\/corrections-policy\/" hreflang="en-GB">Pol/);
    expect(html).toContain('<a href="https://example.com/post" lang="en-GB">By post</a>');
  });

  it('are where a language has no folder as they were', () => {
    const { languages: _languages, ...site } = SITE;

    expect(editionOf({ ...newsroom, site }).edition.ownPages.flatMap(({ alternates }) => alternates)).toEqual([]);
  });
});

describe('a story in another language of the site', () => {
  it.each(['uno', 'dos'])('has the masthead, the section and the footer of its language: %s', (slug) => {
    const date = slug === 'uno' ? '23' : '22';
    const { frame, kicker } = pageAt<ArticlePage>(NEWSROOM, `/2026/11/${date}/${slug}/`);

    expect(frame.masthead).toMatchObject({ title: 'El Libro del Puerto', home: '/es/', language: 'es' });
    expect(frame.title).toMatch(/ – El Libro del Puerto$/);
    expect(kicker).toEqual(
      slug === 'uno' ? { text: 'Noticias', href: '/es/news/' } : { text: 'Sport', href: '/es/sport/' },
    );
  });

  it('has those of the main language where that has no front', () => {
    const { frame, kicker } = pageAt<ArticlePage>(NEWSROOM, '/2026/11/21/un/');

    expect(frame).toMatchObject({ language: 'fr', masthead: { language: 'en-GB', home: '/' } });
    expect(kicker).toEqual({ text: 'News', href: '/news/' });
  });

  it('is on the pages of topics with all others', () => {
    const { listing } = pageAt<TopicPage>(NEWSROOM, '/topics/harbour/');

    expect(listing.cards.map(({ headline }) => headline)).toEqual(['One', 'Uno']);
  });
});

describe('the archives of a language', () => {
  const many = Object.fromEntries(
    Array.from({ length: 160 }, (_, index) => {
      const day = String(1 + (index % 28)).padStart(2, '0');
      const keys = { headline: `N${index}`, section: 'news', language: index % 4 === 0 ? 'en-GB' : 'es' };
      return [`n${index}.md`, aStory({ ...keys, date: `2026-10-${day} 0${index % 10}:00` })];
    }),
  );

  it('hold the earlier stories of its front and of its sections', () => {
    const urls = pagesOf({ site: SITE, articles: many }).map(({ url }) => url);

    const archives = urls.filter((url) => /archive\/\d/.test(url));
    expect(archives).toEqual(expect.arrayContaining(['/es/archive/1/', '/es/news/archive/1/']));
    expect(archives.filter((url) => !url.startsWith('/es/'))).toEqual([]);
  });

  it('are in its words', () => {
    const page = pageAt<ArchivePage>({ site: SITE, articles: many }, '/es/archive/1/');

    expect(page.frame).toMatchObject({
      language: 'es',
      title: 'El Libro del Puerto: hemeroteca, página 1 – El Libro del Puerto',
    });
    expect(page.list).toEqual({ label: 'El Libro del Puerto', href: '/es/' });
    expect(page.headlines.length).toBeGreaterThanOrEqual(40);
    expect(new Set(page.headlines.map(({ language }) => language))).toEqual(new Set(['es']));
  });

  it('have addresses that nothing else may have', () => {
    const pages = { 'a.md': '---\ntitle: A\nlayout: page\npermalink: /es/news/archive/1/\n---\nText\n' };
    const { diagnostics } = editionOf({ site: SITE, articles: many, pages });

    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['url-duplicate', 'content/pages/a.md']]);
  });
});

describe('the address of a front in another language', () => {
  it.each([['a section', { sections: [{ id: 'es', title: 'Es' }], languages: [{ language: 'es' }] }]])(
    'may not be that of %s',
    (_what, site) => {
      const { diagnostics } = editionOf({ site, articles: { 'a.md': aStory() } });

      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, path }) => [code, path])).toEqual([
        ['url-duplicate', 'content/site.yaml'],
      ]);
    },
  );

  it('of a section that only a story under embargo has cannot be linked to yet', () => {
    const articles = {
      'a.md': aStory({}, '[Sport](/es/sport/)\n'),
      'b.md': aStory({ language: 'es', section: 'sport', date: '2026-12-24' }),
    };
    const { diagnostics } = editionOf({ site: SITE, articles });

    expect(diagnostics.map(({ code }) => code)).toEqual(['link-unpublished']);
  });
});

describe('a front in another language that an editor has curated', () => {
  const fronts = {
    'es/home.yaml': 'lead: dos\ngroups:\n  - section: sport\n    stories: [uno]\n  - topic: Harbour\n',
    'es/news.yaml': 'lead: dos\n',
  };

  it('is as they have it, with the sections of the language, and topics filled from its stories alone', () => {
    const newsroom = {
      ...NEWSROOM,
      articles: {
        ...NEWSROOM.articles,
        'tres.md': aStory({ headline: 'Tres', language: 'es', topics: ['Harbour'], date: '2026-11-02' }),
      },
      fronts,
    };
    const { lead, top, groups } = pageAt<HomePage>(newsroom, '/es/');

    expect(lead?.card.headline).toBe('Dos');
    expect(top.map(({ card }) => card.headline)).toEqual(['Tres']);
    expect(groups.map(({ title, href, cards }) => [title, href, cards.map(({ card }) => card.headline)])).toEqual([
      ['Sport', '/es/sport/', ['Uno']],
    ]);
    expect(pageAt<SectionPage>(newsroom, '/es/news/').lead?.card.headline).toBe('Dos');
    expect(pageAt<HomePage>(newsroom, '/').lead?.card.headline).toBe('One');
    expect(editionOf(newsroom).diagnostics).toEqual([]);
  });

  it.each(['fr/home.yaml', 'es/nwes.yaml', 'es.yaml'])('is told of where there is no such front: %s', (name) => {
    const { diagnostics } = editionOf({ ...NEWSROOM, fronts: { [name]: 'lead: uno\n' } });

    expect(diagnostics.map(({ code }) => code)).toEqual(['front-unknown']);
  });
});

describe('the feeds of a language', () => {
  it.each([
    ['/feed.xml', 'en-GB', 'The Harbour Ledger', 'https://ledger.example/', ['One', 'Un']],
    ['/es/feed.xml', 'es', 'El Libro del Puerto', 'https://ledger.example/es/', ['Uno', 'Dos']],
    ['/es/atom.xml', 'es', 'El Libro del Puerto', 'https://ledger.example/es/', ['Uno', 'Dos']],
    ['/es/news/feed.json', 'es', 'Noticias – El Libro del Puerto', 'https://ledger.example/es/news/', ['Uno']],
    ['/news/feed.xml', 'en-GB', 'News – The Harbour Ledger', 'https://ledger.example/news/', ['One', 'Un']],
    ['/ar/feed.xml', 'ar', 'سجل الميناء', 'https://ledger.example/ar/', []],
  ])('hold its stories: %s', (url, language, title, home, titles) => {
    const feed = pageAt<Feed>(NEWSROOM, url);

    expect(feed).toMatchObject({ language, title, home });
    expect(feed.entries.map((entry) => entry.title)).toEqual(titles);
  });

  it('are those that its pages name', () => {
    const ofFront = pageAt<HomePage>(NEWSROOM, '/es/').frame;
    const ofSection = pageAt<SectionPage>(NEWSROOM, '/es/news/').frame;

    expect(ofFront.feeds.map(({ href }) => href)).toEqual(feedUrls('/es/' as UrlPath));
    expect(ofSection.feeds.map(({ href }) => href)).toEqual(
      ['/es/news/', '/es/'].flatMap((front) => feedUrls(front as UrlPath)),
    );
    expect(ofFront.footer.links.at(-1)?.href).toBe('/es/feed.xml');
  });

  it('have addresses that nothing else may have', () => {
    const pages = { 'a.njk': '---\ntitle: A\nlayout: page\npermalink: /es/news/feed.xml\n---\nText\n' };
    const { diagnostics } = editionOf({ ...NEWSROOM, pages });

    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['url-duplicate', 'content/pages/a.njk']]);
  });
});

describe('the sitemaps of a language', () => {
  const pathsAt = (url: string): readonly string[] =>
    pageAt<readonly (SitemapEntry | SitemapIndexEntry)[]>(NEWSROOM, url).map((entry) => new URL(entry.url).pathname);

  it.each([
    ['/es/sitemap.xml', ['/sitemaps/es/pages.xml', '/sitemaps/es/2026-11.xml']],
    ['/sitemaps/es/pages.xml', ['/es/', '/es/news/', '/es/sport/']],
    ['/sitemaps/es/2026-11.xml', ['/2026/11/22/dos/', '/2026/11/23/uno/']],
    ['/sitemaps/2026-11.xml', ['/2026/11/21/un/', '/2026/11/23/one/']],
    ['/sitemaps/pages.xml', ['/', '/news/', '/topics/harbour/']],
  ])('have its pages: %s', (url, paths) => {
    expect(pathsAt(url)).toEqual(paths);
  });

  it('are in the index of all, and there is none where there is nothing', () => {
    expect(pathsAt('/sitemap.xml')).toEqual(
      expect.arrayContaining(['/sitemaps/pages.xml', '/sitemaps/es/pages.xml', '/sitemaps/es/2026-11.xml']),
    );
    expect(pagesOf(NEWSROOM).map(({ url }) => url)).not.toContain('/ar/sitemap.xml');
  });

  it.each(['/es/sitemap.xml', '/sitemaps/es/2026-11.xml'])('have addresses that nothing else may have: %s', (url) => {
    const pages = { 'a.njk': `---\ntitle: A\nlayout: page\npermalink: ${url}\n---\nText\n` };
    const { diagnostics } = editionOf({ ...NEWSROOM, pages });

    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['url-duplicate', 'content/pages/a.njk']]);
  });
});
