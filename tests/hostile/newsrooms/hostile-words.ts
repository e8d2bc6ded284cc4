import { hasForbidden } from '../../../src/domain/invisible.ts';
import { Random } from '../random.ts';

/** What leaves a mark where a browser runs it. */
export const RUN = 'window.__pwned=1';

/** Texts that break out of whatever they are printed in: elements, attributes, scripts, XML, JSON, Markdown, lines, terminals. */
const TEXTS = [
  ...[`"><img src=x onerror=${RUN}>`, `'><svg onload='${RUN}'>`, `</title></textarea></script><script>${RUN}</script>`],
  ...[']]><x/><![CDATA[', '<!--', '-->', '<?xml version="1.0"?>', '&#0;&#1;&#x202e;&amp;&lt;', '%3Cscript%3E', '&x;'],
  ...['{{ 7*7 }}', '{% raw %}', `$\{7*7}`, '<%= 7 %>', '`', '\\', '\\u003cscript>', '"}],"x":["', "'; DROP", '\u0000'],
  ...[
    '::error file=a.md::b',
    '##[set-output name=a]b',
    '##[error]b',
    '##vso[task.setvariable variable=a]b',
    '%0A::error::b',
  ],
  ...['\u001b[2J\u001b]0;a\u0007', '\u009b31m', '\r', '\r\n::error::b', '\n::error::b', '\n\n# b\n\n', '\u0008\u0008'],
  ...[
    '\u2028',
    '\u2029',
    '\u0085',
    '\u000b',
    '\u000c',
    '\u202e',
    '\u2066a',
    '\u2069',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
  ],
  ...[
    '\ufffe',
    '\uffff',
    '\u0001open0\u0002',
    '\u0001begin0\u0002',
    '\u0002',
    '\u0001',
    '\ufffd',
    '\u{e0001}',
    'e\u0301'.repeat(20),
  ],
  ...[
    '[a](javascript:b)',
    '![a](//evil.example/b)',
    '<https://evil.example/>',
    '*a*',
    '**',
    '`b`',
    '# a',
    '> a',
    '- a',
    '1. a',
  ],
  ...[
    'a\tb',
    ' ',
    '',
    '  ',
    '.',
    '..',
    '/',
    '-',
    '_',
    '*',
    '#',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-1',
  ],
  ...['北京', 'عاجل: «الميناء»', '👩‍👩‍👧‍👦', 'İ', 'ß', 'ﬃ', 'a'.repeat(300), 'a b '.repeat(80), '🎉'.repeat(90)],
] as const;

/** What seems to lead somewhere, and leads elsewhere, runs something, or names a file that is none of anybody's business. */
export const ADDRESSES = [
  ...[`javascript:${RUN}`, `java\tscript:${RUN}`, ` javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `\u0001javascript:${RUN}`],
  ...[
    `javascript&colon;${RUN}`,
    `&#106;avascript:${RUN}`,
    `jav&#x0A;ascript:${RUN}`,
    `vbscript:${RUN}`,
    `view-source:x`,
  ],
  ...[
    `data:text/html,<script>${RUN}</script>`,
    'blob:https://evil.example/a',
    'file:///etc/passwd',
    'ftp://evil.example/',
  ],
  ...[
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example\\',
    '/\t/evil.example/',
    '///evil.example',
    '/%2f/evil.example',
  ],
  ...[
    'https://post.example@evil.example/',
    'https:evil.example',
    'https:/evil.example',
    'http:\\\\evil.example',
    'https://',
  ],
  ...[
    'https://evil.example\\@post.example/',
    'https://[::1',
    'https://a b/',
    'https://evil.example/\u202egpj.a',
    'https://xn--a',
  ],
  ...[
    '/../../etc/passwd',
    '/%2e%2e/a/',
    '/..%2fa',
    '/./a/',
    '../../../../etc/passwd',
    '/a\u0000b/',
    '/a\nb/',
    '/a b/',
    '/a\u2028b/',
  ],
  ...[
    '/.htaccess',
    '/a/.git/config',
    '/_headers',
    '/_worker.js',
    '/web.config',
    '/sw.js',
    '/.well-known/a',
    '/CNAME',
    '/Web.Config.',
  ],
  ...[
    '/:a/',
    '/:a-b/',
    '/:a.html',
    '/a/:b',
    '/2026:a/',
    '/*',
    '/a*b/',
    '/a/(.*)',
    '/{a}/',
    '/a/ /evil/ 200!',
    '/a#b',
    '/?p=1',
    '/?a',
  ],
  ...[
    '/?x=:y',
    '/?a=*',
    '/?#',
    '/old/?a=1&a=2',
    '/old/',
    '/2026/11/23/a/',
    '/%E0%A4%A',
    '/%',
    '/%00',
    '/%0d%0aSet-Cookie:a',
    '/a//b/',
  ],
  ...[
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:',
    'tel:1',
    'tel:;phone-context=a',
    '#a',
    '#',
    '#"><b>',
    '?a',
    'a.md',
    'other.md',
  ],
  ...[
    'https://elsewhere.example/a?b="c"&d=<e>',
    "https://elsewhere.example/'a'",
    'https://elsewhere.example/(a)',
    'https://münchen.example/',
  ],
  ...[
    'https://elsewhere.example/a',
    '/news/',
    'bridge.jpg',
    '../bridge.jpg',
    '/feed.xml',
    '/robots.txt',
    '/index.html',
    '/404.html',
  ],
] as const;

/** Choices of nothing that a newsroom refuses anyway, so that much is published of which something may still break out. */
export class MildRandom extends Random {}

const MILD_TEXTS: readonly string[] = TEXTS.filter(
  (text) => !hasForbidden(text) && !/[\u2066\u2069]|javascript/.test(text) && text.trim() !== '',
);
const MILD_ADDRESSES: readonly string[] = [
  ...[
    '/:a-b/',
    '/2026:a/',
    '/a b/',
    '/a/:1.html',
    '/old/',
    '/old.html',
    '/?p=1',
    '/?x=:y',
    '/a*b/',
    '/12:30/',
    '/ä/',
    '/a&b/',
    "/a'b/",
  ],
  ...ADDRESSES.filter((address) => /^(?:https:\/\/elsewhere|mailto:a|tel:1|\/news|#a)/.test(address)),
  ...[
    `https://elsewhere.example/"><script>${RUN}</script>`,
    `https://elsewhere.example/?a=b&c='d'#"e"`,
    '/2026/11/23/a/?b="c"#d',
  ],
];

/** A text that attacks whoever prints it, mostly with plain words around it. */
export function hostileText(random: Random): string {
  const texts = random instanceof MildRandom ? MILD_TEXTS : TEXTS;
  const text = random.one(texts);
  if (random.once(3)) return text;
  return random.one([`a ${text}`, `${text} b`, `a ${text} b`, `a${text}b`, text + random.one(texts)]);
}

export function hostileAddress(random: Random): string {
  if (random instanceof MildRandom) return random.one(MILD_ADDRESSES);
  return random.once(6) ? random.one(ADDRESSES) + random.one(TEXTS) : random.one(ADDRESSES);
}
