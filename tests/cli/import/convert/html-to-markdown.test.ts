import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  htmlToMarkdown,
  lineOfHtml,
  lineOfText,
  textOfHtml,
} from '../../../../src/cli/import/convert/html-to-markdown.ts';
import { aContext } from '../a-context.ts';
import { tries } from '../../../tries.ts';

const CASES: readonly (readonly [what: string, html: string, markdown: string])[] = [
  ['paragraphs and emphasis', '<p>One <b>two</b> <em>three</em>.</p><p>Four.</p>', 'One **two** *three*.\n\nFour.'],
  ['spaces at the edges of emphasis', '<p>a<strong> b </strong>c</p>', 'a **b** c'],
  ['emphasis beside emphasis', '<p><b>a</b><b>b</b></p>', '**ab**'],
  ['emphasis within a word of a script without spaces', '<p>港务局说<b>“明天”</b>恢复</p>', '港务局说**“明天”**恢复'],
  [
    'words that look like Markdown',
    '<p>*a* _b_ [c] # d {e} ~f~ ==g== `h` &lt;i&gt;</p>',
    '\\*a\\* \\_b\\_ \\[c] # d \\{e} \\~f\\~ \\==g\\== \\`h\\` \\<i>',
  ],
  [
    'lines that look like blocks',
    '<p>::note</p><p># x</p><p>- y</p><p>1. z</p><p>:::aside</p>',
    '\\::note\n\n\\# x\n\n\\- y\n\n1\\. z\n\n\\:::aside',
  ],
  ['what the prices are', '<p>$5 and $6</p>', '$5 and $6'],
  ['loose text', 'one<br>two<div>three</div>four', 'one\\\ntwo\n\nthree\n\nfour'],
  ['emphasis within emphasis', '<b>a <strong>b</strong></b>', '**a b**'],
  ['lists in lists', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li><p>d</p></li></ul>', '- a\n  - b\n  - c\n- d'],
  [
    'elements that only readers make',
    '<x-directive name="embed" attributes="{">a</x-directive><x-figure facts="{}">b</x-figure>',
    'ab',
  ],
  ['headings one level down where there is a title', '<h1>A</h1><h2>B</h2><h6>C</h6>', '## A\n\n### B\n\n###### C'],
  ['headings as they are', '<h2>A</h2><h3>B</h3>', '## A\n\n### B'],
  ['the place that a link leads to', '<p><a href="#x">go</a></p><h2 id="x">A</h2>', '[go](#x)\n\n## A {#x}'],
  [
    'links of the old site',
    '<p><a href="https://old.example/a/">a</a> <a href="https://e.example/?a=1&amp;b=2" title="T">b</a></p>',
    '[a](/a/) [b](https://e.example/?a=1\\&b=2 "T")',
  ],
  ['links without words, or that lead nowhere', '<p>a<a href="/x"></a><a name="y">b</a><a href="#">c</a></p>', 'abc'],
  ['lists', '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>', '- a\n\n  3. b'],
  ['loose lists', '<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>', '- a\n\n  b\n\n- c'],
  [
    'tasks',
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    '- [x] a\n- [ ] b',
  ],
  ['quotations', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  [
    'code',
    '<pre class="brush: php; x"><code>a\n\n  b &lt;</code></pre><p><code>x`y</code></p>',
    '```php\na\n\n  b <\n```\n\n``x`y``',
  ],
  ['code with lines as elements', '<pre><code class="language-js">a<br>b</code></pre>', '```js\na\nb\n```'],
  ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb'],
  [
    'a table',
    '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1 | 2</td><td><b>3</b></td></tr></tbody></table>',
    '| A      | B     |\n| ------ | ----- |\n| 1 \\| 2 | **3** |',
  ],
  [
    'a table that Markdown has no signs for',
    '<table><tr><th colspan="2">A</th></tr><tr><td>1</td><td><a href="/x" onclick="y()" style="z">2</a></td></tr></table>',
    '<table>\n<tbody>\n<tr><th colspan="2">A</th></tr>\n<tr><td>1</td><td><a href="/x">2</a></td></tr>\n</tbody>\n</table>',
  ],
  ['a table of one column', '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>', '| A |\n| - |\n| 1 |'],
  ['a table that only set things out', '<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>', 'a\n\nb'],
  ['terms', '<dl><dt>T</dt><dd>D</dd></dl>', '<dl>\n<dt>T</dt>\n<dd>D</dd>\n</dl>'],
  [
    'what opens',
    '<details><summary>S &amp; T</summary><p>a <i>b</i></p></details>',
    '<details>\n<summary>S &amp; T</summary>\n\na *b*\n\n</details>',
  ],
  [
    'elements that Markdown has no signs for',
    '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <abbr title="a &quot;b&quot;">c</abbr> <span lang="de">d</span> <span style="x">e</span></p>',
    'H<sub>2</sub>O <kbd>Ctrl</kbd> <abbr title="a &#x22;b&#x22;">c</abbr> <span lang="de">d</span> e',
  ],
  ['a picture alone', '<p><img src="/a/b.jpg" alt="What [it] shows"></p>', '![What \\[it\\] shows](/media/b.jpg)'],
  ['a picture within words', '<p>one <img src="a.jpg" alt="x"> two</p>', 'one\n\n![x](/media/a.jpg)\n\ntwo'],
  ['a picture in a heading', '<h2><img src="a.jpg" alt="x"> T</h2>', '![x](/media/a.jpg)\n\n## T'],
  ['a picture that leads to its file', '<a href="/big.jpg"><img src="a.jpg" alt="x"></a>', '![x](/media/a.jpg)'],
  [
    'a figure',
    '<figure class="alignwide"><img src="a.jpg" alt="x"><figcaption>A "b" <em>c</em> <span class="credit">Ana Ruiz</span></figcaption></figure>',
    '![x](/media/a.jpg "A \\"b\\" *c*"){.wide credit="Ana Ruiz"}',
  ],
  [
    'a caption with entities',
    '<figure><img src="a.jpg" alt="x"><figcaption>AT&amp;amp;T &amp; b\\*</figcaption></figure>',
    '![x](/media/a.jpg "AT\\\\\\&amp;T & b\\\\\\\\\\\\*")',
  ],
  [
    'a gallery',
    '<figure><figure><img src="1.jpg" alt="a"></figure><figure><img src="2.jpg" alt="b"><figcaption>B</figcaption></figure><figcaption>All</figcaption></figure>',
    ':::gallery{title="All"}\n![a](/media/1.jpg)\n![b](/media/2.jpg "B")\n:::',
  ],
  [
    'a figure of something else',
    '<figure><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>',
    '> a\n\n*b*',
  ],
  [
    'a lazy picture and its copy',
    '<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="x"><noscript><img src="/a.jpg" alt="x"></noscript>',
    '![x](/media/a.jpg)',
  ],
  ['the largest of several files', '<img srcset="s.jpg 300w, l.jpg 1200w, m.jpg 600w" alt="x">', '![x](/media/l.jpg)'],
  [
    'smileys and counters',
    '<p>a <img class="wp-smiley" src="s.png" alt="🙂"> b<img src="c.gif" width="1" height="1"></p>',
    'a 🙂 b',
  ],
  [
    'a player of video',
    '<iframe src="//www.youtube.com/embed/a-b_c?rel=0" title="A film"></iframe>',
    '::embed{url="https://www.youtube.com/watch?v=a-b_c" title="A film"}',
  ],
  [
    'recordings',
    '<video poster="p.jpg"><source src="v.mp4"></video><audio src="a.mp3" title="Bells"></audio>',
    '::video{src="/media/v.mp4" poster="/media/p.jpg"}\n\n::audio{src="/media/a.mp3" title="Bells"}',
  ],
  [
    'a recording of another kind',
    '<audio src="https://e.example/a.flac"></audio>',
    '::embed{url="https://e.example/a.flac"}',
  ],
  [
    'a gist',
    '<script src="https://gist.github.com/jo/0af1.js"></script>',
    '::embed{url="https://gist.github.com/jo/0af1"}',
  ],
  [
    'comments, scripts and styles',
    '<!-- a --><p>b</p><script>c()</script><style>d{}</style><p onclick="e()" style="f">g</p>',
    'b\n\ng',
  ],
  [
    'addresses that run',
    '<p><a href="javascript:a()">b</a> <a href=" JaVaScRiPt:a()">c</a> <a href="data:text/html,d">e</a></p>',
    'b c e',
  ],
  ['characters that no text may have', '<p>a\u0000b\u0007c&#1;d</p>', 'abcd'],
  ['bare addresses', '<p>https://e.example/a_b_c</p>', 'https://e.example/a_b_c'],
  ['paragraphs with nothing in them', '<p>&nbsp;</p><p></p><p>a</p><p><br></p>', 'a'],
  ['tags that are not closed', '<p>a <b>b<p>c</b> d', 'a **b**\n\n**c** d'],
  ['letters from right to left', '<p dir="rtl">أُغلق <b>الجسر</b></p>', 'أُغلق **الجسر**'],
];

describe('htmlToMarkdown', () => {
  it.each(CASES)('converts %s', (_what, html, markdown) => {
    expect(htmlToMarkdown(html, aContext())).toBe(markdown);
  });

  it.each([
    ['script', '<script>track()</script>', 'lost', 'script', 'track()'],
    [
      'form controls',
      '<form><input name="q" placeholder="Your name"></form>',
      'lost',
      'form control `input`',
      'Your name',
    ],
    ['links that run', '<a href="javascript:x()">a</a>', 'changed', 'link that leads to no page', 'javascript:x()'],
    [
      'pictures without words',
      '<img src="a.jpg">',
      'look',
      'picture without words for readers who cannot see it',
      '/media/a.jpg',
    ],
    ['links around pictures', '<a href="/x/"><img src="a.jpg" alt="b"></a>', 'changed', 'link around a picture', '/x/'],
    ['frames that lead nowhere', '<iframe src="javascript:x()"></iframe>', 'lost', '`iframe`', 'javascript:x()'],
  ])('says what became of %s', (_what, html, kind, what, detail) => {
    const context = aContext();
    htmlToMarkdown(html, context);

    expect(context.notes).toEqual([expect.objectContaining({ kind, what, detail })]);
  });

  it('keeps the words of a picture that cannot be carried', () => {
    expect(htmlToMarkdown('<figure><img src="a.php" alt="A b"><figcaption>c</figcaption></figure>', aContext())).toBe(
      'A b c',
    );
  });

  it.each([
    ['div', '<div>'.repeat(20_000)],
    ['b and p', '<b><p>'.repeat(5_000)],
    ['blockquote', '<blockquote>'.repeat(5_000)],
    ['lists', '<ul><li>'.repeat(5_000)],
    ['unclosed signs', '<'.repeat(100_000)],
    ['unclosed comments', '<!--'.repeat(50_000)],
    ['attributes', `<p ${'a="b" '.repeat(20_000)}>`],
  ])('reads any depth of %s', (_what, start) => {
    const context = aContext();
    const markdown = htmlToMarkdown(`<p>before</p>${start}words`, context);

    expect(markdown).toContain('before');
    if (!start.startsWith('<!') && start !== '<'.repeat(100_000)) expect(markdown).toContain('words');
    expect(markdown.split('\n').every((line) => !/^(?:> ?){21}/.test(line))).toBe(true);
  });

  it('loses no word of any text', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ0-9*_#[\]{}<>&|~^$:=`.!-]{1,8}$/);
    const inline = fc.constantFrom('b', 'em', 'a href="/x"', 'code', 'sub', 'span', 'del');
    const block = fc.constantFrom('p', 'h2', 'blockquote', 'li', 'div', 'td', 'pre', 'dd');
    const piece = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 5 }), inline, block });
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const html = pieces.map((one) => {
          const [first = '', ...others] = one.words.map(escaped);
          return `<${one.block}>${first} <${one.inline}>${others.join(' ')}</${one.inline.split(' ')[0]}></${one.block}>`;
        });
        const markdown = htmlToMarkdown(html.join(''), aContext());
        // Signs are written with a backslash before them, or as an entity.
        const plain = markdown
          .replace(/\\([!-/:-@[-`{-~])/g, '$1')
          .replace(/&#x([0-9A-F]+);/g, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
          .replaceAll('&lt;', '<')
          .replaceAll('&#x3C;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        for (const { words } of pieces)
          for (const one of words)
            expect(plain.includes(one) || markdown.includes(one), `${one} in ${markdown}`).toBe(true);
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('lines', () => {
  it('keeps only emphasis of a headline', () => {
    expect(lineOfHtml('A <em>new</em> <b>day</b> &amp; *x*<br><a href="/x">y</a><script>z</script>')).toBe(
      'A *new* day & \\*x\\* y',
    );
  });

  it('escapes what would be markup in plain words', () => {
    expect(lineOfText('Q*bert [x]  <b>\n# 1')).toBe('Q\\*bert \\[x] \\<b> # 1');
  });

  it('has the words of blocks apart', () => {
    expect(textOfHtml('<p>a</p><ul><li>b</li><li>c</li></ul><style>d</style>')).toBe('a b c');
  });
});
