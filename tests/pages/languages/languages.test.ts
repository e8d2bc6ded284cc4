import { describe, expect, it } from 'vitest';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { TopicPage } from '../../../src/pages/lists/topic-page.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import { editionOf, pageAt, pagesOf, renderedPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { NEWSROOM, SITE } from './a-newsroom-in-languages.ts';

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
        { label: 'English', href: '/', language: 'en-GB', direction: 'ltr', isCurrent: false, sign: 'en' },
        { label: 'Español', href: '/es/', language: 'es', direction: 'ltr', isCurrent: true, sign: 'es' },
        { label: 'العربية', href: '/ar/', language: 'ar', direction: 'rtl', isCurrent: false, sign: 'ar' },
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
    expect(html).toContain('<a href="/ar/" lang="ar" dir="rtl" hreflang="ar" data-sign="ar"><span>العربية</span></a>');
    expect(html).toContain(
      '<a href="/es/" lang="es" dir="ltr" hreflang="es" data-sign="es" aria-current="true"><span>Español</span></a>',
    );
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
