import { describe, expect, it } from 'vitest';
import { documentOf } from '../newsroom/document-of.ts';
import { pageAt, pagesOf, renderedPage } from '../newsroom/edition.ts';
import { aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const NEWSROOM: NewsroomGiven = {
  site: { url: 'https://ledger.example/paper/', language: 'ar' },
  articles: { 'a.md': aStory({ aliases: ['/عنوان/'] }) },
  redirects: { '/z.html': '/2026/11/23/a/#teil-ü', '/shop/': 'https://x.example/?a=1&b="2" 3#<4>' },
};

describe('the list of redirects for hosts', () => {
  it('has one a line, percent-encoded, from the root of the host', () => {
    expect(pageAt<string>(NEWSROOM, '/_redirects')).toBe(
      [
        '/paper/shop/ https://x.example/?a=1&b=%222%22%203#%3C4%3E 301',
        '/paper/z.html /paper/2026/11/23/a/#teil-%C3%BC 301',
        '/paper/%D8%B9%D9%86%D9%88%D8%A7%D9%86/ /paper/2026/11/23/a/ 301',
        '',
      ].join('\n'),
    );
  });

  it('has no old address that stands for others, whatever stands in it', () => {
    const aliases = ['/:a-b/', '/:a.html', '/2026:x/', '/a/:1/', '/12:30/', '/a*b/'];
    const lines = pageAt<string>({ articles: { 'a.md': aStory({ aliases }) } }, '/_redirects').split('\n');

    expect(lines.map((line) => line.replace(/ .*/, '')).sort()).toEqual(
      ['', '/%3Aa-b/', '/%3Aa.html', '/12%3A30/', '/2026%3Ax/', '/a%2Ab/', '/a/%3A1/'].sort(),
    );
  });

  it('says the same as JSON', () => {
    const lines = pageAt<string>(NEWSROOM, '/_redirects').trimEnd().split('\n');
    const rules = Object.entries(JSON.parse(pageAt<string>(NEWSROOM, '/redirects.json')) as Record<string, string>);

    expect(rules.map(([from, to]) => `${from} ${to} 301`)).toEqual(lines);
  });

  it('has patterns behind all others, and signs of patterns in names percent-encoded', () => {
    const more: NewsroomGiven = {
      ...NEWSROOM,
      redirects: {
        '/bücher/:year/:slug/': '/2026/11/:year/:slug/',
        '/:slug/amp/': '/:slug/',
        '/x/*': 'https://x.example/a b/:splat',
        '/%3Aa/b%2A': '/2026/11/23/a/',
      },
    };
    const [first, ...others] = pageAt<string>(more, '/_redirects').trimEnd().split('\n');
    const rules = JSON.parse(pageAt<string>(more, '/redirects.json')) as Record<string, string>;

    expect([first, ...others]).toEqual([
      '/paper/%3Aa/b%2A/ /paper/2026/11/23/a/ 301',
      '/paper/%D8%B9%D9%86%D9%88%D8%A7%D9%86/ /paper/2026/11/23/a/ 301',
      '/paper/b%C3%BCcher/:year/:slug/ /paper/2026/11/:year/:slug/ 301',
      '/paper/:slug/amp/ /paper/:slug/ 301',
      '/paper/x/* https://x.example/a%20b/:splat 301',
    ]);
    expect(Object.entries(rules).slice(-3)).toEqual(others.slice(-3).map((line) => line.split(' ').slice(0, 2)));
    expect(pagesOf(more).filter(({ url }) => /amp|\/x\//.test(url))).toEqual([]);
  });

  it('is not there without redirects', () => {
    const urls = pagesOf({ articles: { 'a.md': aStory() } }).map(({ url }) => url);

    expect(urls).toContain('/feed.xml');
    expect(urls.filter((url) => /redirects/.test(url))).toEqual([]);
  });

  it('leaves its place to a file of the newsroom’s own', () => {
    const urls = pagesOf({ ...NEWSROOM, publicFiles: ['_redirects'] }).map(({ url }) => url);

    expect(urls.filter((url) => /redirects/.test(url))).toEqual(['/redirects.json']);
  });

  it('is as it was when a story is published that had no other address', () => {
    const more = { ...NEWSROOM, articles: { ...NEWSROOM.articles, 'b.md': aStory() } };

    expect(pageAt(more, '/_redirects')).toBe(pageAt(NEWSROOM, '/_redirects'));
  });
});

describe('the page at an old address', () => {
  it('leads on by itself and by a link, in the language of the site, and is not for search engines', async () => {
    const document = documentOf(await renderedPage(NEWSROOM, '/shop/'));
    const url = 'https://x.example/?a=1&b=%222%22%203#%3C4%3E';

    expect(document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(`0; url=${url}`);
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(url.split('#')[0]);
    expect(document.querySelector('a')?.getAttribute('href')).toBe(url);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
  });

  it('leads to a part of a page of the site', async () => {
    const document = documentOf(await renderedPage(NEWSROOM, '/z.html'));

    expect(document.querySelector('a')?.getAttribute('href')).toBe('/paper/2026/11/23/a/#teil-%C3%BC');
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://ledger.example/paper/2026/11/23/a/',
    );
  });
});

describe('the page of what was withdrawn', () => {
  const reason = '</p><script>alert(1)</script> & “it”';
  const newsroom: NewsroomGiven = {
    site: { language: 'de' },
    articles: { 'a.md': aStory() },
    redirects: JSON.stringify({
      '/a b/': { gone: true },
      '/why/': { gone: reason },
      '/?p=1': { gone: true },
      '/was/': '/why/',
    }),
  };

  it('says so in the language of the site, and is not for search engines', async () => {
    const document = documentOf(await renderedPage(newsroom, '/a b/'));

    expect(document.querySelector('h1')?.textContent).toBe('Diese Seite wurde entfernt');
    expect(document.querySelector('.story-body p')?.textContent).toBe(
      'Was unter dieser Adresse stand, ist nicht mehr verfügbar.',
    );
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });

  it('gives the reason as words, whatever stands in it', async () => {
    const document = documentOf(await renderedPage(newsroom, '/why/'));

    expect(document.querySelector('.story-body p')?.textContent).toBe(reason);
  });

  it('has a rule for hosts, and nothing leads to it; a redirect may', () => {
    const others = pagesOf(newsroom).filter(
      ({ url }) => !/^\/(?:_redirects|redirects\.json|why\/|was\/|a b\/)$/.test(url),
    );

    expect(pageAt<string>(newsroom, '/_redirects')).toBe(
      ['/was/ /why/ 301', '/ p=1 / 410!', '/a%20b/ /a%20b/ 410!', '/why/ /why/ 410!', ''].join('\n'),
    );
    expect(JSON.parse(pageAt<string>(newsroom, '/redirects.json'))).toEqual({
      ...{ '/was/': '/why/', '/?p=1': null, '/a%20b/': null, '/why/': null },
    });
    expect(others.filter((page) => JSON.stringify(page.data).includes('/why/')).map(({ url }) => url)).toEqual([]);
  });
});
