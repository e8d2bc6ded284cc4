import { describe, expect, it } from 'vitest';
import { sanitiseSvg, type SvgLookedThrough } from '../../../src/validate/svg/sanitise-svg.ts';

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
}

function lookThrough(text: string): SvgLookedThrough {
  return sanitiseSvg({ text });
}

describe('a drawing', () => {
  it.each([
    '<html/>',
    '<svg xmlns="http://www.w3.org/1999/xhtml"/>',
    '<x:svg/>',
    '<g xmlns="http://www.w3.org/2000/svg"/>',
  ])('has a root of its own: %s', (text) => {
    expect(lookThrough(text)).toMatchObject({ kind: 'unreadable', what: expect.stringContaining('root'), index: 0 });
  });

  it.each([
    ['nothing', '', 0],
    ['no element', '<!-- a -->', 9],
    ['words only', 'hello', 0],
    ['two roots', '<svg/><svg/>', 6],
    ['text behind the root', '<svg/>x', 6],
    ['a declaration that is not first', ' <?xml version="1.0"?><svg/>', 1],
    ['a declaration in capitals', '<?XML version="1.0"?><svg/>', 0],
    ['an element that is not closed', '<svg><g>\n</svg>', 9],
    ['a root that is not closed', '<svg>\n<g/>', 9],
    ['an element that is closed as another', '<svg><g></G></svg>', 8],
    ['an end tag with attributes', '<svg><g></g d="a"></svg>', 12],
    ['an attribute twice', '<svg><g id="a" id="b"/></svg>', 21],
    ['an attribute without a value', '<svg hidden/>', 11],
    ['an attribute without quotes', '<svg width=4/>', 11],
    ['attributes without a space', '<svg id="a"width="4"/>', 11],
    ['a slash within a tag', '<svg/id="a">', 4],
    ['a bracket in an attribute', '<svg id="<"/>', 9],
    ['a space that is none in XML', '<svg\u00a0id="a"/>', 4],
    ['an ampersand', '<svg>a & b</svg>', 9],
    ['an entity that nobody declared', '<svg>a\n&nbsp;b</svg>', 7],
    ['an entity that nobody declared, below a declaration', '<!DOCTYPE svg><svg>&nbsp;</svg>', 19],
    ['an entity that nobody declared, in an attribute', '<svg id="&a;"/>', 9],
    ['a character of no text', '<svg>\u0001</svg>', 5],
    ['a character of no text, by its number', '<svg>&#0;</svg>', 9],
    ['half a character', '<svg>\ud800</svg>', 5],
    ['a comment with dashes', '<svg><!-- a -- b --></svg>', 12],
    ['a comment that is not closed', '<svg><!-- a</svg>', 9],
    ['CDATA that is not closed', '<svg><![CDATA[ a</svg>', 14],
    ['the end of CDATA', '<svg>a ]]> b</svg>', 7],
    ['a doctype within', '<svg><!DOCTYPE svg></svg>', 5],
    ['a doctype in small letters', '<!doctype svg><svg/>', 0],
    ['a doctype of no XML', '<!DOCTYPE svg foo><svg/>', 14],
    ['a fault behind characters of two units', '<svg>😀😀&x;</svg>', 9],
  ])('may not be what browsers refuse to read: %s', (_what, text, index) => {
    expect(lookThrough(text)).toEqual({
      kind: 'unreadable',
      what: expect.stringMatching(/^XML that no browser reads \(\w.+\)$/),
      index,
    });
  });

  it('may be nested deeper than any drawing is', () => {
    expect(lookThrough(svg('<g>'.repeat(900) + '</g>'.repeat(900)))).toEqual({ kind: 'safe' });
  });

  it.each([1_001, 100_000])('may not be nested without end: %i', (depth) => {
    expect(lookThrough(svg('<g>'.repeat(depth) + '</g>'.repeat(depth)))).toEqual({
      kind: 'unreadable',
      what: 'depth of more than 1,000 elements',
      index: svg('').indexOf('</svg>') + 999 * '<g>'.length,
    });
  });

  it('may have brackets where no element begins', () => {
    const inside = `<!--${'<g>'.repeat(2_000)}--><![CDATA[${'<g>'.repeat(2_000)}]]><g id="${'>'.repeat(2_000)}"/>`;

    expect(lookThrough(svg(inside + '<g/>'.repeat(2_000)))).toEqual({ kind: 'safe' });
  });
});
