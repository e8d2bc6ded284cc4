import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import { editionOf, pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aFile, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { NEWSROOM, SITE } from './a-newsroom-in-languages.ts';

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
