import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../../src/cli/import/convert/html-to-markdown.ts';
import { aContext } from '../a-context.ts';

const convert = (html: string): string => htmlToMarkdown(html, aContext());

describe('two links that lead to each other', () => {
  it.each([
    [
      'of Word',
      '<p>One<a href="#_ftn1" name="_ftnref1">[1]</a> and<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> First.</p><p><a href="#_ftnref2" name="_ftn2"><sup>[2]</sup></a> Second.</p>',
      'One[^1] and[^2].\n\n[^1]: First.\n\n[^2]: Second.',
    ],
    [
      'of Markdown',
      '<p>One<sup id="fnref:a"><a href="#fn:a">1</a></sup> two</p><section class="footnotes"><hr><ol><li id="fn:a"><p>First <em>note</em>.&#160;<a href="#fnref:a">&#8617;</a></p></li></ol></section>',
      'One[^1] two\n\n[^1]: First *note*.',
    ],
    [
      'of Substack',
      '<p>One<a id="footnote-anchor-1" href="#footnote-1">1</a> more.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a><div><p>First.</p></div></div>',
      'One[^1] more.\n\n[^1]: First.',
    ],
    [
      'in brackets, with two marks',
      '<p>One [<a name="r1" href="#n1">1</a>] and again [<a href="#n1">1</a>] here.</p><p id="n1">1. First. <a href="#r1">Back to the text</a></p>',
      'One [^1] and again [^1] here.\n\n[^1]: First.',
    ],
    [
      'with a note that is all link',
      '<p>One<a id="r1" href="#n1">*</a></p><p id="n1"><a href="#r1">First</a></p>',
      'One[^1]\n\n[^1]: First',
    ],
  ])('are a note and its mark: %s', (_, html, expected) => {
    expect(convert(html)).toBe(expected);
  });

  it.each([
    ['a table of contents', '<p><a href="#a" id="top">1</a></p><h2 id="a">A</h2><p><a href="#top">Up</a></p>'],
    ['a link that nothing answers', '<p><a href="#a" id="r">1</a></p><p id="a">Words</p>'],
    ['a link with words', '<p><a href="#a" id="r">the next part</a></p><p id="a">Words <a href="#r">back</a></p>'],
    [
      'notes that stand in one paragraph',
      '<p><a href="#a" id="r">1</a> <a href="#b" id="s">2</a></p><p><a id="a" href="#r">1</a> One<br><a id="b" href="#s">2</a> Two</p>',
    ],
  ])('are none: %s', (_, html) => {
    expect(convert(html)).not.toContain('[^');
  });
});

describe('a place that a link of the text leads to', () => {
  it('keeps its name', () => {
    expect(
      convert(
        '<p><a href="#t">t</a> <a href="#u">u</a> <a href="#h">h</a></p><p id="u">U</p><a name="t">T</a><h2 id="h">H</h2>',
      ),
    ).toBe('[t](#t) [u](#u) [h](#h)\n\n<a id="u"></a>U\n\n<a id="t"></a>T\n\n## H {#h}');
    expect(convert('<p><a href="#c">c</a></p><table><tr><td id="c">C</td><td>D</td></tr></table>')).toContain(
      '<td><a id="c"></a>C</td>',
    );
  });

  it('has none where no link leads to it', () => {
    expect(convert('<p id="u">U</p><a name="t">T</a><h2 id="h">H</h2>')).toBe('U\n\nT\n\n## H');
  });
});

describe('ends of lines', () => {
  it.each([
    ['<p>a<br>b<br><br>c</p>', 'a\\\nb\n\nc'],
    ['a<br /> <br />b<div>c<br><br><br>d</div>', 'a\n\nb\n\nc\n\nd'],
    ['<p><b>a<br><br>b</b> c</p>', '**a**\n\n**b** c'],
    ['<div><span style="x">a<br><br>b</span></div>', 'a\n\nb'],
    ['<blockquote>a<br><br>b</blockquote>', '> a\n>\n> b'],
  ])('make paragraphs where there are two: %s', (html, expected) => {
    expect(convert(html)).toBe(expected);
  });

  it.each([
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<pre>a<br><br>b</pre>', '```\na\n\nb\n```'],
    ['<h2>a<br>b</h2>', '## a b'],
    ['<p>a</p><p>&nbsp;</p><p><o:p>&nbsp;</o:p></p><p>b</p>', 'a\n\nb'],
  ])('make none elsewhere: %s', (html, expected) => {
    expect(convert(html)).toBe(expected);
  });
});

describe('what a script showed', () => {
  it.each([
    [
      '<div class="flourish-embed flourish-chart" data-src="visualisation/12?34"><script src="https://public.flourish.studio/resources/embed.js"></script></div>',
      '::embed{url="https://flo.uri.sh/visualisation/12/embed"}',
    ],
    [
      '<div id="datawrapper-vis-aB1"><script src="https://datawrapper.dwcdn.net/aB1/embed.js"></script><noscript><img src="https://datawrapper.dwcdn.net/aB1/full.png" alt="C"></noscript></div>',
      '::embed{url="https://datawrapper.dwcdn.net/aB1/"}',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/A1/?utm_source=x"><p>View it</p></blockquote>',
      '> View it\n\n::embed{url="https://www.instagram.com/p/A1/"}',
    ],
    ['<amp-youtube data-videoid="aB-1"></amp-youtube>', '::embed{url="https://www.youtube.com/watch?v=aB-1"}'],
    [
      '<amp-iframe src="https://maps.example/1"><amp-img placeholder src="p.jpg"></amp-img></amp-iframe>',
      '::embed{url="https://maps.example/1"}',
    ],
    [
      '<amp-carousel><amp-img src="a.jpg" alt="A"></amp-img><amp-img src="b.jpg" alt="B"></amp-img></amp-carousel>',
      ':::gallery\n![A](/media/a.jpg)\n![B](/media/b.jpg)\n:::',
    ],
    ['<amp-video src="https://old.example/a.mp4"></amp-video>', '::video{src="/media/a.mp4"}'],
  ])('is found in what stands for it: %s', (html, expected) => {
    expect(convert(html)).toBe(expected);
  });
});
