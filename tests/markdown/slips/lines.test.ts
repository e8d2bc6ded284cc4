import { describe, expect, it } from 'vitest';
import { anArticle } from '../../newsroom/article.ts';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { slipsIn } from './slips-in.ts';

/** What is told of a text, but for pictures and files that are not there. */
function told(markdown: string): readonly string[] {
  const { findings } = renderedText(markdown, { site: { markdown: { alerts: true } } });
  const ours = findings.filter(({ code }) => !/^(?:picture|media|table|directive)-/.test(code));
  const places = pointedAt(markdown, ours);
  return places.map(({ code, line, text }) => `${line} ${code}: ${text}`);
}

/** Slips, and the code that each has on a line of words. */
const SLIPS = [
  ['The [report](https://example.com/) says', 'markup-in-key: [report](https://example.com/)'],
  ['The **old pier', 'markup-in-key: **'],
  ['The *old pier is', 'emphasis-shown: *'],
  ['The &eactue; pier', 'entity-shown: &eactue;'],
  ['The {{ pier }} fell', 'markup-in-key: {{ pier }}'],
  ['The [b]old[/b] pier', 'markup-in-key: [b]'],
  ['The pier[^1] fell', 'markup-in-key: [^1]'],
  ['The <b>old</b> pier', 'markup-in-key: <b>'],
  ['The <!— ask —> pier', 'markup-in-key: <!— ask —>'],
  ["The ``old pier'' fell", "quotation-shown: ``old pier''"],
  ['＊＊注意：＊＊ pier', 'emphasis-shown: ＊＊'],
  ['The pier is TKTK long', 'placeholder-left: TKTK'],
] as const;

describe('a slip in words that stand on a line of their own', () => {
  it.each(SLIPS)('is told in attributes, captions and what pictures show: %s', (words, slip) => {
    expect(told(`:::aside{title="${words}"}\nWords.\n:::`)).toEqual([`1 ${slip}`]);
    expect(told(`> - x\n>\n>   ::embed{url=https://example.com/ title="${words}"}`)).toEqual([`3 ${slip}`]);
    expect(told(`:::pullquote{by="${words}"}\nWords.\n:::`)).toEqual([`1 ${slip}`]);
    expect(told(`:::qa{question="${words}"}\nWords.\n:::`)).toEqual([`1 ${slip}`]);
    expect(told(`::audio{src=a.mp3 title=x transcript="${words}"}`)).toEqual([`1 ${slip}`]);
    expect(told(`:::gallery{title=x}\n![A](a.png "x")\n![B](b.png "${words}")\n:::`)).toEqual([`3 ${slip}`]);
    expect(told(`x\n\n![The ${words}](a.png)`)).toEqual([`3 ${slip}`]);
    expect(told(`> [!NOTE] ${words}\n> Words.`)).toEqual([`1 ${slip}`]);
  });

  it.each(SLIPS)('is told under keys: %s', (words, slip) => {
    const [code] = slip.split(': ');

    expect(codesOf(anArticle({ dek: words }).findings)).toEqual([code]);
    expect(codesOf(anArticle({ corrections: [{ date: '2026-11-24', text: words }] }).findings)).toEqual([code]);
  });

  it('is told where the name of a picture stands for what it shows', () => {
    expect(told('![pier.png](a.png)')).toEqual(['1 placeholder-left: pier.png']);
    expect(told('![A](a.png "IMG_2041.JPG")')).toEqual(['1 placeholder-left: IMG_2041.JPG']);
    expect(told('![README.md, pier.png and a dog](a.png)')).toEqual([]);
    expect(codesOf(anArticle({ image: { src: 'bridge.jpg', alt: 'bridge.jpg' } }).findings)).toEqual([
      'placeholder-left',
    ]);
  });

  it('is told of what takes no emphasis, too', () => {
    expect(told('![A](a.png){credit="*Ana* Ruiz"}')).toEqual(['1 markup-in-key: *Ana*']);
    expect(told('![A](a.png){credit="Ana &amp; Bo"}')).toEqual(['1 markup-in-key: &amp;']);
  });

  it('is told where it stands, though the caption has escapes', () => {
    expect(told('![A](a.png "The \\"old\\" pier, {{ x }} long")')).toEqual(['1 markup-in-key: {{ x }}']);
  });

  it('is told how to be written between quotation marks', () => {
    const hint = 'write `\'The "old" pier\'`: the marks become those of the language';

    expect(slipsIn(':::aside{title="The ``old\'\' pier"}\nx\n:::', 'quotation-shown')).toEqual([["``old''", hint]]);
  });

  it('is told how to be written beside an apostrophe, which no sign sets apart there', () => {
    const hint = 'write `\'It’s the "old" pier\'`';

    expect(slipsIn(`:::aside{title="It's the ''old'' pier"}\nx\n:::`, 'markup-in-key')).toEqual([["''old''", hint]]);
  });

  it.each([
    ["''Old'' pier", `'"Old" pier'`],
    ["``Old'' men's pier", `"\\"Old\\" men's pier"`],
    ['<<Old>> pier', `'"Old" pier'`],
    ["It's the ''old'' pier", `It's the "old" pier`],
    ['**Bridge** #1', '"Bridge #1"'],
    ['<b>5</b>', '"5"'],
  ])('is shown under a key as YAML has it: %s', (words, mended) => {
    const [finding] = anArticle({ kicker: words }).findings;
    expect(/`([^`]*)`/.exec(finding?.hint ?? '')?.[1]).toBe(mended);
  });

  it.each([
    ':::aside{title="The *old* pier, M*A*S*H & co, 5* [sic] &amp; a_b"}\nx\n:::',
    ':::aside{title=\'The "old" pier, 5 * 3\'}\nx\n:::',
    '![Graph of x_1 and x_2, [sic], a *word*](a.png "Rated 4* of 5*: `x`"){credit="Ana Ruiz / Post & Co, AT&T, a_b"}',
    '![A\nB](a.png "C\nD")',
    '::embed{url="https://example.com/?a=__b__&c=[d](e)" title=x}',
    '::story{slug=**x**}',
    ':::pullquote{by="Ana Ruiz, C# and #1"}\nx\n:::',
  ])('is not what looks like it: %s', (markdown) => {
    expect(told(markdown)).toEqual([]);
  });
});

describe('Markdown between tags', () => {
  it.each([
    ['<div>\nThe **old** pier\n</div>', ['2 markdown-in-html: **old**']],
    ['<p>The [report](https://example.com/)</p>', ['1 markdown-in-html: [report](https://example.com/)']],
    ['<table>\n<tr><td>{{ x }}</td></tr>\n</table>', ['2 markdown-in-html: {{ x }}']],
    ['<details>\n<summary>x</summary>\n- a\n- b\n- c\n</details>', ['3 markdown-in-html: -']],
    [
      '<img src="a.png" alt="The `old` pier" title=\'TKTK\'>',
      ['1 markdown-in-html: `old`', '1 placeholder-left: TKTK'],
    ],
    ['<!-- **x** -->\n<p><!-- **y** --> *z* </p>', ['2 markdown-in-html: *z*']],
    ['<pre>\n**x**\n</pre>\n<p>**y**</p>', ['4 markdown-in-html: **y**']],
    ['> <div>\n> *x*\n> </div>', ['2 markdown-in-html: *x*']],
  ])('is told: %s', (markdown, slips) => {
    expect(told(markdown)).toEqual(slips);
  });

  it.each([
    '<div>\n\nThe **old** pier\n\n</div>',
    '<pre><code>**x** {{ y }}</code></pre>',
    '<kbd>a *b* c</kbd>',
    '<p>5 * 3 * 2, M*A*S*H, a_b_c, &eacute; &amp; [sic] 4* of 5* -- so</p>',
    '<a href="https://example.com/*a*/?__b__">a</a>',
    '<p>\n- a dash\n</p>',
    'A <b>**x**</b> line',
  ])('is not what looks like it: %s', (markdown) => {
    expect(told(markdown)).toEqual([]);
  });

  it.each(['<p>*a ', '<p "', '<pre>*a* ', '<!-- *a* ', '<a title="*b* ', '- x\n', '<p>[a '])(
    'takes no time to speak of: a hundred thousand %s',
    (piece) => {
      const before = performance.now();
      told(`<div>${piece.repeat(100_000 / piece.length)}`);

      expect(performance.now() - before).toBeLessThan(20_000);
    },
  );
});
