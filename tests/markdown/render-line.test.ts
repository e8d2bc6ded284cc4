import { describe, expect, it } from 'vitest';
import { renderLine } from '../../src/markdown/render-text.ts';

describe('a line', () => {
  it.each([
    ['Bridge closes', 'Bridge closes', 'Bridge closes'],
    ['*Hamlet* opens', 'Hamlet opens', '<em>Hamlet</em> opens'],
    ['**Live**: it’s _on_', 'Live: it’s on', '<strong>Live</strong>: it’s <em>on</em>'],
    ['`rm` & <b>', 'rm & <b>', 'rm &amp; &lt;b&gt;'],
    ['A [link](https://example.com/) in it', 'A link in it', 'A link in it'],
    ['~~Not~~ so', 'Not so', 'Not so'],
    ['"Yes" -- he said...', '“Yes” – he said…', '“Yes” – he said…'],
    ['  two\n  lines  ', 'two lines', 'two lines'],
    ['# no heading', '# no heading', '# no heading'],
    ['1. no list', '1. no list', '1. no list'],
    ['- no list', '- no list', '- no list'],
    ['5 \\* 3', '5 * 3', '5 * 3'],
    ['AT&amp;T', 'AT&T', 'AT&amp;T'],
    ['(c) 2026', '(c) 2026', '(c) 2026'],
    ['a\u0001b', 'a\ufffdb', 'a\ufffdb'],
  ])('has emphasis and no other markup: %j', (markdown, text, html) => {
    expect(renderLine(markdown, 'en')).toEqual({ text, html });
  });

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '*<b>*', '[<i>](javascript:x)', '`</p>`'])(
    'never becomes HTML: %s',
    (line) => {
      expect(renderLine(line, 'en').html.replace(/<\/?(?:em|strong)>/g, '')).not.toMatch(/[<>"]/);
    },
  );

  it('has the quotes of its language', () => {
    expect(renderLine('"So"', 'de').text).toBe('„So“');
  });
});
