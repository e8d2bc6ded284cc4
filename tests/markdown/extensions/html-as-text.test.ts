import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

const AS_TEXT = { site: { html: 'text' } } as const;

describe('HTML that is to be shown as text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<iframe src="https://evil.example/"></iframe>',
    '<img src=x onerror=alert(1)>',
    '<!-- a comment -->',
    '<a href="https://evil.example/">a</a>',
    '<b>bold</b>',
    '</p>',
    '<br/>',
    '<style>p{}</style>',
    '<svg onload=alert(1)>',
    '<x-y z>',
  ])('is shown as the text that it is, and told of: %s', (html) => {
    const { html: printed, findings } = renderedText(`a ${html} b`, AS_TEXT);

    expect(printed.replace(/<\/?p>/g, '')).not.toMatch(/<[a-z/!]/i);
    expect(printed).toContain('&lt;');
    expect(codesOf(findings)).toEqual(['html-shown']);
  });

  it.each([
    '<script>\nalert(1)\n</script>',
    '<div>\n\n*a*\n\n</div>',
    '<!--\n\na\n\n-->',
    '<![CDATA[\nx\n]]>',
    '<?php x ?>',
  ])('is no block either: %j', (html) => {
    expect(htmlOf(html, AS_TEXT).replace(/<\/?(?:p|em)>/g, '')).not.toMatch(/<[a-z/!?]/i);
  });

  it.each(['a < b', '1 <2', 'x <- y', '`<script>`', '```\n<script>\n```', '    <script>', '<3', '&lt; b'])(
    'is not seen where there is none: %j',
    (markdown) => {
      expect(renderedText(markdown, AS_TEXT).findings).toEqual([]);
    },
  );

  it.each([
    ['&lt;script&gt;', '&lt;script&gt;'],
    ['&#60;script&#62;', '&lt;script&gt;'],
    ['&amp;lt;b&amp;gt;', '&amp;lt;b&amp;gt;'],
    ['&copy; &eacute;', '© é'],
    ['&nosuch;', '&amp;nosuch;'],
    ['&#0;&#1;', '\ufffd\ufffd'],
  ])('cannot be made of entities: %s', (markdown, html) => {
    expect(htmlOf(markdown, AS_TEXT)).toBe(`<p>${html}</p>`);
  });
});

describe('a control character', () => {
  it.each(['\0', '\u0001', '\u0002', '\u001b', '\u0085'])('never comes through: %j', (character) => {
    expect(htmlOf(`a${character}b`)).toBe('<p>a\ufffdb</p>');
  });

  it('cannot stand for a reference', () => {
    const { html, references } = renderedText(
      '\u0001open0\u0002 `\u0001close0\u0002` ![\u0001open0\u0002](bridge.jpg)',
    );

    expect(html.includes('\u0001')).toBe(false);
    expect(references).toEqual([]);
  });
});
