import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutTags } from '../../../src/markdown/html/without-tags.ts';
import { countWords } from '../../../src/validate/story/count-words.ts';
import { PROJECT } from '../../architecture/source-tree.ts';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('HTML in a text', () => {
  it.each([
    ['a <b>bold</b> b', '<p>a <b>bold</b> b</p>'],
    ['a <!-- nobody sees --> b', '<p>a  b</p>'],
    ['<!-- nobody\n\nsees -->\n\na', '<p>a</p>'],
    ['H<sub>2</sub>O<br>x<sup>2</sup>', '<p>H<sub>2</sub>O<br>x<sup>2</sup></p>'],
    ['<kbd>Ctrl</kbd> <abbr title="a &amp; b">AB</abbr>', '<p><kbd>Ctrl</kbd> <abbr title="a &amp; b">AB</abbr></p>'],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>'],
    ['<time datetime="2026-11-23">Monday</time>', '<p><time datetime="2026-11-23">Monday</time></p>'],
    ['<strike>a</strike> <tt>b</tt> <acronym>C</acronym>', '<p><s>a</s> <code>b</code> <abbr>C</abbr></p>'],
    ['<dl><dt>T<dd>D</dl>', '<dl><dt>T</dt><dd>D</dd></dl>'],
    ['<details open><summary>S</summary>text</details>', '<details open=""><summary>S</summary><p>text</p></details>'],
    ['<ol start=3 reversed><li>a<li>b</ol>', '<ol start="3" reversed=""><li>a</li><li>b</li></ol>'],
    ['<p></p><p>&nbsp;</p><p><br></p><b></b>', ''],
  ])('is kept as far as it is safe, and comments go: %j', (markdown, html) => {
    const rendered = renderedText(markdown);

    expect(htmlOf(markdown)).toBe(html);
    expect(rendered.findings).toEqual([]);
  });

  it('follows the rules of Markdown: an empty line ends a block of HTML', () => {
    expect(htmlOf('<div>\n*a*\n\n*b*\n\n</div>')).toBe('<div><p>*a*</p><p><em>b</em></p></div>');
  });

  it.each([
    ['<h2>\n\nA *b*\n\n</h2>', '<h2><span id="a-b"></span>A <em>b</em></h2>'],
    [
      '<details><summary>\n\n**A**\n\n</summary>\n\nb\n\n</details>',
      '<details><summary><strong>A</strong></summary><p>b</p></details>',
    ],
    ['<figure>\n<figcaption>\n\na\n\nb\n\n</figcaption></figure>', '<figure><figcaption>a  b</figcaption></figure>'],
    [
      '<figure><img src="bridge.jpg" alt="A"><figcaption>\n\n*b*\n\n</figcaption></figure>',
      '<figure><img src="/media/bridge.jpg" alt="A" width="1200" height="800" loading="lazy" decoding="async"><figcaption><span class="caption"><em>b</em></span></figcaption></figure>',
    ],
  ])('has the paragraphs of Markdown in a line where only a line may stand: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each([
    ['<h2>A\n\nb\n\n- c', '<h2><span id="a-b"></span>A\n b</h2><ul><li>c</li></ul>'],
    ['<h2>\n\n- c\n\n</h2>', '<ul><li>c</li></ul>'],
    ['<summary>A\n\n- c\n\n</summary>', '<summary>A</summary><ul><li>c</li></ul>'],
    ['<figcaption>A\n\n- c\n\n</figcaption>', '<figcaption>A<ul><li>c</li></ul></figcaption>'],
    ['<div><pre>a\n\n- c\n\n</pre>\n\n</div>', '<div><pre tabindex="0">a\n</pre><ul><li>c</li></ul></div>'],
    [
      '<figure><img src="bridge.jpg" alt="A"><figcaption>b\n\n- c\n\n</figcaption></figure>',
      '<figure><img src="/media/bridge.jpg" alt="A" width="1200" height="800" loading="lazy" decoding="async"><figcaption><span class="caption">b</span></figcaption></figure><ul><li>c</li></ul>',
    ],
    ['<h2>\n\n:::aside\na\n:::\n\n</h2>', '<section class="box background"><p>a</p></section>'],
  ])('ends a line where a block of Markdown is more than its words: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it('has the title of a table above its rows', () => {
    expect(htmlOf('<table><tr><td>a</td></tr><caption>b</caption></table>')).toContain('<caption>b</caption><tbody>');
  });

  it.each([
    ['<div>\n\na\n\n', '<div><p>a</p></div>'],
    ['</div>\n\na</div></article>', '<p>a</p>'],
    ['> <div>\n> a\n\nb', '<blockquote><div>a</div></blockquote><p>b</p>'],
    ['- <b>a\n- b</b>', '<ul><li><b>a</b></li><li>b</li></ul>'],
    ['*a <b>b* c</b>', '<p><em>a <b>b</b></em><b> c</b></p>'],
    ['a <div>b</div> c', '<p>a</p><div>b</div><p>c</p>'],
    ['## a <div>b</div>', '<h2><span id="a--b"></span><span id="a-b"></span>a  b </h2>'],
    ['<li>a<li>b', '<ul><li>a</li><li>b</li></ul>'],
    ['<td>a</td>', '<p>a</p>'],
    ['<del>\n\na\n\n- b\n\n</del>', '<p><del>a</del></p><ul><li><del>b</del></li></ul>'],
    ['<div title="\n\na\n\n">', '<p>a</p><p>“&gt;</p>'],
  ])('is closed where it stands, whatever is missing: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each([
    ['a <script>alert(1)</script> b', 'a  b'],
    ['a <style>p{}</style> b', 'a  b'],
    ['a <svg><title>t</title><text>x</text></svg> b', 'a  b'],
    ['a <math><mi>x</mi></math> b', 'a  b'],
    ['a <template><b>x</b></template> b', 'a  b'],
    ['a <iframe src=x>y</iframe> b', 'a  b'],
    ['a <video src=x>y</video> b', 'a  b'],
    ['a <select><option>x</select> b', 'a  b'],
    ['a <noscript>x</noscript> b', 'a x b'],
    ['a <object data=x>y</object> b', 'a y b'],
    ['a <font color=red>x</font> b', 'a x b'],
    ['a <x-y z>x</x-y> b', 'a x b'],
    ['a <plaintext>x', 'a x'],
  ])('goes where it is not safe, with or without its text: %j', (markdown, text) => {
    const { findings } = renderedText(markdown);

    expect(htmlOf(markdown)).toBe(`<p>${text}</p>`);
    expect(new Set(codesOf(findings))).toEqual(new Set(['html-removed']));
  });

  it.each([
    ['<p style="color:red">a</p>', 'style'],
    ['<p onclick="x()">a</p>', 'onclick'],
    ['<p aria-label="x">a</p>', 'aria-label'],
    ['<p dir="up">a</p>', 'up'],
    ['<p lang="a b">a</p>', 'a b'],
    ['<table><tr><td colspan="1e9">a</table>', '1e9'],
    ['<time datetime="<b>">a</time>', '<b>'],
    ['<p id="fn1">a</p>', 'fn1'],
    ['<p id="content">a</p>', 'content'],
    ['<p id="a b">a</p>', 'a b'],
    ['<q cite="../x">a</q>', '../x'],
  ])('has no attribute that it may not have: %j', (markdown, named) => {
    const { findings } = renderedText(markdown);

    expect(htmlOf(markdown).replace(/<\/?(?:p|q|time|table|tbody|tr|td)>|<section[^>]*>|<\/section>/g, '')).toBe('a');
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(`\`${named}\``)]);
  });

  it('says on which line something is, what it is and what to write instead', () => {
    const markdown = 'a\n\n<div>\n<p>b</p>\n<IFRAME src=x></IFRAME>\n\nc\nd <font>e</font> <font>f</font>\n\n</div>\n';
    const { findings } = renderedText(markdown);

    expect(pointedAt(markdown, findings)).toEqual([
      { code: 'html-removed', line: 5, text: '<IFRAME' },
      { code: 'html-removed', line: 8, text: '<font' },
      { code: 'html-removed', line: 8, text: '<font' },
    ]);
    expect(findings.find(({ message }) => message.includes('iframe'))?.hint).toContain('::embed');
  });

  it.each([
    ['a\n\n<!-- b\n\nc', 3, '<!--'],
    ['<div\n\nb', 1, '<div'],
    ['<script>\nx\n\ny', 1, '<script'],
    ['a\n\n<?php echo 1;\n\nb', 3, '<?'],
    ['a\n\n<?xml b > c\n\n<b>d</b> <title>', 3, '<?'],
    ['a\n\n<![CDATA[ b\n\nc', 3, '<![CDATA['],
    ['a\n\n<!x b\n\nc', 3, '<!x'],
    ['a\n\n<!DOCTYPE html\n\nc', 3, '<!DOCTYPE'],
  ])('tells of what has no end, for it swallows the rest: %j', (markdown, line, named) => {
    const { findings } = renderedText(markdown);

    expect(pointedAt(markdown, findings)).toContainEqual(expect.objectContaining({ code: 'html-unclosed', line }));
    expect(findings.find(({ code }) => code === 'html-unclosed')?.message).toContain(named);
  });

  it.each([
    '<!-- <?php -->\n\nb',
    '<i title="<?">b</i>',
    '<?php a ?>\n\nb',
    '<!-- <![CDATA[ -->\n\nb',
    '<!DOCTYPE html>\n\nb',
  ])('tells of nothing that has an end, whatever is in it: %j', (markdown) => {
    expect(renderedText(markdown).findings).toEqual([]);
    expect(htmlOf(markdown)).toContain('b');
  });

  it('has class names that no class of the site has', () => {
    expect(htmlOf('<p class="story  card &quot; x">a</p>')).toBe('<p class="own-story own-card own-x">a</p>');
  });

  it('has an identifier once', () => {
    const { anchors, findings } = renderedText('<p id="a">x</p>\n\n## A\n\n<p id="a">y</p>');

    expect(anchors).toEqual(['a', 'a-1', 'a-2']);
    expect(codesOf(findings)).toEqual(['html-removed']);
  });

  it('has typographic marks, but not in code or in attributes', () => {
    expect(htmlOf('<p title="&quot;a&quot; -- b">"a" -- <kbd>"b" -- c</kbd> <code>"d"</code></p>')).toBe(
      '<p title="&quot;a&quot; -- b">“a” – <kbd>&quot;b&quot; -- c</kbd> <code>&quot;d&quot;</code></p>',
    );
  });

  it.each(['&#x202E;', '&#1;', '&#xD800;', '&#0;'])('has no character that no text may have: %s', (reference) => {
    expect(htmlOf(`<p title="${reference}">${reference}</p>`)).toBe('<p title="\ufffd">\ufffd</p>');
    expect(htmlOf(`a ${reference} <details>${reference}</details> ${reference}`)).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
  });

  it('is shown as it is in code', () => {
    expect(htmlOf('`<b>` and\n\n    <i>\n')).toBe(
      '<p><code>&lt;b&gt;</code> and</p><pre tabindex="0"><code>&lt;i&gt;\n</code></pre>',
    );
  });

  it.each(['##x', '| a |', '[x] (y)', ':::aside', '> x', '~x'])(
    'is not looked through for what only Markdown might have been: %s',
    (text) => {
      expect(renderedText(`<div title="${text}">\n${text}\n</div>\n\na <b title="${text}">b</b>`).findings).toEqual([]);
    },
  );
});

describe('HTML around what may not stand in anything', () => {
  const STORY = { isLive: true, date: undefined, corrections: 0 } as const;

  it('is closed before an update of a live blog', () => {
    const { html, posts } = renderedText(
      '<div>\n\na\n\n:::update{date="2026-11-23 14:05"}\n</div>b\n:::\n\n</div>\n\nc',
      { story: STORY },
    );

    expect(posts).toHaveLength(1);
    expect(html.replace(/\s+/g, '').replace(/[^\P{Cc}]/gu, '|')).toMatch(
      /^<div><p>a<\/p><\/div>[|]begin0[|]<section.*<p>b<\/p><\/section>[|]end0[|]<p>c<\/p>$/,
    );
  });

  it('is closed before the footnotes', () => {
    expect(htmlOf('<div>\n\na[^1]\n\n[^1]: <b>b')).toMatch(
      /^<div><p>.*<\/p><\/div>\n?<section class="footnotes".*<b>b/s,
    );
  });

  it('stands in a directive, and no longer than that', () => {
    expect(htmlOf(':::aside\n<section>\n\na\n:::\n\nb\n\n</section>')).toMatch(
      /<section><p>a<\/p><\/section><\/section><p>b<\/p>$/,
    );
  });
});

describe('HTML that is too much', () => {
  it('is not printed where elements stand too deep in each other, and its editor is told', () => {
    const deepest = `${'<div>'.repeat(50)}a${'</div>'.repeat(50)}`;
    const { html, findings } = renderedText(`${'<div>'.repeat(51)}a\n\nb`);

    expect(renderedText(deepest).findings).toEqual([]);
    expect(codesOf(findings)).toEqual(['nesting-too-deep']);
    expect(html).toBe('');
  });

  it('makes no more of emphasis that is not closed than was written', () => {
    const emphasis = Array.from({ length: 40 }, (_, index) => `<b title="${index}">`).join('');
    const { html, findings } = renderedText(`<p>${emphasis}</p>${'<p>a</p>'.repeat(1000)}`);

    expect(codesOf(findings)).toEqual(['nesting-too-deep']);
    expect(html).toBe('');
  });
});

describe('class names in HTML', () => {
  it('begin as none of the site do, nor does a rule of its styles take them for one', () => {
    const sources = readdirSync(join(PROJECT, 'layouts'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx|css|js)$/.test(name))
      .map((name) => readFileSync(join(PROJECT, 'layouts', name), 'utf8'));
    const ours = sources.flatMap((text) => [...text.matchAll(/[."' `]own-\w[\w-]*/g)]);
    const loose = sources.flatMap((text) => [...text.matchAll(/\[class(?:\*="(?! )|\$=)[^\]]*\]/g)]);

    expect(sources.length).toBeGreaterThan(70);
    expect(ours.map(([written]) => written)).toEqual([]);
    expect(loose.map(([written]) => written)).toEqual([]);
  });
});

describe('the words of a text with HTML', () => {
  it.each([
    ['a <b>b</b> c', 3],
    ['<!-- x y z -->\n\na', 1],
    ['<p>a</p><p>b</p>', 2],
    ['w<b>or</b>d', 1],
    ['<script>let x = 1</script> a', 1],
    ['a <!-- b', 3],
    ['a < b', 3],
    ['<https://example.com/> a', 2],
    ['<figure class="a b c"><img src="x y.jpg" alt="d e"></figure> a', 1],
  ])('are those that readers see: %j has %d', (markdown, count) => {
    expect(countWords(withoutTags(markdown), 'en')).toBe(count);
  });
});

describe('an element within a line that has no end', () => {
  it.each([
    [
      '<b>Note:<b> it is closed.',
      ['Unexpected `<b>` without `</b>`, expected both; it holds for all that is behind it'],
    ],
    ['A <em>word and on.', ['Unexpected `<em>` without `</em>`, expected both; it holds for all that is behind it']],
    [
      '<span class="x">a</spam>',
      ['Unexpected `<span>` without `</span>`, expected both; it holds for all that is behind it'],
    ],
    [
      '<p>A <strong>word</p>',
      ['Unexpected `<strong>` without `</strong>`, expected both; it holds for all that is behind it'],
    ],
  ])('is told: %s', (markdown, messages) => {
    const { findings } = renderedText(markdown);

    expect(findings.filter(({ code }) => code === 'html-unpaired').map(({ message }) => message)).toEqual(messages);
  });

  it.each([
    '<b>a</b> <i>b</i><br> <B>c</B>',
    '<b><i>a</b></i>',
    '<a name="x">a',
    '<a id="x"></a>b',
    '<ul><li>a<li>b</ul>',
    '<p>a\n\n<p>b',
    '`<b>` and <b>`</b>`</b>',
    '<b>one\ntwo</b>',
    '<details><summary>a</summary>\n\nb\n\n</details>',
    '<ruby>橋<rt>はし</ruby>',
  ])('is not what looks like it: %j', (markdown) => {
    expect(renderedText(markdown).findings.filter(({ code }) => code === 'html-unpaired')).toEqual([]);
  });
});
