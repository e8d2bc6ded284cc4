import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnsafeInSvg } from '../../src/validate/svg.ts';
import { anyText } from '../newsroom/any-text.ts';

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2">${inside}</svg>`;
}

describe('a drawing', () => {
  it.each([
    '<path d="M0 1h4"/>',
    '<g fill="none"><circle r="1"/><text x="1">On the quay &amp; off</text></g>',
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)" width="4"/>',
    '<style>.a{fill:url("#a");stroke:red}</style>',
    '<use href="#a"/><use xlink:href="#b"/>',
    '<a href="#top"><path d="M0 0"/></a>',
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="4" height="2"/>',
    '<!-- made by <script> hand --><title>A map</title><desc>Of onions</desc>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>',
    '<sodipodi:namedview id="x"/><metadata><rdf:RDF/></metadata>',
    '<path d="M0 0" data-only="x" aria-label="a > b"/>',
    '<path d="M0 0" aria-label="5&#176; &amp; more"/>',
    '<text>5&#xb0; is &lt; 6 &#x1f600;</text>',
    '<style>.a{fill:red}<!-- .b{fill:blue} -->.c{fill:url(&quot;#a&quot;)}</style>',
    '<!--> <script/> -->',
    '<g id="__proto__" __proto__="x" constructor="y"/>',
    '<g xmlns:constructor="urn:x" xmlns:__proto__="urn:y"/>',
  ])('may draw: %s', (inside) => {
    expect(findUnsafeInSvg(svg(inside))).toBeUndefined();
  });

  it('may begin as XML files do', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n${svg('')}`;

    expect(findUnsafeInSvg(text)).toBeUndefined();
  });

  it.each([
    "<?xml version='1.0' encoding='utf-8' standalone='no'?>",
    '<?xml version="1.1"?>',
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
    '<?xml version="1.0" encoding="Shift_JIS"?>',
    '<!DOCTYPE svg>',
    '<!DOCTYPE svg SYSTEM "a>b">',
    '<!-- <!DOCTYPE svg [] -->\n<!DOCTYPE svg>',
  ])('may begin with %s', (start) => {
    expect(findUnsafeInSvg(start + svg('<path d="M0 0"/>'))).toBeUndefined();
  });

  it('may name what a declaration elsewhere defines, which browsers leave out', () => {
    const text = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">${svg('<text>a&nbsp;b</text>')}`;

    expect(findUnsafeInSvg(text)).toBeUndefined();
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script from elsewhere', '<script href="https://evil.example/x.js"/>'],
    ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a script with a prefix', '<svg:script>alert(1)</svg:script>'],
    ['a script with another prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['a script with an editor’s prefix', '<dc:script xmlns:dc="http://www.w3.org/2000/svg">alert(1)</dc:script>'],
    ['HTML with an editor’s prefix', '<cc:iframe xmlns:cc="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'],
    ['an event', '<path onload="alert(1)"/>'],
    ['an event in capitals', '<path ONLOAD="alert(1)"/>'],
    ['an event over lines', '<path\nonmouseover\n=\n"alert(1)"/>'],
    ['an event behind an attribute with a bracket', '<path d=">" onload="alert(1)"/>'],
    ['HTML in it', '<foreignObject><p/></foreignObject>'],
    ['a frame', '<iframe src="https://evil.example/"/>'],
    ['an animation of an address', '<a><animate attributeName="href" to="javascript:alert(1)"/></a>'],
    ['a set attribute', '<a><set attributeName="onclick" to="alert(1)"/></a>'],
    ['an event handler', '<handler/>'],
    ['a link that runs', '<a href="javascript:alert(1)"/>'],
    ['a link that runs in disguise', '<a href=" java&#10;script:alert(1)"/>'],
    ['a link elsewhere', '<a href="https://evil.example/"/>'],
    ['a picture elsewhere', '<image xlink:href="https://evil.example/a.png"/>'],
    ['a picture with another prefix', '<image x:href="https://evil.example/a.png"/>'],
    ['a drawing in a drawing', '<image href="data:image/svg+xml;base64,PHN2Zz4="/>'],
    ['a page as a picture', '<image href="data:text/html,x"/>'],
    ['a part of another file', '<use href="other.svg#a"/>'],
    ['a style from elsewhere', '<style>@import "https://evil.example/x.css";</style>'],
    ['a picture in a style', '<style>.a{fill:url(https://evil.example/a)}</style>'],
    ['a picture in an attribute', '<path style="fill:url( \'//evil.example/a\')"/>'],
    ['a style in other words', '<style>@\\69mport "https://evil.example/x.css";</style>'],
    ['an address in other words', '<style>.a{fill:u\\72l(https://evil.example/a)}</style>'],
    ['a style in entities', '<path style="fill:&#117;rl(https://evil.example/a)"/>'],
    ['a style behind a comment', '<style><!-- -->@import "https://evil.example/x.css";</style>'],
    ['a style behind an element', '<style><title/>@import "https://evil.example/x.css";</style>'],
    ['a style around a comment', '<style>@im<!-- -->port "https://evil.example/x.css";</style>'],
    ['a style around an element', '<style>@im<title>a</title>port "https://evil.example/x.css";</style>'],
    ['a style of numbered characters', '<style>&#64;import "https://evil.example/x.css";</style>'],
    ['a link that begins with an entity', '<a href="&#x20;&#106;avascript:alert(1)"/>'],
    ['an event behind a quoted bracket', `<path d='"/>' onload="alert(1)"/>`],
    ['a script behind a comment with a bracket', '<!-- > --><script/>'],
    ['an editor’s prefix that is spelled with entities', '<dc:g xmlns:dc="http&#58;//www.w3.org/2000/svg"/>'],
    ['SVG by another prefix that is spelled with entities', '<g xmlns:x="http&#58;//www.w3.org/2000/svg"/>'],
    ['text that is not read', '<![CDATA[<script>alert(1)</script>]]>'],
    ['text that is not read, in a style', '<style><![CDATA[@import "x";]]></style>'],
    ['an instruction', '<?xml-stylesheet href="https://evil.example/x.css"?>'],
  ])('may not have %s', (_what, inside) => {
    expect(findUnsafeInSvg(svg(inside))).toBeDefined();
  });

  it.each([
    '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg>&x;</svg>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x">%x;]><svg/>',
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg/>',
    '<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]><svg>&x;</svg>',
    '<?xml-stylesheet type="text/xsl" href="#x"?><svg/>',
    '<!DOCTYPE svg []><svg/>',
    '<!DOCTYPE svg [<!-- ]> -->]><svg/>',
    '<!DOCTYPE svg SYSTEM "x" [<!ENTITY x "y">]><svg/>',
  ])('may not declare anything: %s', (text) => {
    expect(findUnsafeInSvg(text)).toBeDefined();
  });

  it.each([
    '<style>&commat;import "https://evil.example/x.css";</style>',
    '<path style="fill:url&lpar;https://evil.example/a)"/>',
    '<a href="&num;a"/>',
    '<g xmlns:x="&foo;http://www.w3.org/2000/svg"/>',
  ])('may not hide anything behind what XHTML declares: %s', (inside) => {
    const text = `<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">${svg(inside)}`;

    expect(findUnsafeInSvg(text)).toBeDefined();
  });

  it.each([
    ['UTF-8 that is said to be Latin 1', 'ISO-8859-1', '<text>é</text>'],
    ['UTF-8 that is said to be Japanese', 'Shift_JIS', '<text>é</text>'],
    ['UTF-8 that is said to be UTF-16', 'UTF-16', ''],
    ['an encoding that nobody knows', 'x-none', ''],
    ['an encoding of long ago', 'UTF-7', '<text>+ADw-script+AD4-</text>'],
  ])('may not be in %s', (_what, encoding, inside) => {
    const text = `<?xml version="1.0" encoding="${encoding}"?>${svg(inside)}`;

    expect(findUnsafeInSvg(text)).toEqual({ what: 'encoding that it is not in', index: 0 });
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
    expect(findUnsafeInSvg(text)).toEqual({
      what: expect.stringMatching(/^XML that no browser reads \(\w.+\)$/),
      index,
    });
  });

  it('may be nested as deep as browsers follow', () => {
    expect(findUnsafeInSvg(svg('<g>'.repeat(4900) + '</g>'.repeat(4900)))).toBeUndefined();
  });

  it('may not be nested without end', () => {
    const text = svg('<g>'.repeat(200_000) + '</g>'.repeat(200_000));

    expect(findUnsafeInSvg(text)).toEqual({ what: 'depth of elements', index: 0 });
  });

  it('is pointed at where it does more than draw', () => {
    const text = svg('<path d="M0 0"/>\n<script/>');

    expect(findUnsafeInSvg(text)).toEqual({ what: '`<script>`', index: text.indexOf('<script') });
  });

  it('is looked through without a throw, whatever is in it', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const problem = findUnsafeInSvg(text);

        if (problem) expect(problem.index).toBeLessThan(Math.max(1, text.length));
      }),
      { numRuns: 800 },
    );
  });
});
