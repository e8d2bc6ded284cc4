import { describe, expect, it } from 'vitest';
import { addParagraphs } from '../../../../src/cli/import/sources/wordpress/text/autop.ts';
import { IS_NIGHT } from '../../../at-night.ts';
import { textOf } from './archive.ts';
import { aWxr } from './wxr.ts';

function html(text: string): string {
  return addParagraphs(text, (url) => `<card ${url}>`).trim();
}

describe('paragraphs of a text without', () => {
  it.each([
    ['One\n\nTwo', '<p>One</p>\n<p>Two</p>'],
    ['One\n \t\n\n\nTwo\n', '<p>One</p>\n<p>Two</p>'],
    ['One\ntwo', '<p>One<br />\ntwo</p>'],
    ['One<br>two<br/>\nthree', '<p>One<br />two<br />\nthree</p>'],
    ['One<br><br>two', '<p>One</p>\n<p>two</p>'],
    ['<em>a\n\nb</em>', '<p><em>a</p>\n<p>b</em></p>'],
    ['<h2>A</h2>\nb', '<h2>A</h2><p>b</p>'],
    ['a<h2>B</h2>c', '<p>a</p>\n<h2>B</h2><p>c</p>'],
    ['<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>', '<ul><li>a</li><li>b<br />\nc</li></ul>'],
    ['<li>a\n\nb</li>', '<li><p>a</p>\n<p>b</p>\n</li>'],
    ['<blockquote>a\n\nb</blockquote>', '<blockquote><p>a</p>\n<p>b</p>\n</blockquote>'],
    ['<p>a\nb</p>\n\n<p>c</p>', '<p>a<br />\nb</p><p>c</p>'],
    ['<div>a</div>', '<div><p>a</p>\n</div>'],
    ['<pre>a\n\n<b>b</b></pre>c', '<pre>a\n\n<b>b</b></pre><p>c</p>'],
    ['<script>\n\nx\n\n</script>', '<p><script>\n\nx\n\n</script></p>'],
    [
      '<figure><img src="a">\n<figcaption>b</figcaption></figure>',
      '<figure><img src="a"><figcaption>b</figcaption></figure>',
    ],
    ['<img alt="a > b\n\nc" src="d">', '<p><img alt="a > b\n\nc" src="d"></p>'],
    ['a < b and <3', '<p>a < b and <3</p>'],
    ['a<!-- hidden\n\n -->b', '<p>ab</p>'],
    ['a<!--more-->b<!--nextpage-->c', '<p>a</p>\n<p>b</p>\n<p>c</p>'],
    ['<hr>\na', '<hr><p>a</p>'],
    ['', ''],
    [' \n\n ', ''],
    ['<p>never closed', '<p>never closed'],
    ['</p>a</div>', '</p><p>a</p>\n</div>'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['https://v.example/1', '<card https://v.example/1>'],
    ['a\nhttps://v.example/1\nb', '<p>a</p>\n<card https://v.example/1>\n<p>b</p>'],
    ['a\n\n  https://v.example/1  \n\nb', '<p>a</p>\n<card https://v.example/1>\n<p>b</p>'],
    ['a https://v.example/1', '<p>a https://v.example/1</p>'],
    ['<b>a</b>\nhttps://v.example/1', '<p><b>a</b></p>\n<card https://v.example/1>'],
    ['<li>https://v.example/1</li>', '<li>https://v.example/1</li>'],
    ['<pre>\nhttps://v.example/1\n</pre>', '<pre>\nhttps://v.example/1\n</pre>'],
  ])('an address alone on its line leads there: %j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['signs', '<'],
    ['tags without end', '<a "'],
    ['comments without end', '<!--'],
    ['listings without end', '<pre>'],
    ['boxes', '<div>'],
    ['line breaks', '<br>'],
    ['ends of boxes', '</div>'],
    ['lines', 'a\n'],
  ])('survives very many %s', (_, bait) => {
    expect(html(`${bait.repeat(IS_NIGHT ? 200_000 : 50_000)} last words`)).toContain('last words');
  });
});

describe('texts that no editor wrote', () => {
  const deep = 10_000;

  it.each([
    ['boxes', `${'<div>'.repeat(deep)}words${'</div>'.repeat(deep)}`],
    ['quotations', `${'<blockquote>'.repeat(deep)}words`],
    ['lists', `${'<ul><li>'.repeat(deep)}words`],
    ['groups', `${'<!-- wp:group --><div>'.repeat(deep)}words${'</div><!-- /wp:group -->'.repeat(deep)}`],
    ['shortcodes', `${'[x a="1"]'.repeat(deep)}words${'[/x]'.repeat(deep)}`],
    ['captions', `${'[caption]'.repeat(deep)}words${'[/caption]'.repeat(deep)}`],
  ])('keep their words in %s 10,000 deep', async (_, content) => {
    expect((await textOf(aWxr([{ content }]))).markdown).toContain('words');
  });

  it('may be one line of megabytes', async () => {
    const count = IS_NIGHT ? 2_000_000 : 400_000;
    const { markdown } = await textOf(aWxr([{ content: `${'word '.repeat(count)}end` }]));

    expect(markdown).toHaveLength(5 * count + 3);
  });

  it('may be a story of 200 kB', async () => {
    const paragraphs = Array.from({ length: 400 }, (_, index) => `<b>${index}</b> ${'words of it '.repeat(42)}`);
    const { markdown } = await textOf(aWxr([{ content: paragraphs.join('\n\n') }]));

    expect(markdown.split('\n\n')).toHaveLength(400);
  });

  it('forge no places of ours', async () => {
    const { markdown } = await textOf(
      aWxr([
        {
          content:
            'a <div data-wordpress="0">b</div> <sup data-note="7">c</sup> <sup data-fn="__proto__">d</sup> &#xfdd0;0&#xfdd1; e',
        },
      ]),
    );

    expect(markdown.replace(/\s+/g, ' ')).toBe('a b <sup>c</sup> <sup>d</sup> e');
  });
});
