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
  ])('may draw: %s', (inside) => {
    expect(findUnsafeInSvg(svg(inside))).toBeUndefined();
  });

  it('may begin as XML files do', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n${svg('')}`;

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
  ])('may not declare anything: %s', (text) => {
    expect(findUnsafeInSvg(text)).toBeDefined();
  });

  it('is pointed at where it does more than draw', () => {
    const text = svg('<path d="M0 0"/>\n<script/>');

    expect(findUnsafeInSvg(text)).toEqual({ what: '`<script>`', index: text.indexOf('<script') });
  });

  it('is looked through without a throw, whatever is in it', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const problem = findUnsafeInSvg(text);

        if (problem) expect(problem.index).toBeLessThan(text.length);
      }),
      { numRuns: 800 },
    );
  });
});
