import { anExport } from '../../cli/import/ghost/an-export.ts';
import { aWxr, type ItemToWrite } from '../../cli/import/wordpress/wxr.ts';
import { hostileBody } from '../newsrooms/hostile-bodies.ts';
import { ADDRESSES, hostileAddress, hostileText, RUN } from '../newsrooms/hostile-words.ts';
import { Random } from '../random.ts';

/** Names of files that lie elsewhere than in their archive, or are obeyed where they are put. */
const NAMES = [
  ...[
    '../../outside.jpg',
    '/etc/passwd',
    '..\\..\\a.jpg',
    'a/../../b.jpg',
    '.htaccess',
    '_headers',
    'a\u0000.jpg',
    'a\n.jpg',
    'con.jpg',
  ],
  ...[
    '%2e%2e/%2e%2e/a.jpg',
    'a.html',
    'a.svg',
    'a.jpg',
    '2019/03/a.jpg',
    '-a.jpg',
    `${'a'.repeat(300)}.jpg`,
    'a.jpg?x=1',
    '__proto__.jpg',
  ],
];

/** The files of an archive of a seed, and which of them is opened. */
export function hostileArchive(seed: number): {
  readonly open: string;
  readonly files: Readonly<Record<string, string>>;
} {
  const random = new Random(seed);
  return random.one([wordpress, wordpress, ghost, htmlPages, feed, markdown])(random);
}

type Made = ReturnType<typeof hostileArchive>;

function wordpress(random: Random): Made {
  const item = (id: number): ItemToWrite => ({
    id: random.once(20) ? hostileText(random).replace(/[<&]/g, '') : id,
    type: random.one(['post', 'post', 'page', 'attachment', inXml(random)]),
    status: random.one(['publish', 'publish', 'draft', 'private', 'future', inXml(random)]),
    title: inCdata(random, hostileText),
    content: inCdata(random, html),
    excerpt: random.once(2) ? inCdata(random, hostileText) : '',
    link: random.once(2) ? inXml(random, hostileAddress) : `https://gazette.example/news/${inXml(random)}/`,
    creator: random.once(4) ? inCdata(random, hostileText) : 'ann',
    dates: random.once(4)
      ? [inCdata(random, hostileText), '0000-00-00 00:00:00']
      : ['2019-03-01 07:30:00', '2019-03-01 07:30:00'],
    terms: random.some(
      3,
      () =>
        [
          random.one(['category', 'post_tag', 'author']),
          inXml(random).replaceAll('"', ''),
          inCdata(random, hostileText),
        ] as const,
    ),
    meta: random.some(
      2,
      () =>
        [
          random.one(['_thumbnail_id', '_wp_attached_file', '_wp_old_slug', '_yoast_wpseo_canonical']),
          inCdata(random, nameOrText),
        ] as const,
    ),
    more: random.once(3)
      ? `<wp:attachment_url>https://gazette.example/wp-content/uploads/${inXml(random, () => random.one(NAMES))}</wp:attachment_url>`
      : '',
  });
  const items = Array.from({ length: 1 + random.below(3) }, (_, index) => item(index + 1));
  const text = aWxr(
    items,
    random.once(4)
      ? `<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>${inXml(random)}</wp:author_display_name></wp:author>`
      : '',
  );
  return { open: 'export.xml', files: { 'export.xml': mangled(text, random) } };
}

function ghost(random: Random): Made {
  const post = (id: number): object => ({
    id: random.once(10) ? hostileText(random) : String(id),
    uuid: String(id),
    title: hostileText(random),
    slug: random.once(2) ? hostileText(random) : `story-${id}`,
    html: html(random),
    ...(random.once(3) && {
      lexical: JSON.stringify({
        root: {
          children: [
            {
              type: random.one(['html', 'markdown', 'image', 'bookmark', 'x']),
              html: html(random),
              src: nameOrText(random),
              url: hostileAddress(random),
            },
          ],
        },
      }),
    }),
    ...(random.once(3) && {
      mobiledoc: JSON.stringify({
        version: '0.3.1',
        cards: [['html', { html: html(random) }]],
        sections: [[10, 0]],
        atoms: [],
        markups: [],
      }),
    }),
    feature_image: nameOrText(random),
    status: random.one(['published', 'published', 'draft', hostileText(random)]),
    type: random.one(['post', 'post', 'page']),
    visibility: random.one(['public', 'paid', hostileText(random)]),
    published_at: random.once(4) ? hostileText(random) : '2019-03-01T07:30:00.000Z',
    custom_excerpt: hostileText(random),
    canonical_url: random.once(3) ? hostileAddress(random) : null,
  });
  const tables = {
    posts: Array.from({ length: 1 + random.below(3) }, (_, index) => post(index + 1)),
    users: [
      {
        id: '1',
        name: hostileText(random),
        slug: hostileText(random),
        website: hostileAddress(random),
        bio: hostileText(random),
        profile_image: nameOrText(random),
      },
    ],
    tags: [{ id: '1', name: hostileText(random), slug: hostileText(random) }],
    posts_authors: [{ post_id: '1', author_id: '1' }],
    posts_tags: [{ post_id: '1', tag_id: '1' }],
    settings: [
      { key: 'title', value: hostileText(random) },
      { key: 'url', value: hostileAddress(random) },
    ],
  };
  return {
    open: 'ghost.json',
    files: {
      'ghost.json': mangled(anExport(tables), random),
      'redirects.json': JSON.stringify([{ from: hostileAddress(random), to: hostileAddress(random) }]),
    },
  };
}

function htmlPages(random: Random): Made {
  const page = (): string => `<!doctype html><html lang="${attribute(random)}"><head><title>${html(random)}</title>
<meta property="og:title" content="${attribute(random)}"><meta property="article:published_time" content="${random.once(3) ? attribute(random) : '2019-03-01'}">
<meta name="author" content="${attribute(random)}"><link rel="canonical" href="${attribute(random, hostileAddress)}">
<script type="application/ld+json">${random.once(2) ? JSON.stringify({ '@type': 'NewsArticle', headline: hostileText(random), author: { name: hostileText(random) } }) : hostileText(random)}</script></head>
<body><main><article><h1>${html(random)}</h1><p>A paragraph of some length, so that it is taken for the text of a story, and not for anything else.</p>${html(random)}</article></main></body></html>`;
  return { open: '', files: { 'a.html': mangled(page(), random), '2019/03/b.html': mangled(page(), random) } };
}

function feed(random: Random): Made {
  const item =
    (): string => `<item><title>${inXml(random)}</title><link>${inXml(random, hostileAddress)}</link><guid>${inXml(random)}</guid>
<pubDate>${random.once(3) ? inXml(random) : 'Fri, 01 Mar 2019 07:30:00 +0000'}</pubDate><category>${inXml(random)}</category><dc:creator>${inXml(random)}</dc:creator>
<description>${inXml(random, html)}</description><enclosure url="${inXml(random, nameOrText).replaceAll('"', '')}" type="image/jpeg"/></item>`;
  const items = Array.from({ length: 1 + random.below(3) }, item).join('\n');
  const text = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${inXml(random)}</title><link>https://old.example/</link>${items}</channel></rss>`;
  return { open: 'feed.xml', files: { 'feed.xml': mangled(text, random) } };
}

function markdown(random: Random): Made {
  const front = (): string =>
    `title: ${JSON.stringify(hostileText(random))}\ndate: ${random.once(3) ? JSON.stringify(hostileText(random)) : '2019-03-01'}\nslug: ${JSON.stringify(random.once(2) ? hostileText(random) : 'a')}\npermalink: ${JSON.stringify(hostileAddress(random))}\naliases: [${JSON.stringify(hostileAddress(random))}]\ntags: [${JSON.stringify(hostileText(random))}]\nauthor: ${JSON.stringify(hostileText(random))}\nimage: ${JSON.stringify(nameOrText(random))}\n`;
  const text = (): string => mangled(`---\n${front()}---\n${hostileBody(random)}\n`, random);
  const [config, folder] = random.one([
    ['_config.yml', '_posts'],
    ['hugo.toml', 'content/posts'],
    ['none.txt', 'posts'],
  ] as const);
  return {
    open: '',
    files: {
      [config]: `title: ${JSON.stringify(hostileText(random))}\n`,
      [`${folder}/2019-03-01-a.md`]: text(),
      [`${folder}/2019-03-02-b.md`]: text(),
    },
  };
}

function html(random: Random): string {
  const address = random.one([hostileAddress(random), random.one(ADDRESSES)]);
  return random.one([
    () => hostileBody(random),
    () => `<p>${hostileText(random)} <a href="${address}">${hostileText(random)}</a></p>`,
    () =>
      `<figure><img src="${random.one([nameOrText(random), `https://gazette.example/wp-content/uploads/${random.one(NAMES)}`])}" alt="${hostileText(random)}" onerror="${RUN}"><figcaption>${hostileText(random)}</figcaption></figure>`,
    () =>
      `[caption id="a"]<img src="${address}">${hostileText(random)}[/caption] [gallery ids="1,2,${hostileText(random)}"] [${hostileText(random)}]`,
    () =>
      `<iframe src="${address}" srcdoc="<script>${RUN}</script>"></iframe><script>${RUN}</script><style>@import "${address}"</style>`,
    () =>
      `<!-- wp:${random.one(['embed', 'image', 'html', 'file'])} {"url":${JSON.stringify(address)}} --><div>${hostileText(random)}</div><!-- /wp:embed -->`,
    () => `<pre>${hostileText(random)}\n:::\n---\n</pre><table><tr><td>${hostileText(random)}<td>|</table>`,
    () =>
      `<ul><li>${hostileText(random)}<ol><li>[^1]: ${hostileText(random)}</ol></ul><h2 id="${hostileText(random)}">${hostileText(random)}</h2>`,
    () => `<p>::embed{url="${address}"}</p><p>:::aside</p><p>{{ 7 }} {% raw %}</p><p>---</p>`,
  ])();
}

function nameOrText(random: Random): string {
  return random.one([random.one(NAMES), hostileAddress(random), hostileText(random)]);
}

function inXml(random: Random, make: (random: Random) => string = hostileText): string {
  return make(random).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function inCdata(random: Random, make: (random: Random) => string): string {
  return make(random).replaceAll(']]>', ']] >');
}

function attribute(random: Random, make: (random: Random) => string = hostileText): string {
  return make(random).replaceAll('"', '&quot;');
}

/** Now and then cut, or with a piece of it twice. */
function mangled(text: string, random: Random): string {
  if (!random.once(12)) return text;
  const [from, to] = [random.below(text.length), random.below(text.length)];
  return random.one([() => text.slice(0, from), () => text.slice(0, from) + text.slice(to)])();
}
