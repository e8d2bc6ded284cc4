import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText, type TextGiven } from '../../newsroom/rendered-text.ts';

const GIVEN: TextGiven = {
  language: 'en-GB',
  site: { timeZone: 'Europe/London' },
  media: { 'a.jpg': [30, 20], 'b.jpg': [20, 30] },
};

describe('boxes and quotations', () => {
  it.each([
    [':::aside\nText\n:::', '<section class="box background"><p>Text</p></section>'],
    [
      ':::aside{title="How *it* turns"}\nText\n:::',
      '<section class="box background"><p class="box-title">How <em>it</em> turns</p><p>Text</p></section>',
    ],
    [
      ':::factbox{title="<b> & \'more\'"}\n- a\n:::',
      '<section class="box factbox"><p class="box-title">&lt;b&gt; &amp; ‘more’</p><ul><li>a</li></ul></section>',
    ],
    [':::pullquote\nWords\n:::', '<figure class="pullquote"><blockquote><p>Words</p></blockquote></figure>'],
    [
      ':::pullquote{by="Ruth Ambler, harbour master"}\nWords\n:::',
      '<figure class="pullquote"><blockquote><p>Words</p></blockquote><figcaption>Ruth Ambler, harbour master</figcaption></figure>',
    ],
  ])('are printed: %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });
});

describe('a card of a story', () => {
  it('names a story by its slug', () => {
    const { references, findings } = renderedText('Text\n\n::story{slug=harbour-bridge}\n\nText', { firstLine: 5 });

    expect(references).toMatchObject([{ kind: 'story', target: 'harbour-bridge', place: { lines: [7, 7] } }]);
    expect(findings).toEqual([]);
  });
});

describe('a question and its answer', () => {
  it('are printed one below the other, with who answers', () => {
    expect(htmlOf(':::qa{question="Why *so*?" by="Sal Pell"}\nBecause.\n\n- a\n:::')).toBe(
      '<section class="qa"><p class="question"><strong>Why <em>so</em>?</strong></p>' +
        '<p class="answer-by">Sal Pell</p><p>Because.</p><ul><li>a</li></ul></section>',
    );
  });

  it('need a question', () => {
    expect(codesOf(renderedText(':::qa\nBecause.\n:::').findings)).toEqual(['directive-attribute']);
  });
});

describe('a timeline', () => {
  it.each([
    ['2015-03-17: A', '<time datetime="2015-03-17"></time>17 March 2015'],
    ['2015-3-7: A', '<time datetime="2015-03-07"></time>7 March 2015'],
    ['2015-03: A', '<time datetime="2015-03"></time>March 2015'],
    ['2015: A', '<time datetime="2015"></time>2015'],
    ['2026-07-01 00:40: A', '<time datetime="2026-07-01T00:40:00+01:00"></time>1 July 2026 at 00:40 BST'],
    ['About 1880: A', 'About 1880'],
    ['<b>Spring</b>: A', '&lt;b&gt;Spring&lt;/b&gt;'],
  ])('prints the date of an entry in the language: %s', (entry, date) => {
    const { html, findings } = renderedText(`:::timeline\n- ${entry}\n:::`, GIVEN);

    expect(findings).toEqual([]);
    expect(html.replace(/>\n+/g, '>')).toBe(
      `<section class="box timeline"><ol><li><p class="timeline-date">${date}</p><p>A</p></li></ol></section>`,
    );
  });

  it('has entries of several paragraphs, with links, lists and pictures, and text around them', () => {
    const html = htmlOf(
      ':::timeline{title="Eleven years"}\nBefore.\n\n1. 2015: [A](/): b\n\n   More.\n\n   - 1999: no date\n2. 2016:\n\n   ![a](a.jpg)\n\nAfter.\n:::',
      GIVEN,
    );

    expect(html).toMatch(
      /^<section class="box timeline"><p class="box-title">Eleven years<\/p><p>Before\.<\/p><ol><li>/,
    );
    expect(html).toContain('<ul><li>1999: no date</li></ul>');
    expect(html).toContain('<time datetime="2016"></time>2016</p><figure><img src="/media/a.jpg"');
    expect(html).toMatch(/<\/ol><p>After\.<\/p><\/section>$/);
    expect(html.match(/<time/g)).toHaveLength(2);
  });

  it('leaves lists elsewhere as they are', () => {
    expect(htmlOf('- 2015: a\n\n:::aside\n- 2016: b\n:::', GIVEN)).not.toContain('<time');
  });

  it.each([
    ['- 2015: a\n- no date', 'directive-misused', 3],
    ['- 2015: a\n- 2015-13: b', 'date-invalid', 3],
    ['- 2015: a\n- 2015-02-30: b', 'date-invalid', 3],
    ['- 2015: a\n-', 'directive-misused', 3],
    ['- > 2015: a', 'directive-misused', 2],
  ])('is told of an entry that is wrong: %j', (list, code, line) => {
    const markdown = `:::timeline\n${list}\n:::`;
    const { findings } = renderedText(markdown, GIVEN);

    expect(pointedAt(markdown, findings)).toMatchObject([{ code, line }]);
  });
});

describe('a gallery', () => {
  it.each([
    ['on lines of their own', '![a](a.jpg "One")\n![b](b.jpg){credit="Ana"}'],
    ['in paragraphs of their own', '![a](a.jpg "One")\n\n![b](b.jpg){credit="Ana"}'],
    ['on one line', '![a](a.jpg "One") ![b](b.jpg){credit="Ana"}'],
  ])('makes a figure of each picture: %s', (_how, pictures) => {
    const html = htmlOf(`:::gallery{title="Dawn"}\n${pictures}\n:::`, GIVEN);

    expect(html.replace(/<img[^>]*src="([^"]*)"[^>]*>/g, '[$1]')).toBe(
      '<section class="gallery"><p class="box-title">Dawn</p>' +
        '<figure>[/media/a.jpg]<figcaption><span class="caption">One</span></figcaption></figure>' +
        '<figure>[/media/b.jpg]<figcaption><span class="credit">Ana</span></figcaption></figure></section>',
    );
  });

  it('points at the one picture that lacks words', () => {
    const markdown = ':::gallery\n![a](a.jpg)\n![](b.jpg)\n![](a.jpg){decorative}\n:::';
    const { findings } = renderedText(markdown, GIVEN);

    expect(pointedAt(markdown, findings)).toMatchObject([{ code: 'picture-alt', line: 3 }]);
  });

  it('may have text between pictures, and leaves pictures elsewhere in their lines', () => {
    const html = htmlOf('![a](a.jpg) ![b](b.jpg)\n\n:::gallery\n![a](a.jpg)\n\nText ![b](b.jpg)\n:::', GIVEN);

    expect(html.match(/<figure>/g)).toHaveLength(1);
  });

  it('without pictures is told of', () => {
    expect(codesOf(renderedText(':::gallery\nText\n:::', GIVEN).findings)).toEqual(['directive-misused']);
  });
});

describe('a card to another site', () => {
  it('loads nothing from there', () => {
    expect(htmlOf('::embed{url="https://www.maps.example/?a=1&b=%22" title="The *map*"}')).toBe(
      '<p class="link-card"><a href="https://www.maps.example/?a=1&amp;b=%22">The <em>map</em></a> ' +
        '<span class="link-host">maps.example</span></p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/local/',
    'ftp://a.example/',
    'https://',
    'https://u:p@a.example/',
  ])('refuses %s', (url) => {
    const markdown = `::embed{url="${url}"}`;
    const { html, findings } = renderedText(markdown);

    expect(pointedAt(markdown, findings)).toEqual([{ code: 'url-invalid', line: 1, text: url }]);
    expect(html.trim()).toBe('');
  });
});
