import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../../src/domain/addresses.ts';
import { AI_CRAWLERS } from '../../../src/formats/sitemaps/robots.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';

describe('the robots.txt', () => {
  it('lets everybody in, and names the sitemaps', () => {
    expect(pageAt<string>({}, '/robots.txt')).toBe(`User-agent: *
Disallow:

Sitemap: https://ledger.example/sitemap.xml
Sitemap: https://ledger.example/sitemap-news.xml
`);
  });

  it('asks the crawlers of language models to stay away where the newsroom says so', () => {
    const site = { url: 'https://ledger.example/a%20paper/', crawlers: { ai: 'refuse' } };
    const [all, refused, sitemaps] = pageAt<string>({ site }, '/robots.txt').split('\n\n');

    expect(all).toBe('User-agent: *\nDisallow:');
    expect(refused?.split('\n')).toEqual([
      ...AI_CRAWLERS.map(({ agent }) => `User-agent: ${agent}`),
      'Disallow: /a%20paper/',
    ]);
    expect(sitemaps).toBe(
      'Sitemap: https://ledger.example/a%20paper/sitemap.xml\nSitemap: https://ledger.example/a%20paper/sitemap-news.xml\n',
    );
  });

  it('says nothing of them where they are allowed', () => {
    expect(pageAt({ site: { crawlers: { ai: 'allow' } } }, '/robots.txt')).toBe(pageAt({}, '/robots.txt'));
  });

  it('is the newsroom’s own where it has one', () => {
    const pages = { 'robots.njk': aFile({ permalink: '/robots.txt', layout: false }, 'User-agent: *') };
    const { edition, diagnostics } = editionOf({ pages });

    expect(diagnostics).toEqual([]);
    expect(edition.ownPages.map(({ url }) => url)).toEqual(['/robots.txt']);
    expect(pagesOf({ pages }).filter(({ url }) => url === '/robots.txt')).toEqual([]);
  });

  it.each([
    [{ ai: 'no' }, 'value-choice'],
    [{ ai: false }, 'value-choice'],
    [{ AI: 'allow' }, 'key-unknown'],
    ['refuse', 'value-type'],
  ])('is not made of a choice that there is not: %j', (crawlers, code) => {
    expect(editionOf({ site: { crawlers } }).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it.each(['/robots.txt', '/sitemap-news.xml', '/sitemaps/2026-11-01.xml', '/sitemaps/pages-1.xml'])(
    'and the sitemaps have addresses that no story had: %s',
    (alias) => {
      const { diagnostics } = editionOf({ articles: { 'a.md': aStory({ aliases: [alias] }) } });

      expect(diagnostics.map(({ code }) => code)).toEqual(['alias-collision']);
    },
  );
});

describe('the crawlers that can be refused', () => {
  it('are product tokens, each once, with a source', () => {
    const agents = AI_CRAWLERS.map(({ agent }) => agent.toLowerCase());

    expect(new Set(agents).size).toBe(agents.length);
    expect(agents.filter((agent) => !/^[a-z0-9_-]+$/.test(agent))).toEqual([]);
    expect(AI_CRAWLERS.filter(({ source }) => parseUrl(source) === undefined)).toEqual([]);
  });
});
