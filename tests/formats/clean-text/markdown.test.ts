import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { describe, expect, it, test } from 'vitest';
import { asHtml, escapeHtml } from '../../../src/domain/html.ts';
import { escapeLineStart, escapeMarkdown, linkMarkdown } from '../../../src/formats/clean-text/inline-markdown.ts';
import { lineMarkdownOf, markdownOf } from '../../../src/formats/clean-text/markdown.ts';
import { readAway } from '../../../src/formats/html-text.ts';
import { fillSlots } from '../../../src/markdown/slots.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { tries } from '../../tries.ts';

const AWAY = { origin: 'https://ledger.example', page: 'https://ledger.example/bridge/' };

/** Somebody else's reader of Markdown, who takes HTML in it for HTML. */
const reader = new MarkdownIt({ html: true })
  .use(footnote as never)
  .use(mark)
  .use(sub)
  .use(sup)
  .use(deflist);

function convert(html: string): string {
  return markdownOf(asHtml(html), AWAY);
}

/** The text of a story as Markdown. */
function ofStory(markdown: string): string {
  return convert(fillSlots(renderedText(markdown, { media: { 'a.jpg': [4, 3] } }).html, () => asHtml('')));
}

/**
 * The words that a reader sees of some HTML, without the marks of notes and what notes lead back by, and without the signs of alerts, which the other
 * reader knows nothing of, and which stand for their titles.
 */
function wordsIn(html: string): string {
  const { body } = documentOf(html);
  for (const element of body.querySelectorAll('.footnote-ref, .footnote-backref, .footnotes, .task-box, script, style'))
    element.remove();
  for (const element of body.querySelectorAll(
    'p, li, td, th, h1, h2, h3, h4, h5, h6, br, pre, figcaption, summary, dt, dd, caption, div, section, svg',
  ))
    element.append(' ');
  return (body.textContent ?? '')
    .replaceAll('[!NOTE]', ' Note ')
    .replace(/[\s—()]+/g, ' ')
    .trim();
}

describe('the text of a story as Markdown', () => {
  test.each([
    ['<p>One\ntwo</p>\n<p>Three</p>', 'One two\n\nThree'],
    ['<h2><span id="a"></span>Plate 6</h2>', '## Plate 6'],
    ['<h2>Plate #</h2><h3>##</h3><h3>C#</h3>', '## Plate \\#\n\n### \\##\n\n### C#'],
    ['<p>A <em>b</em> <strong>c</strong> <s>d</s> <code>e`f</code></p>', 'A *b* **c** ~~d~~ ``e`f``'],
    ['<p>A<br>b</p>', 'A\\\nb'],
    [
      '<p>^[a] !<a href="https://a.example/">b</a> ^<a href="https://a.example/">c</a></p>',
      '\\^[a] \\![b](https://a.example/) \\^[c](https://a.example/)',
    ],
    ['<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>', '- a\n- b\n  - c'],
    ['<ol start="3">\n<li><p>a</p><p>b</p></li><li><p>c</p></li></ol>', '3. a\n\n   b\n\n4. c'],
    ['<ul><li>a</li></ul>\n<ul><li>b</li></ul>', '- a\n\n* b'],
    ['<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>', '> a\n>\n> b'],
    ['<hr>', '---'],
    ['<pre><code class="language-js">a &lt; `b`\n\nc\n</code></pre>', '```js\na < `b`\n\nc\n```'],
    ['<pre><code>```\n</code></pre>', '````\n```\n````'],
    [
      '<p><a href="/a/">A</a> <a href="#b">b</a> <a href="mailto:c@d">c</a></p>',
      '[A](https://ledger.example/a/) [b](https://ledger.example/bridge/#b) [c](mailto:c@d)',
    ],
    ['<p><a href="https://a.example/b_(c)">A [b]</a></p>', '[A \\[b\\]](https://a.example/b_%28c%29)'],
    ['<p><a href="javascript:alert(1)">A</a></p>', 'A'],
    ['<p>Wow!<a href="/a/">A</a></p>', 'Wow\\![A](https://ledger.example/a/)'],
    [
      '<p>1*2 snake_case _x_ [^1] [sic] &amp;amp; &lt;b&gt; a &lt; b</p>',
      '1\\*2 snake_case \\_x\\_ [\\^1] [sic] \\&amp; &lt;b> a < b',
    ],
    [
      '<p># a</p><p>- b</p><p>1. c</p><p>&gt; d</p><p>+1</p><p>1.5</p><p>–</p>',
      '\\# a\n\n\\- b\n\n1\\. c\n\n\\> d\n\n+1\n\n1.5\n\n–',
    ],
    [
      '<figure><picture><source type="image/webp" srcset="/a.webp 320w"><img src="/a.jpg" alt="A [b]"></picture><figcaption><span class="caption">Words <em>here</em></span> <span class="credit">Ann / PA</span></figcaption></figure>',
      '![A \\[b\\]](https://ledger.example/a.jpg)\n\nWords *here* (Ann / PA)',
    ],
    ['<figure><a href="/o.jpg"><img src="/a.jpg" alt="A"></a></figure>', '![A](https://ledger.example/a.jpg)'],
    [
      '<figure class="pullquote"><blockquote>\n<p>Never.</p>\n</blockquote><figcaption>Ann</figcaption></figure>',
      '> Never.\n>\n> — Ann',
    ],
    [
      '<figure class="recording audio"><audio controls src="/a.mp3"><a href="/a.mp3">Bells</a></audio><figcaption><span class="caption">Bells</span> <span class="duration">4:05</span></figcaption></figure>',
      '[Bells](https://ledger.example/a.mp3)\n\n4:05',
    ],
    [
      '<details class="transcript"><summary>Transcript: <em>Bells</em></summary><p>Ding.</p></details>',
      '**Transcript: *Bells***\n\nDing.',
    ],
    [
      '<section class="table data"><table><caption>Crossings</caption><thead><tr><td></td><th scope="col" class="number">2025 | 26</th></tr></thead><tbody><tr><th scope="row">Ferry<br>two</th><td class="number">1</td></tr></tbody></table></section>',
      '**Crossings**\n\n|  | 2025 \\| 26 |\n| --- | --: |\n| Ferry two | 1 |',
    ],
    [
      '<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
      '|  |  |\n| --- | --- |\n| a |  |\n| b | c |',
    ],
    [
      '<p>A<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><section class="footnotes"><ol><li id="fn1"><p>Note. <a class="footnote-backref" href="#fnref1">↩</a></p></li></ol></section>',
      'A[^1]\n\n[^1]: Note.',
    ],
    [
      '<figure class="chart"><svg role="img" aria-label="Fares rose from 1 to 3"><title>x</title><text>2</text></svg><figcaption>Fares</figcaption></figure>',
      'Fares rose from 1 to 3\n\nFares',
    ],
    ['<svg><title>Map</title><path d="M0 0"/></svg>', 'Map'],
    ['<section class="box factbox"><p class="box-title">Facts</p><ul><li>a</li></ul></section>', '**Facts**\n\n- a'],
    ['<p>10<sup>6</sup> H<sub>2</sub>O 2<sup>nd</sup></p>', '10⁶ H₂O 2nd'],
    ['<p><q>a</q> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', '“a” 漢(kan)'],
    [
      '<table><tr><th colspan="2">a</th><th rowspan="2">b</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '| a |  | b |\n| --- | --- | --- |\n| 1 | 2 |  |',
    ],
    ['<table><tr><td><p>a</p><p>b</p></td></tr></table>', '|  |\n| --- |\n| a  b |'],
    ['<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dd><p>c</p><p>d</p></dd></dl>', 'A\n:   b\n:   c\n\n    d'],
    ['<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>', 'A\n:   b\n\nC\n:   d'],
    ['<dl><dd>a</dd></dl>', 'a'],
    ['<dl><div><dt>A</dt><dd>b</dd></div></dl>', '**A**\n\nb'],
    [
      '<p><mark>a</mark> H<sub>2</sub>O m<sup>2</sup> x<sup>a b</sup> 1==2== a^b^</p>',
      '==a== H₂O m² xa b 1\\==2== a\\^b^',
    ],
    [
      '<ul><li class="task"><span class="task-box done" role="img">☑</span> a</li><li class="task"><p><span class="task-box">☐</span> b</p><p>c</p></li></ul>',
      '- [x] a\n\n- [ ] b\n\n  c',
    ],
    ['<section class="box callout is-tip"><p class="box-title of-kind">Tip</p>\n<p>a</p></section>', '> [!TIP]\n> a'],
    ['<section class="box callout is-note"><p class="box-title of-kind">Note</p></section>', '> **Note**'],
    [
      '<section class="box callout is-warning"><p class="box-title">Warning</p>\n<p>a</p>\n<p>b</p></section>',
      '> [!WARNING]\n> **Warning**\n>\n> a\n>\n> b',
    ],
    [
      '<section class="box callout is-note"><ol><li></li></ol></section><section class="box callout is-note"><hr></section>',
      '> [!NOTE]\n>\n> 1.\n\n> [!NOTE]\n>\n> ---',
    ],
    ['<ul><li><ul><li><hr><p>a</p></li></ul></li></ul>', '- - ___\n\n    a'],
    ['<p>a</p><p>:</p>', 'a\n\n\\:'],
    ['<dl><dt> </dt><dd>a</dd></dl><dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>', 'a\n\n**a**\n\n**b**\n\nc'],
    ['<dl><dt>a</dt><dd></dd><dt>b</dt><dd>c</dd></dl>', '**a**\n\n**b**\n\nc'],
    [
      '<table><caption>a</caption><caption>b</caption><tr><td>c</td></tr></table>',
      '**a**\n\n**b**\n\n|  |\n| --- |\n| c |',
    ],
    // Signs that come of two texts that stand beside each other.
    ['<p>[a]<rt>b</rt> [c]<span>: d</span></p>', '[a]\\(b) [c]\\: d'],
    ['<p>^<br>^</p><p>^<b>a</b>^</p>', '\\^\\\n^\n\n\\^**a**^'],
    ['<p>&lt;<wbr>b> &amp;#<wbr>38; =<wbr>=a=<wbr>=</p>', '&lt;b> \\&#38; \\==a\\=='],
    ['<p><code>a</code><code>b</code></p>', '`a` `b`'],
    [
      '<p><sup class="footnote-ref">[1]</sup>: a</p><p>b<sup class="footnote-ref">[2]</sup>: c</p>',
      '[^1]\\: a\n\nb[^2]: c',
    ],
    // Marks that would be read as signs.
    ['<p>a<em></em>b <q><del><b></b></del></q></p>', 'ab “”'],
    ['<p>—\ufeff<em>—</em> a<del><b>b</b></del> <em><br>—</em></p>', '—\ufeff— a**b**\\\n—'],
    // In code, no reference would be one.
    [
      '<p><code>a<sup class="footnote-ref">[1]</sup></code></p><pre>b<sup class="footnote-ref">[2]</sup></pre>',
      '`a`[^1]\n\n```\nb\n```\n\n[^2]',
    ],
    ['<ul><li class="task"><code><span class="task-box">☐</span> a</code></li></ul>', '- [ ] ` a`'],
    ['<p>[!NOTE] a</p><p>: b</p>', '\\[!NOTE] a\n\n\\: b'],
    ['<p>a <math alttext="x_1*2"><mi>x</mi></math></p>', 'a $`x_1*2`$'],
    ['<p class="formula"><math display="block" alttext="x^2"><mi>x</mi></math></p>', '```math\nx^2\n```'],
    [
      '<nav class="contents" aria-label="Contents">\n<ol>\n<li><a href="#a">A</a></li>\n</ol>\n</nav>',
      '1. [A](https://ledger.example/bridge/#a)',
    ],
    ['<pre><code class="language-js"><span class="code-keyword">const</span> a\n</code></pre>', '```js\nconst a\n```'],
    ['<p hidden>a</p><button>b</button><script>c</script><iframe src="x"></iframe><noscript>d</noscript>', 'd'],
    ['<p>Unclosed <em>a', 'Unclosed *a*'],
    ['</p></div>A', 'A'],
    ['<p>a<code></code>b</p>', 'ab'],
    ['', ''],
  ])('has %j as %j', (html, expected) => {
    expect(convert(html)).toBe(expected);
  });

  it('has marks only where Markdown reads them as such', () => {
    expect(convert('<p><strong>「a」</strong>と<em> b </em><em>c</em><strong>d</strong></p>')).toBe('「a」と b cd');
    expect(convert('<p><strong><em>a</em></strong>b <em>c<em>d</em></em></p>')).toBe('***a***b *cd*');
  });

  it('has the words of any story, whatever Markdown makes of them, and no HTML', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const html = readAway(
          fillSlots(renderedText(text).html, () => asHtml('')),
          AWAY,
        );
        const read = reader.render(markdownOf(html, AWAY), {});
        // What stands above the line or is a quotation is told by other signs, and the other reader knows nothing of those of tasks.
        const plain = (words: string): string =>
          words
            .normalize('NFKC')
            .replace(/[“”()\s]+/g, '')
            .replace(/\[[xX]?\]/g, '');
        expect(plain(wordsIn(read))).toBe(plain(wordsIn(html)));
        const code = documentOf(read).querySelectorAll('pre, :not(pre) > code');
        expect([...code].length).toBeLessThanOrEqual(documentOf(html).querySelectorAll('pre, :not(pre) > code').length);
      }),
      { numRuns: tries(60) },
    );
  });

  it('takes any line for text', () => {
    const sign = fc.constantFrom(...' \\`*_~[](){}<>#+-=.!|&;:/"\'1a中\n'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.join('').replace(/\s+/g, ' ').trim();
        const given = [escapeLineStart(escapeMarkdown(text)), escapeLineStart(lineMarkdownOf(escapeHtml(text), AWAY))];
        for (const markdown of given) {
          const { body } = documentOf(reader.render(markdown, {}));
          expect(body.textContent?.replace(/\s+/g, ' ').trim()).toBe(text);
          expect(body.querySelectorAll('body > :not(p), p > *')).toHaveLength(0);
        }
      }),
      { numRuns: tries(150) },
    );
  });

  it('leads where links lead, whatever their words and addresses are', () => {
    const sign = fc.constantFrom(...' \\`*_~[]()<>#!|&;"\'a中%'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.array(sign, { maxLength: 12 }), (words, path) => {
        const text = `x${words.join('')}x`.replace(/\s+/g, ' ');
        const address = `https://a.example/${path.join('')}x`;
        const [link, ...others] = documentOf(reader.render(`a ${linkMarkdown(text, address)} b`, {})).querySelectorAll(
          'a',
        );
        expect(others).toEqual([]);
        expect(link?.textContent).toBe(text);
        expect(new URL(link?.getAttribute('href') ?? '').host).toBe('a.example');
      }),
      { numRuns: tries(100) },
    );
  });

  it.each([
    ['<p>'.repeat(50_000), 'p'],
    ['<blockquote>'.repeat(50_000), 'quotations'],
    ['<ul><li>'.repeat(20_000), 'lists'],
    ['</p>'.repeat(50_000), 'ends'],
    [`<p>${'<em>a'.repeat(20_000)}</p>`, 'marks'],
    [`<p>${'<br>'.repeat(50_000)}</p>`, 'breaks'],
    [`<p>${'< '.repeat(100_000)}</p>`, 'signs'],
    [`<p>${'&'.repeat(100_000)}</p>`, 'references'],
    [`<p>${' '.repeat(100_000)}a</p>`, 'spaces'],
    [`<pre>${'`'.repeat(100_000)}</pre>`, 'backticks'],
  ])('is made in time that grows with the text (%#)', (html) => {
    const start = performance.now();
    convert(html);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

test('a story with every directive is read as its words', () => {
  const text =
    ':::factbox{title="Facts"}\n- a\n- b\n:::\n\n:::timeline{title="Then"}\n- 2015-03-17: It began.\n- 1880: Before.\n:::\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n\n![A quay](a.jpg "The quay"){credit="Ann / PA"}\n\nA note.[^1]\n\n[^1]: It is **here**.\n';

  expect(ofStory(text)).toContain(
    '**Facts**\n\n- a\n- b\n\n**Then**\n\n1. **March 17, 2015**\n\n   It began.\n\n2. **1880**\n\n   Before.',
  );
  expect(ofStory(text)).toContain('| A | B |\n| --- | --: |\n| 1 | 2 |');
  expect(ofStory(text)).toContain('The quay (Ann / PA)\n\nA note.[^1]\n\n[^1]: It is **here**.');
});
