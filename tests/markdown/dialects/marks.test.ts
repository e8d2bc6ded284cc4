import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../newsroom/rendered-text.ts';

describe('a mark', () => {
  it.each([
    ['a ==b== c', 'a <mark>b</mark> c'],
    ['==a *b*==', '<mark>a <em>b</em></mark>'],
    ['a == b == c', 'a == b == c'],
    ['`==a==`', '<code>==a==</code>'],
    ['\\==a==', '==a=='],
    ['==="a"', '===“a”'],
  ])('is made of %s', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(`<p>${html}</p>`);
  });
});

describe('what is set lower or higher', () => {
  it.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    ['CO~2~, x~i~', 'CO<sub>2</sub>, x<sub>i</sub>'],
    ['m^2^', 'm<sup>2</sup>'],
    ['19^th^', '19<sup>th</sup>'],
    ['M^lle^', 'M<sup>lle</sup>'],
    ['x~a\\ b~', 'x<sub>a b</sub>'],
    ['**x**^2^', '<strong>x</strong><sup>2</sup>'],
    ['~~a~~', '<s>a</s>'],
  ])('is made of %s', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(`<p>${html}</p>`);
  });

  it.each([
    'about ~5 or ~6',
    '~5,~10 people',
    '5~10~20',
    '10^6/10^7',
    '^_^ and ^_^',
    'a^ b^',
    'a^',
    'x~a b~',
    'x~~',
    '^2^',
  ])('is none in %s', (markdown) => {
    expect(htmlOf(markdown)).not.toMatch(/<su[bp]>/);
  });

  it('leaves notes in their place alone', () => {
    const html = htmlOf('a^[One]^ b^[Two.]');

    expect(html).toContain('id="fn2"');
    expect(html).not.toContain('<sup>');
  });
});

it('prints signs as they are where they are switched off', () => {
  const site = { markdown: { mark: false, subscript: false, superscript: false } };

  expect(htmlOf('==a== H~2~O m^2^', { site })).toBe('<p>==a== H~2~O m^2^</p>');
});

it('has no emoji unless they are asked for', () => {
  expect(htmlOf(':tada:')).toBe('<p>:tada:</p>');
});

it.each([
  [':tada: a :+1:', '🎉 a 👍'],
  [':nope: :constructor: :hasOwnProperty: :a b:', ':nope: :constructor: :hasOwnProperty: :a b:'],
  ['`:tada:` 10:30:45 https://example.com/:tada:', null],
  [':story:', ':story:'],
])('has shortcodes for emoji where that is asked for: %s', (markdown, text) => {
  const html = htmlOf(markdown, { site: { markdown: { emoji: true } } });

  if (text === null) expect(html).not.toContain('🎉');
  else expect(html).toBe(`<p>${text}</p>`);
});
