import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HUGO } from '../../../../../src/cli/import/sources/folder/calls/hugo.ts';
import { rewrite } from './rewrite.ts';
import { tries } from '../../../../tries.ts';

/** Markdown in which nothing is to be changed, each a block. */
const BLOCKS = [
  'A paragraph with *emphasis*, **weight**, `code` and ~~strikes~~.',
  'Two lines  \nwith a hard break\\\nand another.',
  'An [inline link](/a/b/ "title"), a [reference][r], <https://example.com/x> and https://example.com/y.',
  "[r]: /a/c/ 'title'",
  '![A picture](/media/a.jpg "Caption *here*"){.wide credit="Ana"}',
  '![A picture](</media/old bridge.jpg>){: .center width="400"}',
  '## A heading {#id}',
  'A heading\n---------',
  '### Another ###',
  '- one\n\n  more\n- [x] done\n- [ ] not yet',
  '3. three\n10) ten',
  '> A quotation\nthat goes on\n> > and another',
  '> [!NOTE]\n> An alert.',
  '| a | b |\n|:--|--:|\n| [x](/y/) | `z|` |',
  'Term\n: Definition\n: Another',
  'A note[^1] and $x < y$ and ==marked== and H~2~O.',
  '[^1]: The note\n    goes on.',
  '$$\na < b\n$$',
  '[TOC]',
  '{:.class #id}',
  '```html\n<iframe src="x"></iframe>\n# no heading\n{{< x >}} [a](/old/b)\n```',
  'Before code:\n\n    indented <script>code</script> {{< x >}}',
  'Within `<b>` and `{{< x >}}` nothing is changed.',
  'Keys: <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, <abbr title="x">X</abbr><br>end.',
  'A\ttab and trailing space ',
  '* * *',
  'هذا نص *عربي* [رابط](/a/)',
  '漢字**強調**の文。',
  '::embed{url="https://example.com/video" title="Film"}',
  ':::aside{title="Box"}\nText\n:::',
];

describe('Markdown that is written anew', () => {
  it('stays byte for byte where nothing is to be changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...BLOCKS), { maxLength: 12 }),
        fc.constantFrom('\n\n', '\n\n\n'),
        (blocks, between) => {
          const text = `${blocks.join(between)}\n`;
          expect(rewrite(text, { syntax: HUGO }).text).toBe(text);
        },
      ),
      { numRuns: tries(60) },
    );
  });

  it('stays byte for byte whatever signs it has that begin neither a link, nor HTML, nor a title', () => {
    const sign = fc.constantFrom(...'ab *_`~>-+.:|\\!)}{("\'1\n\n\t&^$é字م');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 80 }), (text) => {
        expect(rewrite(text, { syntax: HUGO }).text).toBe(text);
      }),
      { numRuns: tries(200) },
    );
  });

  it('gives links, references and definitions their new addresses, and nothing else', () => {
    const text =
      'A [b](/old/c "t") [d][e] <https://old.example/old/f>, https://old.example/old/g.\n\n[e]: </old/h> (t)\n';

    expect(rewrite(text).text).toBe(
      'A [b](/new/c "t") [d][e] [https://old.example/old/f](/new/f), [https://old.example/old/g](/new/g).\n\n[e]: /new/h (t)\n',
    );
  });

  it('keeps the words of a link that no story can have', () => {
    const { text, notes } = rewrite(
      'A [bad *one*](javascript:alert(1)), a [second][x], and ![p](a.exe "t").\n\n[x]: data:text/html,x\n',
    );

    expect(text).toBe('A bad *one*, a second, and p t.\n\n\n');
    expect(notes.map(({ what }) => what)).toEqual(['link that leads to no page', 'link that leads to no page']);
  });

  it('makes a figure of each picture that stands in a paragraph with others, and a caption of italics below', () => {
    expect(rewrite('![a](1.jpg)\n![b](2.jpg)\n').text).toBe('![a](/media/1.jpg)\n\n![b](/media/2.jpg)\n');
    expect(rewrite('> ![a](1.jpg)\n> *A "caption" with [b](/old/c).*\n').text).toBe(
      '> ![a](/media/1.jpg "A \\"caption\\" with [b](/new/c).")\n',
    );
  });

  it('takes the link from a figure, and says so unless it led to a larger file', () => {
    const { text, notes } = rewrite('[![a](1.jpg)](large.jpg)\n\n[![b](2.jpg)](/old/x)\n');

    expect(text).toBe('![a](/media/1.jpg)\n\n![b](/media/2.jpg)\n');
    expect(notes.map(({ what, detail }) => [what, detail])).toEqual([['link around a picture', '/old/x']]);
  });

  it('leaves out a heading that repeats the title, and lowers all where there are others of the first level', () => {
    expect(rewrite('# The Title!\n\nText\n\n## Part\n', { title: 'The title' }).text).toBe('Text\n\n## Part\n');
    expect(rewrite('# Other\n\nMore\n====\n\n## Part\n\nSub\n---\n\n###### Last\n', { title: 'T' }).text).toBe(
      '## Other\n\nMore\n----\n\n### Part\n\n### Sub\n\n###### Last\n',
    );
  });

  it.each([
    ['a comment', 'a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf\n', 'a c\n\nf\n'],
    ['attributes', 'x <span id="a" style="color:red" onclick="b()">y</span>\n', 'x <span id="a">y</span>\n'],
    [
      'an old anchor',
      'x <a name="b"></a> <a href="/old/c" target="_blank">d</a>\n',
      'x <a id="b"></a> <a href="/new/c">d</a>\n',
    ],
    ['looks', 'a <font color="red">b</font> <strike>c</strike>\n', 'a b <s>c</s>\n'],
    ['a picture in a line', 'a <img src="b.jpg" alt="C &amp; D"> e\n', 'a ![C & D](/media/b.jpg) e\n'],
    ['boxes around Markdown', '<div class="a">\n\n**b** [c](/old/d)\n\n</div>\n', '**b** [c](/new/d)\n'],
    ['a box in a list', '- a\n\n  <div>\n\n  b\n\n  </div>\n\n  c\n', '- a\n\n  b\n\n  c\n'],
    ['a centred picture', '<p align="center">\n  <img src="a.jpg" alt="B">\n</p>\n', '![B](/media/a.jpg)\n'],
    [
      'a figure around Markdown',
      '<figure>\n\n![a](b.jpg)\n\n<figcaption>C <a href="/old/e">d</a></figcaption>\n</figure>\n',
      '![a](/media/b.jpg "C [d](/new/e)")\n',
    ],
    [
      'a frame in a quotation',
      '> <iframe src="https://player.vimeo.com/video/1"></iframe>\n',
      '> ::embed{url="https://vimeo.com/1"}\n',
    ],
    [
      'what folds',
      '<details>\n<summary>A</summary>\n\n**b** [c](/old/d)\n\n</details>\n',
      '<details>\n<summary>A</summary>\n\n**b** [c](/new/d)\n\n</details>\n',
    ],
    ['a linked picture', '<a href="large.jpg"><img src="small.jpg" alt="A"></a>\n', '![A](/media/small.jpg)\n'],
    ['a script in a line', 'a <script>b()</script> c\n', 'a c\n'],
    ['Markdown in HTML', '<div class="a" markdown="1">\n**b**\n</div>\nc\n', '**b**\n\nc\n'],
    [
      'a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>\n',
      '| a | b |\n| - | - |\n| c | d |\n',
    ],
  ])('makes Markdown of HTML: %s', (_, text, expected) => {
    expect(rewrite(text).text).toBe(expected);
  });

  it.each([
    [':::note\nA [b](/old/c)\n:::\n', ':::aside{title="Note"}\nA [b](/new/c)\n:::\n'],
    [
      '::::tip[Try "it"]\na\n:::warning Mind\nb\n:::\n::::\n',
      ':::aside{title="Try ”it”"}\na\n:::aside{title="Mind"}\nb\n:::\n:::\n',
    ],
    [':::tabs\na\n:::\n\n::toc\n', '\\:::tabs\na\n\\:::\n\n\\::toc\n'],
    ['```\n:::note\n:::\n```\n', '```\n:::note\n:::\n```\n'],
  ])('takes boxes of colons for asides, and no other line of colons for a directive: %j', (text, expected) => {
    expect(rewrite(text).text).toBe(expected);
  });

  it('says which elements nobody knows, and keeps their words', () => {
    const { text, notes } = rewrite('Press <x-button>Go</x-button> now.\n');

    expect(text).toBe('Press Go now.\n');
    expect(notes.map(({ kind, what }) => [kind, what])).toEqual([['changed', 'HTML `<x-button>`']]);
  });

  it('leaves a text as it is that no person wrote, and says so', () => {
    const texts = ['>'.repeat(10_000), '['.repeat(20_000), 'word '.repeat(2_000_000), `${'- '.repeat(200)}x`];

    for (const start of texts) {
      const text = `${start}[a](/old/b)`;
      const { text: written, notes } = rewrite(text, { syntax: HUGO });
      expect(written === text).toBe(true);
      expect(notes.map(({ kind, what }) => [kind, what])).toEqual([['look', 'text that cannot be taken apart']]);
    }
  });

  it('reads a text of 200 kB', () => {
    const text = 'A paragraph with a [link](/old/a) and more words.\n\n'.repeat(4000);

    expect(rewrite(text).text).toBe(text.replaceAll('/old/', '/new/'));
  });

  it('keeps signs of the private use area that a text has itself', () => {
    expect(rewrite('\ue000\ue001 {{< youtube abcdefghijk >}} \ue0000\ue000', { syntax: HUGO }).text).toBe(
      '\ue000\ue001\n\n::embed{url="https://www.youtube.com/watch?v=abcdefghijk"}\n\n\ue0000\ue000',
    );
  });
});
