import { ADDRESSES, hostileText } from '../newsrooms/hostile-words.ts';
import type { Random } from '../random.ts';

/** What a request of the preview's own pages names, which a page of another site cannot know. */
export interface Session {
  readonly port: number;
  readonly token: string;
}

const METHODS = ['GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'get', 'G ET', ''];
const PATHS = [
  ...[
    '/',
    '/2026/11/23/bridge/',
    '/feed.xml',
    '/assets/site.css',
    '/media/a.png',
    '/404.html',
    '/search/',
    '/_redirects',
  ],
  ...[
    '/_desk/',
    '/_desk/session',
    '/_desk/new',
    '/_desk/open',
    '/_desk/publish',
    '/_desk/publication',
    '/_desk/stories',
  ],
  ...[
    '/_desk/assets/desk.js',
    '/_desk/problems',
    '/_desk/story',
    '/_desk/search',
    '/_desk/calendar',
    '/admin/',
    '/admin/api',
  ],
  ...[
    '/admin/config.yml',
    '/.11ty/reload-client.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/secret.txt',
  ],
  ...[
    '/media/../../secret.txt',
    '/media/..%5c..%5csecret.txt',
    '/media/%2e%2e/%2e%2e/secret.txt',
    '//evil.example/',
    '/%',
    '/a%00b',
  ],
];
const FILES = [
  ...[
    'content/articles/bridge.md',
    'content/articles/new.md',
    'content/media/a.png',
    '../secret.txt',
    'content/../secret.txt',
  ],
  ...[
    'content/articles/../../secret.txt',
    '/etc/passwd',
    'content/site.yaml',
    'content/articles/a/b/c.md',
    'layouts/a.tsx',
    '.eleventy.ts',
  ],
  ...[
    'content/articles/.git/config',
    'content/pages/a.njk',
    'content/public/_headers',
    'content/articles/a.md/b.md',
    'secret.txt',
  ],
];
const ACTIONS = [
  ...[
    'entriesByFolder',
    'getEntry',
    'persistEntry',
    'getMedia',
    'persistMedia',
    'deleteFiles',
    'preview',
    'getMediaFile',
  ],
  ...['entriesByFiles', 'unpublishedEntries', 'deleteEntry', 'info', '__proto__', 'constructor'],
];

/** A request as the bytes that are sent: to the site, to the desk, to the editor, by their own pages or by those of others. */
export function hostileRequest(random: Random, session: Session): string {
  const own = `127.0.0.1:${session.port}`;
  const method = random.one(METHODS);
  const path = random.once(4) ? random.one(ADDRESSES) : random.one(PATHS);
  const query = random.once(4)
    ? `?${random.one(['q', 'path', 'url', 'look', 'month', 'key', '__proto__'])}=${wordOf(random)}`
    : '';
  const isTrusted = random.once(2);
  const body = method === 'POST' || random.once(6) ? hostileJson(random) : '';
  const fields = [
    random.once(12)
      ? ''
      : `Host: ${random.once(8) ? random.one(['evil.example', `${own}.evil.example`, '', 'localhost', '[::1]']) : own}`,
    isTrusted
      ? `Origin: http://${own}`
      : random.one(['', 'Origin: https://evil.example', 'Origin: null', 'Sec-Fetch-Site: cross-site']),
    isTrusted
      ? `X-Broadsheet-Token: ${session.token}`
      : random.one(['', 'X-Broadsheet-Token: x', `X-Broadsheet-Token: ${session.token}`]),
    body === ''
      ? ''
      : `Content-Type: ${random.once(6) ? random.one(['text/plain', 'application/json;a', '']) : 'application/json'}`,
    body === '' ? '' : `Content-Length: ${Buffer.byteLength(body) + (random.once(20) ? random.one([-1, 5, 1e15]) : 0)}`,
    random.once(6)
      ? `${random.one(['Range', 'Cookie', 'If-None-Match', 'Upgrade', 'Transfer-Encoding', 'X-\u0001'])}: ${wordOf(random)}`
      : '',
    'Connection: close',
  ];
  const head = [
    `${method} ${path}${query} HTTP/${random.once(20) ? random.one(['1.0', '2.0', '9', '']) : '1.1'}`,
    ...fields.filter((field) => field !== ''),
  ];
  const text = `${head.join('\r\n')}\r\n\r\n${body}`;
  return random.once(20) ? text.slice(0, random.below(text.length)) : text;
}

function wordOf(random: Random): string {
  const text = random.one([hostileText(random), random.one(FILES), random.one(ADDRESSES)]);
  return random.once(2) ? encodeURIComponent(Buffer.from(text).toString()) : text;
}

function hostileJson(random: Random): string {
  const { params, more } = { params: paramsOf(random), more: anyValue(random) };
  const text = JSON.stringify(
    random.one([{ action: random.one(ACTIONS), params }, { action: random.one(ACTIONS), params }, params, more]),
  );
  return random.once(20) ? text.slice(0, random.below(text.length)) : text;
}

function paramsOf(random: Random): unknown {
  const file = (): unknown => (random.once(10) ? anyValue(random) : random.one(FILES));
  const asset = {
    path: file(),
    content: random.one(['aGk=', '%', '', 'iVBORw0KGgo=']),
    encoding: random.one(['base64', 'utf8']),
  };
  return random.one<unknown>([
    { path: file() },
    { paths: [file(), file()] },
    {
      dataFiles: [
        { path: file(), text: hostileText(random), newPath: file(), slug: file(), version: anyValue(random) },
      ],
      assets: [asset],
    },
    { asset, mediaFolder: file() },
    { folder: file(), term: hostileText(random), extension: 'md', depth: 9 },
    { path: file(), line: random.one([1, -1, '1; id', 1e9]) },
    {
      headline: hostileText(random),
      kind: random.one(['story', 'live', hostileText(random)]),
      section: 'news',
      contributors: hostileText(random),
      date: '2026-11-23',
    },
    { path: file(), text: hostileText(random), url: random.one(ADDRESSES) },
    anyValue(random),
  ]);
}

function anyValue(random: Random): unknown {
  return random.one<unknown>([
    null,
    7,
    '',
    [],
    {},
    hostileText(random),
    [hostileText(random)],
    { toString: 'a' },
    { length: 1e9 },
  ]);
}
