import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('a directive', () => {
  it.each([
    [
      'within one another',
      ':::factbox\nA\n\n:::aside\nB\n:::\n\nC\n:::',
      '<p>A</p><section class="box background"><p>B</p></section><p>C</p>',
    ],
    ['around code', ':::factbox\n```\n:::\n```\n:::', '<pre tabindex="0"><code>:::\n</code></pre>'],
    ['around a table', ':::factbox\n| a |\n|---|\n| 1 |\n:::', '<td>1</td>'],
    ['around a heading', ':::factbox\n## A\n:::', '<h2><span id="a"></span>A</h2>'],
    ['around a figure', ':::factbox\n![a](bridge.jpg)\n:::', '<figure><img src="/media/bridge.jpg"'],
    ['around a footnote', ':::factbox\nA[^1]\n:::\n\n[^1]: B', 'class="footnote-ref"'],
    ['with more colons', '::::factbox\nA\n::::', '<p>A</p>'],
    ['right after a paragraph', 'Text\n:::factbox\nA\n:::\nMore', '<p>A</p>'],
    ['right after a table', '| a |\n|---|\n| 1 |\n:::factbox\nA\n:::', '<p>A</p>'],
  ])('may stand %s', (_where, markdown, inner) => {
    const { findings } = renderedText(markdown);
    const html = htmlOf(markdown);

    expect(findings).toEqual([]);
    expect(html).toContain('<section class="box factbox">');
    expect(html).toContain(inner);
    expect(html).not.toMatch(/:::(?!\n<\/code>)/);
  });

  it.each([
    [
      'a list',
      '- a\n\n  :::aside\n  b\n  :::\n- c',
      '<ul><li><p>a</p><section class="box background"><p>b</p></section></li><li><p>c</p></li></ul>',
    ],
    [
      'a quotation',
      '> :::aside\n> b\n> :::\n\nc',
      '<blockquote><section class="box background"><p>b</p></section></blockquote><p>c</p>',
    ],
  ])('may stand in %s, and ends with it', (_where, markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it('that is not closed in a quotation does not reach beyond it', () => {
    const { findings } = renderedText('> :::aside\n> b\n\nc\n\n:::');

    expect(codesOf(findings)).toContain('directive-unclosed');
  });

  it.each([
    '```\n:::aside\nText\n:::\n```',
    '~~~\n::story{slug=x}\n~~~',
    '    :::aside',
    '`:::aside`',
    'a :::aside',
    '\\:::aside',
    ':: aside x',
    ':aside',
  ])('is none in code or within a line: %j', (markdown) => {
    const { html, findings, references } = renderedText(markdown);

    expect(html).not.toContain('<section');
    expect([findings, references]).toEqual([[], []]);
  });

  it.each([
    [':::aside\nText', 'directive-unclosed', ':::aside'],
    [':::asides\nText\n:::', 'directive-unknown', 'asides'],
    ['::graph{url=x}', 'directive-unknown', 'graph'],
    [':::Aside\nText\n:::', 'directive-unknown', 'Aside'],
    ['::aside', 'directive-misused', '::'],
    [':::story{slug=x}\n:::', 'directive-misused', ':::'],
    ['::story', 'directive-attribute', 'story'],
    ['::story{slug=}', 'directive-attribute', '{slug=}'],
    ['::story{slug=""}', 'directive-attribute', 'story'],
    [':::aside{titel=x}\nText\n:::', 'directive-attribute', 'titel'],
    [':::aside{title=a b}\nText\n:::', 'directive-attribute', 'b'],
    [':::aside{title="a"} b\nText\n:::', 'directive-attribute', '{title="a"} b'],
    [':::', 'directive-misused', ':::'],
    [':::aside{title="a" title="b"}\nText\n:::', 'directive-attribute', '{title="a" title="b"}'],
    [':::aside{title="a}\nText\n:::', 'directive-attribute', '{title="a}'],
  ])('that is wrong is pointed at: %j', (markdown, code, text) => {
    const whole = `Text\n\n${markdown}`;
    const { findings } = renderedText(whole, { firstLine: 10 });

    expect(pointedAt(whole, findings, 10)).toEqual([{ code, line: 12, text }]);
  });

  it('that is unknown keeps its text', () => {
    expect(htmlOf(':::graph\n*Text*\n:::')).toBe('<p><em>Text</em></p>');
  });

  it('that is not closed takes the rest of the text', () => {
    expect(htmlOf(':::aside\na\n\nb')).toBe('<section class="box background"><p>a</p><p>b</p></section>');
  });
});
