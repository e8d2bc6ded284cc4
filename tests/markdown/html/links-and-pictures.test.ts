import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('a link in HTML', () => {
  it('is as one of Markdown', () => {
    const { html, references, fragments } = renderedText(
      '<p><a href="/about/" target="_blank" rel="x">a</a> <a href="https://example.com/?a=1&amp;b">b</a> <a href="#c">c</a></p>',
    );

    expect(references).toMatchObject([{ kind: 'link', target: '/about/' }]);
    expect(fragments).toMatchObject([{ target: 'c' }]);
    expect(html).toContain('<a href="https://example.com/?a=1&amp;b">b</a>');
  });

  it.each([
    'javascript:alert(1)',
    ' java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'JaVaScRiPt&colon;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example/',
    'https://a@evil.example/',
    'view-source:x',
  ])('that would run something is refused: %s', (href) => {
    const { html, findings } = renderedText(`a <a href="${href}">b</a>`);

    expect(html).toBe('<p>a b</p>\n');
    expect(codesOf(findings)).toEqual(['link-unsafe']);
  });

  it('of a sponsored text says so', () => {
    expect(htmlOf('<a href="https://example.com/">a</a>', { sponsored: true })).toContain('rel="sponsored"');
  });

  it('around blocks is around the words in each', () => {
    expect(htmlOf('<a href="https://example.com/"><h3>a</h3><p>b</p></a>')).toBe(
      '<h3><span id="a"></span><a href="https://example.com/">a</a></h3><p><a href="https://example.com/">b</a></p>',
    );
  });

  it('never stands in another', () => {
    expect(
      htmlOf('[a <a href="https://b.example/">b</a> c](https://a.example/)').replace(/<a [^>]*>[^<]*<\/a>/g, ''),
    ).not.toContain('<a');
  });

  it('says where something is quoted from', () => {
    const { html, references } = renderedText(
      '<blockquote cite="/about/">a</blockquote><q cite="https://example.com">b</q>',
    );

    expect(html).toContain('<blockquote cite="/about/">');
    expect(html).toContain('<q cite="https://example.com/">');
    expect(references).toMatchObject([{ target: '/about/', isOfKey: true }]);
  });

  it('names a place, as old pages do', () => {
    expect(renderedText('<a name="repairs"></a>Repairs').anchors).toEqual(['repairs']);
  });
});

describe('a picture in HTML', () => {
  const FIGURE = htmlOf('![The bridge](bridge.jpg)');

  it.each([
    '<img src="bridge.jpg" alt="The bridge">',
    '<p><img src="bridge.jpg" alt="The bridge" width="9" srcset="x 2x"></p>',
  ])('that stands alone is a figure: %s', (markdown) => {
    const { html, usedMedia, findings } = renderedText(markdown);

    expect(html.trim()).toBe(FIGURE);
    expect([...usedMedia]).toEqual(['content/media/bridge.jpg']);
    expect(findings).toEqual([]);
  });

  it.each([
    '<figure><img src="bridge.jpg" alt="The bridge"><figcaption>Words</figcaption></figure>',
    '<figure>\n\n![The bridge](bridge.jpg)\n\n<figcaption>Words</figcaption></figure>',
    '<img src="bridge.jpg" alt="The bridge" title="Words">',
    '<figure><picture><source srcset="x"><img src="bridge.jpg" alt="The bridge"></picture><figcaption><p>Words</p></figcaption></figure>',
  ])('has a caption: %s', (markdown) => {
    expect(htmlOf(markdown).replace(/ *Words */, 'Words')).toBe(htmlOf('![The bridge](bridge.jpg "Words")'));
  });

  it('may have links in its caption', () => {
    const { html, references } = renderedText(
      '<figure><img src="bridge.jpg" alt="x"><figcaption>See <a href="/about/">"us"</a></figcaption></figure>',
    );

    expect(html).toContain('“us”');
    expect(references).toHaveLength(1);
  });

  it('is checked', () => {
    expect(codesOf(renderedText('<img src="gone.jpg" alt="x">').findings)).toEqual(['picture-missing']);
    expect(codesOf(renderedText('<img src="https://example.com/a.jpg" alt="x">').findings)).toEqual(['picture-remote']);
    expect(codesOf(renderedText('<img src="../../../x.jpg" alt="x">').findings)).toEqual(['path-outside']);
    expect(renderedText('<img src="bridge.jpg">').findings).toMatchObject([
      { code: 'picture-alt', hint: expect.stringContaining('alt=""') },
    ]);
    expect(renderedText('<img src="bridge.jpg" alt="">').findings).toEqual([]);
  });

  it('may stand in a gallery', () => {
    expect(renderedText(':::gallery\n<img src="bridge.jpg" alt="a">\n:::').findings).toEqual([]);
  });
});

describe('a heading in HTML', () => {
  it('has an anchor, of its own or of its words', () => {
    const { html, anchors } = renderedText('<h2>The "repairs"</h2>\n<h3 id="cost">Costs</h3>');

    expect(html).toBe('<h2><span id="the-repairs"></span>The “repairs”</h2>\n<h3><span id="cost"></span>Costs</h3>\n');
    expect(anchors).toEqual(['cost', 'the-repairs']);
  });

  it('of the first level is told of', () => {
    expect(codesOf(renderedText('<h1>a</h1>').findings)).toEqual(['heading-level']);
  });
});

describe('a table and code in HTML', () => {
  it('are as those of Markdown', () => {
    expect(htmlOf('<table><tr><th scope="col">a<tr><td>b</table>')).toMatch(
      /^<section class="table" tabindex="0" aria-label="Table 1">/,
    );
    expect(htmlOf('<pre><code class="language-js x">a &lt; "b"\n</code></pre>')).toBe(htmlOf('```js\na < "b"\n```'));
    expect(htmlOf('<pre>a\n  <b>b</b> -- c</pre>')).toBe('<pre tabindex="0">a\n  <b>b</b> -- c</pre>');
  });
});
