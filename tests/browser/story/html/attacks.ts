import { BLOCKS, INLINE } from '../../../../src/markdown/html/elements.ts';

/** What an attack runs where it succeeds. */
const RUN = 'window.__pwned=1';

/** What would run if a value ended its attribute, its element or the element around it. */
const VALUES = [
  `"><script>${RUN}</script>`,
  `' onmouseover='${RUN}' autofocus onfocus='${RUN}`,
  `"><img src=x onerror=${RUN}>`,
  `javascript:${RUN}`,
  `&quot;&gt;&lt;script&gt;${RUN}&lt;/script&gt;`,
  `</title></style></textarea></main><script>${RUN}</script>`,
  '`-->]]>',
];

const ATTRIBUTES = [
  ...['id', 'class', 'lang', 'dir', 'title', 'href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'scope'],
  ...['headers', 'cite', 'datetime', 'start', 'reversed', 'open', 'name'],
  ...[
    'style',
    'onclick',
    'onerror',
    'onload',
    'onfocus',
    'onpointerenter',
    'ontoggle',
    'onbeforematch',
    'srcdoc',
    'srcset',
  ],
  ...[
    'action',
    'formaction',
    'background',
    'poster',
    'data',
    'ping',
    'is',
    'slot',
    'part',
    'data-part',
    'xlink:href',
    'hidden',
  ],
  ...[
    'popover',
    'popovertarget',
    'autofocus',
    'contenteditable',
    'tabindex',
    'accesskey',
    'nonce',
    'http-equiv',
    '__proto__',
  ],
];

/** Each element that is kept, with every attribute that has ever been one way to run something, and its value trying to. */
export function elementAttacks(): readonly string[] {
  return [...Object.keys(INLINE), ...Object.keys(BLOCKS)].map((name) =>
    VALUES.flatMap((value) => {
      const quoted = value.includes('"') ? `'${value.replaceAll("'", '&#39;')}'` : `"${value}"`;
      const attributes = ATTRIBUTES.map((attribute) => `${attribute}=${quoted}`).join(' ');
      return [
        `<${name} ${attributes}>${name}</${name}>`,
        `Words <${name} ${attributes}>${name}</${name}> and\n*more*.`,
      ];
    }).join('\n\n'),
  );
}

/** Texts that some sanitiser has been led past, mostly since what it read is not what a browser reads of what it wrote. */
export const MUTATIONS: readonly string[] = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<svg><p><style><g title="</style><img src onerror=${RUN}>">`,
  `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${RUN}></style></annotation-xml></math>`,
  `<svg><foreignObject><p><style><!--</style><img src onerror=${RUN}>--></foreignObject></svg>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<textarea><p title="</textarea><img src=x onerror=${RUN}>">`,
  `<title><p title="</title><img src=x onerror=${RUN}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${RUN}>">`,
  `<iframe><p title="</iframe><img src=x onerror=${RUN}>">`,
  `<noembed><p title="</noembed><img src=x onerror=${RUN}>">`,
  `<template><p title="</template><img src=x onerror=${RUN}>">`,
  `<select><template><style><img src=x onerror=${RUN}></style></template></select>`,
  `<select><p title="</select><img src=x onerror=${RUN}>">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<!-- a --!><img src=x onerror=${RUN}>-->`,
  `<!--[if gte IE 4]><script>${RUN}</script><![endif]-->`,
  `<![CDATA[><img src=x onerror=${RUN}>]]>`,
  `<?xml ><img src=x onerror=${RUN}>?>`,
  `<!doctype><img src=x onerror=${RUN}>`,
  `<plaintext><img src=x onerror=${RUN}>`,
  `<table><style><td title="</style><img src=x onerror=${RUN}>">`,
  `<table><a><td><a href="javascript:${RUN}"><table><a>x`,
  `<p id="<img src=x onerror=${RUN}>">a</p>`,
  `<p title="\`><img src=x onerror=${RUN}>">\`a\`</p>`,
  `<img src=x alt="\`\`onerror=${RUN}">`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src="x" alt="" / onerror=${RUN}>`,
  `<a/href="javascript&colon;${RUN}"/onclick=${RUN}>a</a>`,
  `<a href="java&#9;script&#58;${RUN}">a</a>`,
  `<a href="&#x6A;avascript:${RUN}">a</a>`,
  `<isindex action="javascript:${RUN}" type=image>`,
  `<base href="javascript:/${RUN}//"><a href="#">a</a>`,
  `<link rel=import href="data:text/html,&lt;script&gt;${RUN}&lt;/script&gt;">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<object data="javascript:${RUN}"></object><embed src="javascript:${RUN}">`,
  `<details open ontoggle=${RUN}><summary>a</summary></details>`,
  `<div title="\n\n<img src=x onerror=${RUN}>\n\n">`,
  `<div title='\n\n[a](https://example.com/ "'><img src=x onerror=${RUN}>")\n\n`,
  `\`<b title="\` <img src=x onerror=${RUN}> "></b>`,
  `[<b title="](https://example.com/)"><img src=x onerror=${RUN}></b>`,
  `<b data-part="0"><i data-part="1" onclick=${RUN}>a</i></b>`,
  `<p>\u2028<img\u000bsrc=x\u000bonerror=${RUN}></p>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `<p>&amp;lt;img src=x onerror=${RUN}&amp;gt;</p>`,
  '<b id=menu></b><b id=content></b><b id=search></b><b id=body></b><a name=location></a><img name=cookie src=x alt="">',
  '</div></div></article></main></body></html><main><article>Elsewhere',
  '<li></li></ul></nav><td></table><dd><dl></section>',
  `${'<b>'.repeat(40)}a\n\n${'</div>'.repeat(40)}b`,
  `${'<a href="#a"><div>'.repeat(12)}a`,
  '<p>'.repeat(100),
  '<table><tr><td>'.repeat(12),
  `<table><tr><div>a</div><p>b<td>c<li>d`,
  ':::aside\n<section>\n\n</section></section></div>\n:::\n\n> <div>\n\nb',
];
