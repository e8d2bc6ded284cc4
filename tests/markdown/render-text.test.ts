import { describe, expect, it } from 'vitest';
import { renderLine } from '../../src/markdown/render-text.ts';
import { codesOf, pointedAt } from '../newsroom/findings.ts';
import { htmlOf, renderedText } from '../newsroom/rendered-text.ts';

describe('a text', () => {
  it.each([
    ['*a* and **b**', '<p><em>a</em> and <strong>b</strong></p>'],
    ['~~gone~~', '<p><s>gone</s></p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['one\\\ntwo', '<p>one<br>two</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a\n\n***\n\nb', '<p>a</p><hr><p>b</p>'],
    ['```\n<b>\n```', '<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>'],
    ['\\*a\\*', '<p>*a*</p>'],
  ])('is CommonMark: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each(['(c)', '(C) (r) (tm)', '+-', 'a!!!!!', 'x,, y', '1/2', 'www.example.com'])(
    'keeps what looks like a sign or a link: %s',
    (text) => {
      expect(htmlOf(text)).toBe(`<p>${text}</p>`);
    },
  );

  it.each([
    ['1939--45', '1939–45'],
    ['so --- he said', 'so — he said'],
    ['wait...', 'wait…'],
    ['----', '----'],
    ['a....', 'a....'],
    ['`a--b...`', '<code>a--b...</code>'],
  ])('has typographic dashes and ellipses: %s', (markdown, text) => {
    expect(htmlOf(`x ${markdown}`)).toBe(`<p>x ${text}</p>`);
  });

  it.each([
    ['en', '“a ‘b’ c”'],
    ['en-GB', '“a ‘b’ c”'],
    ['sw', '“a ‘b’ c”'],
    ['es', '«a “b” c»'],
    ['es-MX', '«a “b” c»'],
    ['fr', '«\u202fa “b” c\u202f»'],
    ['ru', '«a „b“ c»'],
    ['pt-BR', '“a ‘b’ c”'],
    ['pt-PT', '«a “b” c»'],
    ['hi', '“a ‘b’ c”'],
    ['nb', '«a ‘b’ c»'],
    ['fa', '«a ‹b› c»'],
    ['zh', '“a ‘b’ c”'],
    ['zh-TW', '「a 『b』 c」'],
    ['de', '„a ‚b‘ c“'],
    ['de-AT', '„a ‚b‘ c“'],
    ['de-CH', '«a ‹b› c»'],
    ['ar', '«a ‹b› c»'],
    ['sv', '”a ’b’ c”'],
    ['ja', '「a 『b』 c」'],
  ])('has the quotation marks of %s', (language, text) => {
    expect(htmlOf(`"a 'b' c"`, { language })).toBe(`<p>${text}</p>`);
  });

  it.each(['en', 'de', 'es', 'fr', 'ar'])('has one apostrophe in %s', (language) => {
    expect(htmlOf("l'eau, it's", { language })).toBe('<p>l’eau, it’s</p>');
  });

  it('has its place before its first paragraph, and before no other', () => {
    expect(htmlOf('## Night\n\n> quoted\n\none\n\ntwo', { dateline: 'Łódź <b>' })).toBe(
      '<h2><span id="night"></span>Night</h2><blockquote><p>quoted</p></blockquote>' +
        '<p><span class="place-line">Łódź &lt;b&gt; —</span> one</p><p>two</p>',
    );
  });
});

describe('a table', () => {
  it('scrolls in a region of its own, with a name for screen readers', () => {
    const html = htmlOf('| a | b |\n|---|--:|\n| 1 | `x` |\n\n| c |\n|---|\n| 2 |');

    expect(html).toContain('<td>1</td><td class="align-right"><code>x</code></td>');
    expect(html.match(/<section class="table" tabindex="0" aria-label="[^"]*"/g)).toEqual([
      '<section class="table" tabindex="0" aria-label="Table 1"',
      '<section class="table" tabindex="0" aria-label="Table 2"',
    ]);
  });

  it('is named in the language of its story', () => {
    expect(htmlOf('| a |\n|---|\n| 1 |', { language: 'de' })).toContain('aria-label="Tabelle 1"');
  });
});

describe('a footnote', () => {
  const html = htmlOf('One[^1], again[^1] and two[^b].\n\n[^1]: The *first*.\n[^b]: The second.');

  it('stands in a named section after the text', () => {
    expect(html).toMatch(/<\/p><section class="footnotes" aria-label="Notes"><ol>.*<\/ol><\/section>$/s);
    expect(html).toContain('The <em>first</em>.');
  });

  it('leads there and back, each by a link of its own', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(html.match(/aria-label="Back to the text"/g)).toHaveLength(3);
  });

  it('may be written in its place', () => {
    expect(htmlOf('One^[A *note*.]')).toContain('A <em>note</em>.');
  });

  it('without its text is text', () => {
    expect(htmlOf('One[^1].')).toBe('<p>One[^1].</p>');
  });

  it('is checked as the text is', () => {
    const { findings } = renderedText('One^[a [b](javascript:x) ![](bridge.jpg)] and two[^2].\n\n[^2]: <font>\n');

    expect(codesOf(findings)).toEqual(expect.arrayContaining(['link-unsafe', 'picture-alt', 'html-removed']));
  });

  it('in its place is pointed at on its line', () => {
    const { findings } = renderedText('One.\n\nTwo.\n\nThree^[a [b](javascript:x)].');

    expect(pointedAt('One.\n\nTwo.\n\nThree^[a [b](javascript:x)].', findings)).toMatchObject([{ line: 5 }]);
  });
});

describe('a line', () => {
  it.each([
    ['Bridge closes', 'Bridge closes', 'Bridge closes'],
    ['*Hamlet* opens', 'Hamlet opens', '<em>Hamlet</em> opens'],
    ['**Live**: it’s _on_', 'Live: it’s on', '<strong>Live</strong>: it’s <em>on</em>'],
    ['`rm` & <b>', 'rm & <b>', 'rm &amp; &lt;b&gt;'],
    ['A [link](https://example.com/) in it', 'A link in it', 'A link in it'],
    ['~~Not~~ so', 'Not so', 'Not so'],
    ['"Yes" -- he said...', '“Yes” – he said…', '“Yes” – he said…'],
    ['  two\n  lines  ', 'two lines', 'two lines'],
    ['# no heading', '# no heading', '# no heading'],
    ['1. no list', '1. no list', '1. no list'],
    ['- no list', '- no list', '- no list'],
    ['5 \\* 3', '5 * 3', '5 * 3'],
    ['AT&amp;T', 'AT&T', 'AT&amp;T'],
    ['(c) 2026', '(c) 2026', '(c) 2026'],
    ['a\u0001b', 'a\ufffdb', 'a\ufffdb'],
  ])('has emphasis and no other markup: %j', (markdown, text, html) => {
    expect(renderLine(markdown, 'en')).toEqual({ text, html });
  });

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '*<b>*', '[<i>](javascript:x)', '`</p>`'])(
    'never becomes HTML: %s',
    (line) => {
      expect(renderLine(line, 'en').html.replace(/<\/?(?:em|strong)>/g, '')).not.toMatch(/[<>"]/);
    },
  );

  it('has the quotes of its language', () => {
    expect(renderLine('"So"', 'de').text).toBe('„So“');
  });
});
