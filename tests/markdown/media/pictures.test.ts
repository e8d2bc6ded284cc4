import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

const IMG = '<img src="/media/bridge.jpg" alt="A bridge" width="1200" height="800" loading="lazy" decoding="async">';

describe('a picture', () => {
  it.each([
    ['![A bridge](bridge.jpg)', ''],
    ['![A bridge](bridge.jpg "The *old* bridge")', '<span class="caption">The <em>old</em> bridge</span>'],
    ['![A bridge](bridge.jpg){credit="Jo Li / Ledger"}', '<span class="credit">Jo Li / Ledger</span>'],
    ['![A bridge](bridge.jpg){credit=“Jo Li”}', '<span class="credit">Jo Li</span>'],
    [
      '![A bridge](bridge.jpg "Its \\"arm\\""){credit="<Jo> & Co"}',
      '<span class="caption">Its “arm”</span> <span class="credit">&lt;Jo&gt; &amp; Co</span>',
    ],
  ])('alone in a paragraph is a figure: %s', (markdown, lines) => {
    const figcaption = lines === '' ? '' : `<figcaption>${lines}</figcaption>`;

    expect(htmlOf(`one\n\n${markdown}\n\ntwo`)).toBe(`<p>one</p><figure>${IMG}${figcaption}</figure><p>two</p>`);
  });

  it.each([
    ['See ![A bridge](bridge.jpg).', `<p>See ${IMG}.</p>`],
    ['![A bridge](bridge.jpg) ![A bridge](bridge.jpg)', `<p>${IMG} ${IMG}</p>`],
    ['## ![A bridge](bridge.jpg){credit="x"}', `<h2><span id="a-bridge"></span>${IMG}</h2>`],
    ['| ![A bridge](bridge.jpg) |\n|---|', `<th>${IMG}</th>`],
  ])('within a line is part of it: %s', (markdown, html) => {
    expect(htmlOf(markdown)).toContain(html);
  });

  it.each([
    ['A *big* bridge', 'A big bridge'],
    ['A \\"big\\" [bridge](x.md) & more', 'A &quot;big&quot; bridge &amp; more'],
    ['Run `rm`', 'Run rm'],
  ])('has the words of its markup as its text: %s', (words, alt) => {
    expect(htmlOf(`![${words}](bridge.jpg)`)).toContain(` alt="${alt}"`);
  });

  it.each([
    ['{.wide}', 'wide'],
    ['{.full credit="Jo"}', 'full'],
    ['{credit="Jo" .zoom}', 'zoom'],
    ['{ .zoom .wide }', 'wide zoom'],
  ])('that stands alone may be wider than the text, and open larger: %s', (attributes, classes) => {
    const { html, findings } = renderedText(`![A bridge](bridge.jpg)${attributes}`);

    expect(html).toContain(`<figure class="${classes}">`);
    expect(findings).toEqual([]);
  });

  it.each([
    ['See ![a](bridge.jpg){.wide}.', '.wide', 'put the picture into a paragraph of its own'],
    ['![a](bridge.jpg) ![a](bridge.jpg){.zoom}', '.zoom', 'put the picture into a paragraph of its own'],
    ['![a](bridge.jpg){.wide .full}', '.full', 'remove one of the two'],
    [':::gallery\n![a](bridge.jpg){.full}\n:::', '.full', 'remove it: a gallery sets the width of its pictures'],
    [
      ':::gallery\n![a](bridge.jpg)\n![a](bridge.jpg){.wide}\n:::',
      '.wide',
      'remove it: a gallery sets the width of its pictures',
    ],
    ['![a](bridge.jpg){wide}', 'wide', 'did you mean `.wide`?'],
    ['![a](bridge.jpg){.width}', '.width', 'did you mean `.wide`?'],
  ])('is no wider where it cannot be: %s', (markdown, text, hint) => {
    const { findings } = renderedText(markdown);

    expect(findings).toMatchObject([{ hint }]);
    expect(pointedAt(markdown, findings)).toMatchObject([{ code: 'picture-attribute', text }]);
  });

  it('that is a decoration has no words', () => {
    const { html, findings } = renderedText('![](bridge.jpg){decorative}');

    expect(html).toContain('alt=""');
    expect(findings).toEqual([]);
  });

  it.each(['![](bridge.jpg)', '![ ](bridge.jpg)', '![](bridge.jpg "Caption"){credit="x"}'])(
    'without words is asked for them: %s',
    (markdown) => {
      expect(codesOf(renderedText(markdown).findings)).toEqual(['picture-alt']);
    },
  );

  it.each([
    ['![a](bridge.jpg){credits="x"}', 'credits', 'did you mean `credit`?'],
    ['![a](bridge.jpg){width=20}', 'width', 'remove it'],
  ])('may not have other attributes: %s', (markdown, text, hint) => {
    const { findings } = renderedText(markdown);

    expect(findings).toMatchObject([{ hint }]);
    expect(pointedAt(markdown, findings)).toEqual([{ code: 'picture-attribute', line: 1, text }]);
  });

  it.each(['{credit=}', '{credit="x}', '{credit="x" credit="y"}', '{=x}', '{credit: x}', ' {credit="x"}'])(
    'followed by something else keeps it as text: %s',
    (text) => {
      expect(htmlOf(`![a](bridge.jpg)${text}`)).toMatch(/^<p><img [^>]*>.*\{/);
    },
  );

  it.each([
    ['nothing.jpg', 'picture-missing'],
    ['bridges.jpg', 'picture-missing'],
    ['IMG_0042.HEIC', 'picture-unreadable'],
    ['media/scan.tif', 'picture-unreadable'],
    ['minutes.pdf', 'picture-unreadable'],
    ['broken.jpg', 'picture-unreadable'],
    ['link.jpg', 'path-outside'],
    ['https://example.com/a.jpg', 'picture-remote'],
    ['//example.com/a.jpg', 'picture-remote'],
    ['../../../../etc/passwd', 'path-outside'],
    ['/etc/passwd', 'picture-missing'],
    ['..%2f..%2f..%2f..%2fetc/passwd', 'picture-missing'],
    ['a%2Fbridge.jpg', 'picture-missing'],
    ['%2e%2e/%2e%2e/%2e%2e/bridge.jpg', 'path-outside'],
    ['bridge.jpg%00', 'path-outside'],
    ['..%5c..%5cbridge.jpg', 'path-outside'],
  ])('that cannot be shown is reported and left out: %s', (source, code) => {
    const media = {
      'bridge.jpg': [4, 2],
      'minutes.pdf': 'file',
      'broken.jpg': 'unreadable',
      'link.jpg': 'outside',
    } as const;
    const { html, findings, usedMedia } = renderedText(`Text\n\n![a](${source})`, { media });

    expect(findings).toMatchObject([{ code, at: { lines: [3, 3] } }]);
    expect(html).not.toContain('<img');
    expect(usedMedia.size).toBe(0);
  });

  it.each([
    ['![a](gone.jpg "The *quay*"){credit="Jo"}', 'The <em>quay</em></span> <span class="credit">Jo</span>'],
    [
      '<figure><img src="gone.jpg" alt="a"><figcaption>The <em>quay</em></figcaption></figure>',
      'The <em>quay</em></span>',
    ],
  ])('that is not there leaves the words that stand below it: %s', (markdown, words) => {
    expect(htmlOf(markdown)).toContain(`<p class="without-picture"><span class="caption">${words}</p>`);
  });

  it('that is not there leaves nothing where there are none, or in a sentence', () => {
    expect(htmlOf('![a](gone.jpg)')).toBe('');
    expect(htmlOf('See ![a](gone.jpg "b") here')).toBe('<p>See  here</p>');
  });

  it.each([
    ['bridge.jpg', 'content/articles/2026/bridge.jpg'],
    ['./bridge.jpg', 'content/articles/2026/bridge.jpg'],
    ['../bridge.jpg', 'content/articles/bridge.jpg'],
    ['../../media/a/bridge.jpg', 'content/media/a/bridge.jpg'],
    ['a/bridge.jpg', 'content/media/a/bridge.jpg'],
    ['a/br%C3%BCcke.jpg', 'content/media/a/brücke.jpg'],
    ['<a/old bridge.jpg>', 'content/media/a/old bridge.jpg'],
    ['50%.jpg', 'content/media/50%.jpg'],
    ['50%25.jpg', 'content/media/50%.jpg'],
    ['<50% ü.jpg>', 'content/articles/2026/50% ü.jpg'],
    ['a%20b.jpg', 'content/media/a b.jpg'],
    ['a%20b.jpg', 'content/media/a%20b.jpg'],
    ['ü%20b.jpg', 'content/media/ü%20b.jpg'],
    ['a%2520b.jpg', 'content/media/a%20b.jpg'],
    ['a%23b%3Fc.jpg', 'content/media/a#b?c.jpg'],
    ['a%2Fb.jpg', 'content/media/a%2Fb.jpg'],
    ['a%255cb.jpg', 'content/media/a%5cb.jpg'],
    ['%E0%A4%A.jpg', 'content/media/%E0%A4%A.jpg'],
  ])('is looked for beside the story, then in content/media/: %s', (source, path) => {
    const { usedMedia, findings } = renderedText(`![a](${source})`, {
      media: { [path]: [4, 2], 'bridge.jpg': [2, 1] },
    });

    expect([[...usedMedia], findings]).toEqual([[path], []]);
  });

  it('has an address that its site can be asked for', () => {
    const given = { site: { url: 'https://ledger.example/paper' }, media: { 'a/old bridge?.jpg': [4, 2] } } as const;

    expect(htmlOf('![a](<a/old bridge?.jpg>)', given)).toContain('src="/paper/media/a/old%20bridge%3F.jpg"');
  });

  it.each([
    ['50%.jpg', '50%25.jpg'],
    ['a%20b.jpg', 'a%2520b.jpg'],
    ['%2e%2e.jpg', '%252e%252e.jpg'],
    ['%22onerror=alert(1) x=%22.jpg', '%2522onerror%3Dalert(1)%20x%3D%2522.jpg'],
  ])('has an address that leads to its name, whatever percent signs are in it: %s', (name, address) => {
    const html = htmlOf(`![a](<${name}>)`, { media: { [name]: [4, 2] } });

    expect(html).toContain(`src="/media/${address}"`);
  });
});
