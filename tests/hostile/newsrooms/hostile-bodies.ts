import type { Random } from '../random.ts';
import { hostileAddress, hostileText, RUN } from './hostile-words.ts';

/** A text of a story, in Markdown with directives and HTML, which nest, end too early or not at all. */
export function hostileBody(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(5) }, () =>
    random.one([block, block, inline, html, directive])(random),
  );
  return parts.join(random.one(['\n\n', '\n\n', '\n', ' ', '']));
}

function inline(random: Random): string {
  const [text, address] = [hostileText(random), hostileAddress(random)];
  return random.one([
    text,
    `[${text}](${address})`,
    `[${text}](<${address}> "${text}")`,
    `![${text}](${random.one(['bridge.jpg', 'map.svg', address])} "${text}"){credit="${text}"}`,
    `<${address}>`,
    `[a][b]\n\n[b]: ${address} '${text}'`,
    `*${text}* **${address}** ==${text}== ~${text}~ ^${text}^`,
    `\`${text}\` $${text}$ $$${text}$$ \\(${text}\\)`,
    `a[^1] ^[${text}]\n\n[^1]: ${text}`,
    `*a*{: .${text} href="${address}"}`,
    `https://elsewhere.example/${text}`,
    `:${text}: ${address}`,
  ]);
}

function block(random: Random): string {
  const text = hostileText(random);
  return random.one([
    `## ${text} {#${random.one(['a', text])}}`,
    `- ${text}\n  - ${inline(random)}`,
    `> [!NOTE] ${text}\n> ${inline(random)}`,
    `| ${text} | b |\n|---|---|\n| ${inline(random).replaceAll('\n', ' ')} | ${text} |`,
    `\`\`\`${random.one(['js', 'html', text])}\n${text}\n</code></pre><script>${RUN}</script>\n\`\`\``,
    `~~~\n${text}`,
    `$$\n\\href{${hostileAddress(random)}}{a} \\text{${text}}\n$$`,
    `a\n: ${text}`,
    `[TOC]\n\n### ${text}`,
    `- [ ] ${text}`,
    `    ${text}`,
    `---\n${text}\n---`,
    text,
  ]);
}

const ELEMENTS = [
  ...[
    'a',
    'b',
    'div',
    'p',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'img',
    'details',
    'summary',
    'ruby',
    'rt',
    'blockquote',
    'q',
  ],
  ...[
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'base',
    'meta',
    'link',
    'form',
    'input',
    'button',
    'svg',
    'math',
    'mtext',
  ],
  ...[
    'template',
    'noscript',
    'textarea',
    'title',
    'plaintext',
    'xmp',
    'select',
    'option',
    'frameset',
    'body',
    'html',
    'main',
  ],
  ...[
    'foreignObject',
    'annotation-xml',
    'mglyph',
    'marquee',
    'video',
    'source',
    'portal',
    'x-y',
    'image',
    'font',
    'h1',
    'dialog',
  ],
] as const;
const ATTRIBUTES = [
  ...[
    'onclick',
    'onerror',
    'onload',
    'onfocus autofocus',
    'style',
    'href',
    'src',
    'srcdoc',
    'srcset',
    'action',
    'formaction',
  ],
  ...[
    'xlink:href',
    'id',
    'class',
    'title',
    'lang',
    'dir',
    'data-x',
    'cite',
    'datetime',
    'name',
    'is',
    'popover',
    'ping',
    'background',
  ],
] as const;

function html(random: Random): string {
  const name = random.one(ELEMENTS);
  const value = random.one([
    hostileText(random),
    hostileAddress(random),
    RUN,
    'x',
    'position:fixed;background:url(//evil.example/)',
  ]);
  const quote = random.one(['"', "'", '']);
  const attribute = random.once(3) ? '' : ` ${random.one(ATTRIBUTES)}=${quote}${value}${quote}`;
  const inside = random.one([inline, html, () => RUN, () => '', hostileText])(random);
  const end = random.one([`</${name}>`, `</${name}>`, '', `</${random.one(ELEMENTS)}>`]);
  const start = random.one(['<', '<', '<', '</', '<!', '<?', '<\u0000', '< ']);
  return `${start}${name}${attribute}${random.one(['>', '>', '>', '/>', '', '\n>', '\n\n>'])}${inside}${end}`;
}

function directive(random: Random, depth = 0): string {
  const [text, address] = [
    hostileText(random).replaceAll('"', random.one(['"', '', '&quot;'])),
    hostileAddress(random),
  ];
  const inside = depth < 4 && random.once(2) ? directive(random, depth + 1) : inline(random);
  const colons = ':'.repeat(3 + random.below(2));
  const around = (opening: string): string => `${colons}${opening}\n${inside}\n${random.once(8) ? '' : colons}`;
  return random.one([
    () => around(`pullquote{by="${text}"}`),
    () => around(`${random.one(['aside', 'factbox', 'gallery', 'timeline'])}{title="${text}"}`),
    () => around(`qa{question="${text}" by="${text}"}`),
    () => around('correction{date="2026-11-23"}'),
    () =>
      around(`update{date="2026-11-23 10:${10 + random.below(50)}" title="${text}" by="${text}" key=yes pinned=yes}`),
    () => around(`timeline{title="${text}"}\n- 2015-03-17: ${text}\n- ${text}`),
    () => around(`gallery{title="${text}"}\n![${text}](bridge.jpg)`),
    () => `::story{slug="${random.one(['other', text, address])}"}`,
    () => `::embed{url="${random.one(['https://elsewhere.example/', address])}" title="${text}"}`,
    () => `::table{src=a.csv title="${text}" highlight="${text}"}`,
    () =>
      `::chart{src=a.csv kind=${random.one(['bar', 'line', 'area', 'dot', 'stacked'])} title="${text}" unit="${text}" source="${text}"}`,
    () => `::audio{src=bells.mp3 title="${text}" transcript=${random.one(['a.vtt', 'a.txt', `"${text}"`])}}`,
    () => `::video{url="${random.one(['https://elsewhere.example/v', address])}" title="${text}" poster=bridge.jpg}`,
    () => `::${text}{${text}="${text}"}`,
  ])();
}

const ENDS = ['\n', '\r\n', '\r', '\u2028', '\u0085', '\n\n', ''] as const;

/** A table in a file. */
export function hostileRows(random: Random): string {
  const cell = (): string =>
    random.one([() => hostileText(random), () => String(random.below(1000)), () => `"${hostileText(random)}"`])();
  const row = (): string => Array.from({ length: 1 + random.below(4) }, cell).join(random.one([',', ',', ';', '\t']));
  return `${random.once(4) ? row() : 'Year,Boats'}\n${Array.from({ length: random.below(5) }, row).join(random.one(ENDS))}`;
}

/** Captions in a file. */
export function hostileCaptions(random: Random): string {
  const cue = (): string => {
    const timing = random.one([
      '00:01.000 --> 00:02.000',
      '00:01.000 --> 00:02.000',
      `00:01.000 --> ${hostileText(random)}`,
    ]);
    return `${timing}\n${random.one(['', '<v Ana>', '<v ', `<v ${hostileText(random)}>`])}${hostileText(random)}`;
  };
  const head = random.one(['WEBVTT\n\n', 'WEBVTT\n\n', '\ufeffWEBVTT\n\n', `WEBVTT ${hostileText(random)}\n\n`, '']);
  return head + Array.from({ length: 1 + random.below(4) }, cue).join(random.one(['\n\n', ...ENDS]));
}
