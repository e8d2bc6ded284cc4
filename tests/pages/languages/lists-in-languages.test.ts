import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { feedUrls } from '../../../src/domain/feeds.ts';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { SitemapEntry, SitemapIndexEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { NEWSROOM, SITE } from './a-newsroom-in-languages.ts';

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
