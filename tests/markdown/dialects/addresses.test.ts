import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

/** The addresses that links of a text lead to, and their words. */
function linksIn(markdown: string): readonly (readonly [href: string, words: string])[] {
  return [...htmlOf(markdown).matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(([, href = '', words = '']) => [
    href,
    words,
  ]);
}

function link(address: string): string {
  return `<a href="${address}">${address}</a>`;
}

describe('a bare address', () => {
  it.each([
    ['See https://example.com/report.', 'https://example.com/report'],
    ['See https://example.com/report, and', 'https://example.com/report'],
    ['(https://example.com/report)', 'https://example.com/report'],
    ['https://example.com/a_(b)', 'https://example.com/a_(b)'],
    ['“https://example.com/a”', 'https://example.com/a'],
    ['„https://example.com/a“', 'https://example.com/a'],
    ['«https://example.com/a»', 'https://example.com/a'],
    ["'https://example.com/a'", 'https://example.com/a'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a…', 'https://example.com/a'],
    ['**https://example.com/a**', 'https://example.com/a'],
    ['*https://example.com/a_b_c*', 'https://example.com/a_b_c'],
    ['==https://example.com/a==', 'https://example.com/a'],
    ['https://example.com/?q=YQ==', 'https://example.com/?q=YQ=='],
    ['http://example.com', 'http://example.com'],
    ['HTTPS://example.com/A', 'HTTPS://example.com/A'],
    ['https://example.com/?a=1&b=2', 'https://example.com/?a=1&amp;b=2'],
    ['https://example.com/?a=1&amp;b=2', 'https://example.com/?a=1&amp;b=2'],
    ['https://example.com/a&nbsp;b', 'https://example.com/a'],
    ['https://example.com/a\\_b\\_c', 'https://example.com/a_b_c'],
    ['https://web.archive.org/web/2020/https://example.com/', 'https://web.archive.org/web/2020/https://example.com/'],
    ['https://example.com/a[/url]', 'https://example.com/a'],
    ['https://example.com/?a[]=1', 'https://example.com/?a[]=1'],
    ['| a |\n|---|\n| https://example.com/a |', 'https://example.com/a'],
    ['https://localhost:8080/a', 'https://localhost:8080/a'],
    ['وقال https://example.com/a، ثم', 'https://example.com/a'],
  ])('is a link, up to where it ends: %s', (markdown, address) => {
    expect(linksIn(markdown).map(([, words]) => words)).toEqual([address]);
  });

  it.each([
    ['见https://example.com/a的报道', ['https://example.com/a']],
    ['请访问https://example.com/了解详情', ['https://example.com/']],
    ['https://example.com的报道', ['https://example.com']],
    ['（https://example.com/a）', ['https://example.com/a']],
    ['https://example.com/a。他说https://example.com/b，', ['https://example.com/a', 'https://example.com/b']],
    ['「https://example.com/a」', ['https://example.com/a']],
    ['https://zh.wikipedia.org/wiki/北京。', ['https://zh.wikipedia.org/wiki/北京']],
    ['https://例子.中国/', ['https://例子.中国/']],
    ['https://example.com/a를', ['https://example.com/a']],
  ])('ends where a script without spaces goes on: %s', (markdown, addresses) => {
    expect(linksIn(markdown).map(([, words]) => words)).toEqual(addresses);
  });

  it.each([
    'https://',
    'https://…',
    'https:// example.com',
    'xhttps://example.com/',
    'ftp://example.com/',
    'javascript://example.com/%0aalert(1)',
    'www.example.com',
    '`https://example.com/`',
    '    https://example.com/',
    'https://user@example.com/',
    'https://exa\u202emple.com/',
  ])('is none where it is no address of a page: %s', (markdown) => {
    expect(linksIn(markdown)).toEqual([]);
  });

  it('is one link where it stands in the words of another', () => {
    expect(htmlOf('[see https://example.com/a](https://example.com/b)')).toBe(
      '<p><a href="https://example.com/b">see https://example.com/a</a></p>',
    );
    expect(htmlOf('<https://example.com/a>')).toBe(`<p>${link('https://example.com/a')}</p>`);
  });

  it('is printed as it was written', () => {
    expect(htmlOf('https://example.com/a--b...c\'d"')).toContain(`>https://example.com/a--b...c&#39;d</a>`);
    expect(htmlOf('https://example.com/%C3%A4')).toContain('>https://example.com/%C3%A4</a>');
  });

  it('is none in HTML that is shown', () => {
    const { html, findings } = renderedText('<a href="https://evil.example/">a</a> <img src=https://evil.example/x>', {
      site: { html: 'text' },
    });

    expect(html).not.toContain('<a');
    expect(codesOf(findings)).toEqual(['html-shown']);
  });

  it('is judged as other links are', () => {
    const { references, html } = renderedText('https://ledger.example/about/ https://example.com/', {
      sponsored: true,
    });

    expect(references).toMatchObject([{ kind: 'link', target: '/about/' }]);
    expect(html).toContain('<a href="https://example.com/" rel="sponsored">https://example.com/</a>');
  });

  it('is text where that is switched off, and in lines', () => {
    expect(htmlOf('https://example.com/', { site: { markdown: { addresses: false } } })).toBe(
      '<p>https://example.com/</p>',
    );
    expect(htmlOf('![A](bridge.jpg "https://example.com/")')).not.toContain('<a');
  });
});
