import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/domain/html.ts';
import { mediaUrl } from '../../src/domain/media/files.ts';
import { absoluteUrl, href } from '../../src/domain/site/site.ts';
import { isSlug, isUrlPath, outputPath, type UrlPath } from '../../src/domain/addresses.ts';
import { aSite } from '../newsroom/site.ts';

describe('the address of a page', () => {
  it.each(['/', '/a/', '/a', '/2026/11/23/flood/', '/feed.xml', '/topics/北京/', '/topics/ünï/', '/~a_b-c.d/'])(
    'may be %s',
    (text) => {
      expect(isUrlPath(text)).toBe(true);
    },
  );

  it.each([
    '',
    'a',
    '//',
    '//evil.example/',
    '/a//b/',
    '/../',
    '/a/./b',
    '/a/.../',
    '/a b/',
    '/a?b',
    '/a#b',
    '/a%20b/',
  ])('may not be %s', (text) => {
    expect(isUrlPath(text)).toBe(false);
  });

  it.each(['/a\\b/', '/a\0/', '/a\n/', '/a:b/', '/<a>/', '/"/', "/'/", '/a&b/'])(
    'has no character that could mean something elsewhere: %j',
    (text) => {
      expect(isUrlPath(text)).toBe(false);
    },
  );

  it.each([
    ['/', 'index.html'],
    ['/a/b/', 'a/b/index.html'],
    ['/feed.xml', 'feed.xml'],
    ['/404.html', '404.html'],
  ])('has a file: %s', (url, file) => {
    expect(outputPath(url as UrlPath)).toBe(file);
  });
});

describe('a link to a page', () => {
  it.each([
    ['https://ledger.example/', '/a/', '/a/', 'https://ledger.example/a/'],
    ['https://ledger.example', '/a/', '/a/', 'https://ledger.example/a/'],
    ['https://ledger.example/paper/', '/a/', '/paper/a/', 'https://ledger.example/paper/a/'],
    ['https://ledger.example:8080/the/paper', '/', '/the/paper/', 'https://ledger.example:8080/the/paper/'],
    [
      'https://ledger.example/',
      '/topics/北京/',
      '/topics/%E5%8C%97%E4%BA%AC/',
      'https://ledger.example/topics/%E5%8C%97%E4%BA%AC/',
    ],
    ['https://ledger.example/bücher/', '/a b/', '/b%C3%BCcher/a%20b/', 'https://ledger.example/b%C3%BCcher/a%20b/'],
  ])('of a site at %s', (url, page, link, absolute) => {
    const site = aSite({ url });

    expect([href(site, page), absoluteUrl(site, page)]).toEqual([link, absolute]);
  });

  it('encodes what would end a path', () => {
    expect(href(aSite(), '/media/a?b#c%.jpg')).toBe('/media/a%3Fb%23c%25.jpg');
  });
});

describe('a media file', () => {
  it('has the address of its path in content/, and only there', () => {
    expect(mediaUrl('content/articles/content/a.jpg')).toBe('/articles/content/a.jpg');
  });
});

describe('a slug', () => {
  it.each(['a', '1', 'harbour-bridge', '2026-11-23-flood', 'a-1-b'])('may be %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'ä', 'a b', 'a_b', 'a/b', 'a.b', '北京', 'a\n', '../a'])(
    'may not be %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );
});

describe('text as HTML', () => {
  it('shows each sign that HTML would obey', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;');
  });
});
