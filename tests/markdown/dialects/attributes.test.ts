import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('attributes as kramdown has them', () => {
  it.each([
    '![A](bridge.jpg){: .wide}',
    '![A](bridge.jpg){:.wide}',
    '![A](bridge.jpg)\n{: .wide}',
    '![A](bridge.jpg "B")\n{:.wide credit="Ana Ruiz"}',
  ])('are understood behind a picture: %j', (markdown) => {
    const { html, findings } = renderedText(markdown);

    expect(html).toContain('<figure class="wide">');
    expect(findings).toEqual([]);
  });

  it('give a picture its credit', () => {
    expect(htmlOf('![A](bridge.jpg){: credit="Ana Ruiz"}')).toContain('Ana Ruiz');
  });

  it.each([
    ['![A](bridge.jpg){: .left width="3"}', '{: .left width="3"}', '<figure>'],
    [
      '[a](https://example.com/){:target="_blank"}',
      '{:target="_blank"}',
      '<p><a href="https://example.com/">a</a></p>',
    ],
    ['*a*{: .b} c', '{: .b}', '<p><em>a</em> c</p>'],
    ['`a`{: .b}', '{: .b}', '<p><code>a</code></p>'],
    ['Text\n{: .lead}', '{: .lead}', '<p>Text</p>'],
    ['- a\n- b\n{: .c}', '{: .c}', '<ul><li>a</li><li>b</li></ul>'],
    ['> a\n{: .c}', '{: .c}', '<blockquote><p>a</p></blockquote>'],
    ['{: .c}\n\nText', '{: .c}', '<p>Text</p>'],
    ['| a |\n|---|\n| b |\n{: .c}', '{: .c}', '<table>'],
  ])('are dropped with a word behind what has none: %j', (markdown, text, html) => {
    expect(pointedAt(markdown, renderedText(markdown).findings)).toMatchObject([{ code: 'attributes-dropped', text }]);
    expect(htmlOf(markdown)).toContain(html);
    expect(htmlOf(markdown)).not.toContain('{:');
  });

  it('are each told of in its place', () => {
    const text = '[a](https://example.com/){: .b} [c](https://example.com/){: .b}\n\n*d*{: .b}';

    expect(renderedText(text).findings.map(({ at }) => at)).toMatchObject([
      { lines: [1, 1], nth: 0 },
      { lines: [1, 1], nth: 1 },
      { lines: [3, 3], nth: 0 },
    ]);
  });

  it.each(['a {: .b}', 'word{: .b}'])('are text within words, which is told: %s', (markdown) => {
    expect(codesOf(renderedText(markdown).findings)).toEqual(['braces-shown']);
  });

  it.each(['`{: .b}`', '    {: .b}', '```\n{: .b}\n```', '{::comment}'])('are none: %j', (markdown) => {
    expect(codesOf(renderedText(markdown).findings)).toEqual([]);
  });

  it.each(['a\n{: .x}', '*a*{:.x #y}'])('are text where they are switched off, which is told: %j', (markdown) => {
    const { findings, html } = renderedText(markdown, { site: { markdown: { attributes: false } } });

    expect(codesOf(findings)).toEqual(['braces-shown']);
    expect(html).toContain('{:');
  });
});

describe('a table of contents', () => {
  const text = '## One\n\n### Two *x*\n\n### Three\n\n## Four {#iv}';
  const table =
    '<nav class="contents" aria-label="Contents"><ol>' +
    '<li><a href="#one">One</a><ol><li><a href="#two-x">Two x</a></li><li><a href="#three">Three</a></li></ol></li>' +
    '<li><a href="#iv">Four</a></li></ol></nav>';

  it.each(['[TOC]', '[toc]', '[[TOC]]', '[[_TOC_]]', '{:toc}', '* TOC\n{:toc}', '1. a\n{:toc .b}'])(
    'stands in place of %j',
    (place) => {
      const { html, findings } = renderedText(`${place}\n\n${text}`);

      expect(html.replace(/>\n+/g, '>')).toContain(table);
      expect(html).not.toMatch(/toc/i);
      expect(findings).toEqual([]);
    },
  );

  it.each([
    ['### One\n\n## Two', '<ol><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ol>'],
    ['## A\n\n#### B\n\n### C', null],
    ['## A\n\n## B {.no_toc}', '<ol><li><a href="#a">A</a></li></ol>'],
    ['## A\n\n## B\n{: .no_toc}', '<ol><li><a href="#a">A</a></li></ol>'],
    ['## A & \\<b>', '<ol><li><a href="#a--b">A &amp; &lt;b&gt;</a></li></ol>'],
  ])('has lists in lists for %j', (headings, list) => {
    const html = htmlOf(`[TOC]\n\n${headings}`);

    if (list !== null) expect(html).toContain(`${list}</nav>`);
    expect(html.split('<ol>').length).toBe(html.split('</ol>').length);
    expect(html.split('<li>').length).toBe(html.split('</li>').length);
  });

  it('leaves out what boxes and posts of live blogs have', () => {
    const posts =
      '## A\n\n:::update{date="2026-11-23 14:05" title="P"}\n## Secret\n:::\n\n:::aside{title=B}\n## Box\n:::';
    const html = htmlOf(`[TOC]\n\n${posts}`, { story: { date: undefined, isLive: true, corrections: 0 } });

    expect(html).toContain('<ol><li><a href="#a">A</a></li></ol></nav>');
  });

  it.each([
    ['[TOC]\n\nText', 1],
    ['[TOC]\n\n[TOC]\n\n## A', 3],
  ])('is left out with a word where there can be none: %j', (markdown, line) => {
    expect(pointedAt(markdown, renderedText(markdown).findings)).toMatchObject([{ code: 'contents-misplaced', line }]);
    expect(htmlOf(markdown)).not.toContain('TOC');
  });

  it.each(['See [TOC] there', '> [TOC]', '`[TOC]`'])('is none in %s', (markdown) => {
    expect(htmlOf(`${markdown}\n\n## A`)).not.toContain('<nav');
  });

  it('is a command of another program where it is switched off', () => {
    const given = { site: { markdown: { contents: false } } };

    expect(codesOf(renderedText('[toc]\n\n## A', given).findings)).toEqual(['shortcode-shown']);
    expect(codesOf(renderedText('* TOC\n{:toc}\n\n## A', given).findings)).toEqual(['attributes-dropped']);
  });

  it('is called by a word of the language', () => {
    expect(htmlOf(`[TOC]\n\n${text}`, { language: 'ar' })).toContain('aria-label="المحتويات"');
  });
});
