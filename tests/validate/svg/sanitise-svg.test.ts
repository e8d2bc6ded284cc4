import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseSvg, type SvgLookedThrough } from '../../../src/validate/svg/sanitise-svg.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { tries } from '../../tries.ts';

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2">${inside}</svg>`;
}

const CIRCLE = '<circle r="1"/>';

function lookThrough(text: string): SvgLookedThrough {
  return sanitiseSvg({ text });
}

/** What is left of a drawing within its root, and what was taken out. */
function leftOf(text: string): readonly [inside: string, ...removed: string[]] {
  const looked = lookThrough(text);
  if (looked.kind !== 'sanitised') throw new Error(`${looked.kind}: ${JSON.stringify(looked)}`);
  const inside = /^<svg[^>]*>(.*)<\/svg>\n$/s.exec(looked.text)?.[1] ?? '';
  return [inside, ...looked.removed.map(({ what }) => what)];
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
    '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>',
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    '<dc:g xmlns:dc="http&#58;//www.w3.org/2000/svg"/>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<path d="M0 0" data-only="x" aria-label="a > b"/>',
    '<path d="M0 0" aria-label="5&#176; &amp; more"/>',
    '<text>5&#xb0; is &lt; 6 &#x1f600;</text>',
    '<style>.a{fill:red}<!-- .b{fill:blue} -->.c{fill:url(&quot;#a&quot;)}</style>',
    '<!--> <script/> -->',
    '<style><![CDATA[.a > .b{fill:url(#a)}]]></style><![CDATA[a & b]]>',
    '<style>@media (min-width:9px){.a{fill:red}}@keyframes x{to{opacity:0}}</style>',
    '<style>@font-face{font-family:A;src:url(data:font/woff2;base64,AA==)}</style>',
    '<style>.\\31 23{fill:red}</style>',
    '<path d="M0 0"><animate attributeName="d" values="M0 0;M1 1" dur="1s"/></path>',
    '<g><animateTransform attributeName="transform" type="rotate" dur="1s"/></g>',
    '<i:pgf xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"><![CDATA[eJzs]]></i:pgf>',
    '<g xmlns:s="https://studio.example/" s:layer="Roads"/>',
    '<metadata><?xpacket begin="" id="W5M0"?></metadata>',
    '<feImage href="#a"/>',
    '<g id="__proto__" __proto__="x" constructor="y"/>',
    '<g xmlns:constructor="urn:x" xmlns:__proto__="urn:y"/>',
  ])('may draw: %s', (inside) => {
    expect(lookThrough(svg(inside))).toEqual({ kind: 'safe' });
  });

  it('may begin as XML files do', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n${svg('')}`;

    expect(lookThrough(text)).toEqual({ kind: 'safe' });
  });

  it.each([
    "<?xml version='1.0' encoding='utf-8' standalone='no'?>",
    '<?xml version="1.1"?>',
    '<!DOCTYPE svg>',
    '<!DOCTYPE svg SYSTEM "a>b">',
    '<!-- <!DOCTYPE svg [] -->\n<!DOCTYPE svg>',
  ])('may begin with %s', (start) => {
    expect(lookThrough(start + svg('<path d="M0 0"/>'))).toEqual({ kind: 'safe' });
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
    ['text that is not read, in a style', '<style><![CDATA[@import "x";]]></style>'],
    ['an instruction', '<?xml-stylesheet href="https://evil.example/x.css"?>'],
    ['an address that begins with a space of no web address', '<use href="\u00a0#a"/>'],
    ['a frame of HTML', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>'],
    ['a script in notes of a program', '<i:x xmlns:i="http://ns.adobe.com/x/"><script/></i:x>'],
    ['a script in a style', '<style><script>alert(1)</script></style>'],
    ['another base', '<g xml:base="https://evil.example/"/>'],
    ['an address without a name of its own', '<style>.a{fill:image-set("https://evil.example/a" 1x)}</style>'],
    ['a font from elsewhere', '<style>@font-face{font-family:A;src:local(B),url(//evil.example/a)}</style>'],
    ['an address that is not closed', '<style>.a{fill:url(https://evil.example/a</style>'],
    ['an address within brackets', '<style>.a{b:c({;url(//evil.example/a)})}</style>'],
    [
      'a font of SVG from elsewhere',
      '<font-face-src><font-face-uri xlink:href="https://evil.example/a"/></font-face-src>',
    ],
    ['an animation of a colour that loads', '<animate attributeName="fill" to="url(//evil.example/a)"/>'],
    ['a prefix that stands for nothing', '<x:g/>'],
  ])('is published without %s', (_what, inside) => {
    const [left, ...removed] = leftOf(svg(inside + CIRCLE));

    expect(left).toContain(CIRCLE);
    expect(left).not.toMatch(
      /script|evil|alert|on(?:load|click|mouseover)|data:|iframe|xhtml|x:|base=|\u00a0|other\.svg/i,
    );
    expect(removed).not.toEqual([]);
  });

  it.each([
    ['<path d="M0 0" onload="x"/>', '<path d="M0 0"/>', ['`onload`']],
    ['<a href="https://a.example/"><path d="M0 0"/></a>', '<a><path d="M0 0"/></a>', ['`href`']],
    ['<path style="fill:red;mask:url(//x);stroke:blue"/>', '<path style="fill:red;stroke:blue"/>', ['`url()`']],
    ['<path fill="url(//x)" d="M0 0"/>', '<path d="M0 0"/>', ['`fill`']],
    ['<style>@import "a";.a{fill:red}</style>', '<style>.a{fill:red}</style>', ['`@import`']],
    ['<style>.a{b:url(//x);fill:red}.c{d:e}</style>', '<style>.a{fill:red}.c{d:e}</style>', ['`url()`']],
    ['<style>@media x{@import "a";.a{b:c}}</style>', '<style>@media x{.a{b:c}}</style>', ['`@import`']],
    ['<style>@font-face{src:url(//x)}.a{b:c}</style>', '<style>.a{b:c}</style>', ['`@font-face`']],
    ['<style><![CDATA[@import "a";.a > b{c:d}]]></style>', '<style>.a &#62; b{c:d}</style>', ['`@import`']],
    ['<switch><foreignObject/><g/></switch>', '<switch><g/></switch>', ['`<foreignObject>`']],
    ['<text>a &lt; &#13;<script/>b</text>', '<text>a &#60; &#13;b</text>', ['`<script>`']],
    ['<path d="a&#10;&quot;b&lt;" onload=""/>', '<path d="a&#10;&#34;b&#60;"/>', ['`onload`']],
    ['<use xlink:href="#a" onclick=""/>', '<use xlink:href="#a"/>', ['`onclick`']],
    [
      '<metadata><x:a xmlns:x="http://ns.adobe.com/x/">A</x:a></metadata><script/>',
      '<metadata></metadata>',
      ['`<script>`'],
    ],
    ['<set attributeName="xlink:href" to="x"/>', '', ['`<set>` of `xlink:href`']],
  ] as const)('keeps all else: %s', (inside, left, removed) => {
    expect(leftOf(svg(inside + CIRCLE))).toEqual([left + CIRCLE, ...removed]);
  });

  it.each([
    '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg>&x;',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;',
    '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x">%x;]><svg>',
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg>',
    '<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]><svg>&x;',
    '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><svg>&c;',
    '<?xml-stylesheet type="text/xsl" href="#x"?><svg>',
    '<!DOCTYPE svg []><svg>',
    '<!DOCTYPE svg [<!-- ]> -->]><svg>',
    '<!DOCTYPE svg SYSTEM "x" [<!ENTITY x "y">]><svg>',
  ])('declares nothing: %s', (start) => {
    // Where the parser ends the declarations sooner than browsers do, the rest is no XML.
    const looked = lookThrough(`${start}${CIRCLE}</svg>`);

    if (looked.kind === 'sanitised') expect(leftOf(`${start}${CIRCLE}</svg>`)[0]).toBe(CIRCLE);
    else expect(looked.kind).toBe('unreadable');
  });

  it.each([
    [
      'Illustrator',
      `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 16.0.0 -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg version="1.1" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink"><switch><foreignObject
requiredExtensions="&ns_ai;"><i:pgfRef xlink:href="#pgf"></i:pgfRef></foreignObject><g i:extraneous="self"><path d="M0,0h4"/></g></switch><i:pgf
id="pgf"><![CDATA[eJzs]]></i:pgf></svg>`,
      '<switch><g><path d="M0,0h4"/></g></switch>',
    ],
    [
      'Inkscape',
      `<svg sodipodi:docname="a.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns="http://www.w3.org/2000/svg"
xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><sodipodi:namedview><inkscape:page/></sodipodi:namedview><g
inkscape:label="Layer 1" id="g"><path style="fill:#f00;-inkscape-font-specification:'Sans, Normal'" d="M 0,0"/><flowRoot/></g></svg>`,
      `<g id="g"><path style="fill:#f00;-inkscape-font-specification:'Sans, Normal'" d="M 0,0"/></g>`,
    ],
    [
      'a program for diagrams',
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><rect width="9"/><switch><foreignObject
width="100%"><div xmlns="http://www.w3.org/1999/xhtml">A</div></foreignObject><text>A</text></switch><a
xlink:href="https://a.example/"><text>Help</text></a></svg>`,
      '<rect width="9"/><switch><text>A</text></switch><a><text>Help</text></a>',
    ],
  ])('of %s is published as browsers draw it', (_program, text, left) => {
    expect(leftOf(text)[0]).toBe(left);
  });

  it('may name a plain text that it declares, as old drawing programs do', () => {
    const doctype = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY d "5&#176;"><!ENTITY d "6">]>';

    expect(leftOf(`${doctype}<svg xmlns="&ns;"><text>&d;</text></svg>`)).toEqual([
      '<text>5°</text>',
      'declarations in the doctype',
    ]);
  });

  it.each([
    [
      '<style>&commat;import "https://evil.example/x.css";</style>',
      '<style>import "https://evil.example/x.css";</style>',
    ],
    ['<path style="fill:u&x;rl(https://evil.example/a)"/>', '<path style=""/>'],
    ['<a href="&num;a"/>', '<a/>'],
    ['<text>a&nbsp;b</text>', '<text>ab</text>'],
  ])('is published without what is declared elsewhere: %s', (inside, left) => {
    const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">';

    expect(leftOf(doctype + svg(inside + CIRCLE))[0]).toBe(left + CIRCLE);
  });

  it('does not let entities grow', () => {
    const doctype = `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(10_000)}">]>`;

    expect(lookThrough(`${doctype}<svg><text>${'&a;'.repeat(10_000)}</text></svg>`)).toEqual({
      kind: 'unreadable',
      what: 'entities that grow',
      index: 0,
    });
  });

  it('is published in UTF-8, whatever encoding it was in', () => {
    const looked = sanitiseSvg({ text: svg('<text>é</text>'), otherEncoding: 'iso-8859-1' });

    expect(looked).toMatchObject({ kind: 'sanitised', removed: [{ what: 'encoding `iso-8859-1`', index: 0 }] });
  });

  it.each(['<script/>', '<foreignObject><p/></foreignObject>', '<style>@import "x";</style>', '<image href="//x" />'])(
    'is refused where nothing is left to see: %s',
    (inside) => {
      const looked = lookThrough(svg(inside));

      expect([looked.kind, 'index' in looked && looked.index]).toEqual(
        inside.startsWith('<image') ? ['sanitised', false] : ['empty', svg('').indexOf('</svg>')],
      );
    },
  );

  it('is pointed at where it does more than draw', () => {
    const text = svg(`<path d="M0 0"/>\n<script/>${CIRCLE}<script/>`);

    expect(lookThrough(text)).toMatchObject({
      removed: [
        { what: '`<script>`', index: text.indexOf('<script') },
        { what: '`<script>`', index: text.lastIndexOf('<script') },
      ],
    });
  });

  it('is looked through without a throw, whatever is in it', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const looked = lookThrough(text);

        if ('index' in looked) expect(looked.index).toBeLessThan(Math.max(1, text.length));
      }),
      { numRuns: tries(800) },
    );
  });
});
