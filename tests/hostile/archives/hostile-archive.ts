import { anExport } from '../../cli/import/ghost/an-export.ts';
import { aWxr, type ItemToWrite } from '../../cli/import/wordpress/wxr.ts';
import { hostileBody } from '../newsrooms/hostile-bodies.ts';
import { ADDRESSES, hostileAddress, hostileText, MildRandom, RUN } from '../newsrooms/hostile-words.ts';
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

/** An archive, the seeds of its posts, and which of its files is opened. */
export interface HostileArchive {
  readonly seeds: readonly number[];
  readonly open: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Archives of which each post is one of a seed. Most posts of one system lie in one archive, which is whole. Some have an archive of their
 * own, of which the name and the people are hostile too, and which may be cut: nobody knows what of others it would hide.
 */
export function hostileArchives(seeds: readonly number[]): readonly HostileArchive[] {
  const archives = new Map<string, { readonly make: MakeArchive; readonly whole: Random; readonly posts: Post[] }>();
  for (const seed of seeds) {
    const random = new Random(seed);
    const make = random.one(SYSTEMS);
    const isAlone = random.once(6);
    const key = isAlone ? `${seed}` : make.name;
    const archive = archives.get(key) ?? { make, whole: isAlone ? random : new MildRandom(1), posts: [] };
    archive.posts.push({ seed, random });
    archives.set(key, archive);
  }
  return [...archives.values()].map(({ make, whole, posts }) => {
    const { open, files } = make(posts, whole);
    const isCut = !(whole instanceof MildRandom) && whole.once(2);
    const all = Object.entries(files).map(([path, text]) => [path, isCut ? cut(text, whole) : text] as const);
    return { seeds: posts.map(({ seed }) => seed), open, files: Object.fromEntries(all) };
  });
}

/** What makes a post of an archive. */
interface Post {
  readonly seed: number;
  readonly random: Random;
}

type MakeArchive = (posts: readonly Post[], whole: Random) => Omit<HostileArchive, 'seeds'>;

const wordpress: MakeArchive = (posts, whole) => {
  const item = ({ seed, random }: Post): ItemToWrite => ({
    id: random.once(20) ? hostileText(random).replace(/[<&]/g, '') : seed,
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
  const author = `<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>${inXml(whole)}</wp:author_display_name></wp:author>`;
  return { open: 'export.xml', files: { 'export.xml': aWxr(posts.map(item), whole.once(4) ? author : '') } };
};

const ghost: MakeArchive = (posts, whole) => {
  const post = ({ seed, random }: Post) => ({
    id: random.once(10) ? hostileText(random) : String(seed),
    ...{ uuid: String(seed), title: hostileText(random) },
    slug: random.once(2) ? hostileText(random) : `story-${seed}`,
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
  const all = posts.map(post);
  const tables = {
    posts: all,
    users: [
      {
        id: '1',
        name: hostileText(whole),
        slug: hostileText(whole),
        website: hostileAddress(whole),
        bio: hostileText(whole),
        profile_image: nameOrText(whole),
      },
    ],
    tags: [{ id: '1', name: hostileText(whole), slug: hostileText(whole) }],
    posts_authors: all.map(({ id }) => ({ post_id: id, author_id: '1' })),
    posts_tags: all.map(({ id }) => ({ post_id: id, tag_id: '1' })),
    settings: [
      { key: 'title', value: hostileText(whole) },
      { key: 'url', value: hostileAddress(whole) },
    ],
  };
  const redirects = posts.map(({ random }) => ({ from: hostileAddress(random), to: hostileAddress(random) }));
  return {
    open: 'ghost.json',
    files: { 'ghost.json': anExport(tables), 'redirects.json': JSON.stringify(redirects) },
  };
};

const htmlPages: MakeArchive = (posts) => {
  const page = (
    random: Random,
  ): string => `<!doctype html><html lang="${attribute(random)}"><head><title>${html(random)}</title>
<meta property="og:title" content="${attribute(random)}"><meta property="article:published_time" content="${random.once(3) ? attribute(random) : '2019-03-01'}">
<meta name="author" content="${attribute(random)}"><link rel="canonical" href="${attribute(random, hostileAddress)}">
<script type="application/ld+json">${random.once(2) ? JSON.stringify({ '@type': 'NewsArticle', headline: hostileText(random), author: { name: hostileText(random) } }) : hostileText(random)}</script></head>
<body><main><article><h1>${html(random)}</h1><p>A paragraph of some length, so that it is taken for the text of a story, and not for anything else.</p>${html(random)}</article></main></body></html>`;
  const files = posts.map(({ seed, random }) => [`${random.once(2) ? '' : '2019/03/'}a-${seed}.html`, page(random)]);
  return { open: '', files: Object.fromEntries(files) };
};

const feed: MakeArchive = (posts, whole) => {
  const item = ({
    random,
  }: Post): string => `<item><title>${inXml(random)}</title><link>${inXml(random, hostileAddress)}</link><guid>${inXml(random)}</guid>
<pubDate>${random.once(3) ? inXml(random) : 'Fri, 01 Mar 2019 07:30:00 +0000'}</pubDate><category>${inXml(random)}</category><dc:creator>${inXml(random)}</dc:creator>
<description>${inXml(random, html)}</description><enclosure url="${inXml(random, nameOrText).replaceAll('"', '')}" type="image/jpeg"/></item>`;
  const text = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${inXml(whole)}</title><link>https://old.example/</link>${posts.map(item).join('\n')}</channel></rss>`;
  return { open: 'feed.xml', files: { 'feed.xml': text } };
};

const markdown: MakeArchive = (posts, whole) => {
  const front = (random: Random): string =>
    `title: ${JSON.stringify(hostileText(random))}\ndate: ${random.once(3) ? JSON.stringify(hostileText(random)) : '2019-03-01'}\nslug: ${JSON.stringify(random.once(2) ? hostileText(random) : 'a')}\npermalink: ${JSON.stringify(hostileAddress(random))}\naliases: [${JSON.stringify(hostileAddress(random))}]\ntags: [${JSON.stringify(hostileText(random))}]\nauthor: ${JSON.stringify(hostileText(random))}\nimage: ${JSON.stringify(nameOrText(random))}\n`;
  const text = (random: Random): string => `---\n${front(random)}---\n${hostileBody(random)}\n`;
  const [config, folder] = whole.one([
    ['_config.yml', '_posts'],
    ['hugo.toml', 'content/posts'],
    ['none.txt', 'posts'],
  ] as const);
  const files = posts.map(({ seed, random }) => [`${folder}/2019-03-01-a-${seed}.md`, text(random)] as const);
  return {
    open: '',
    files: { [config]: `title: ${JSON.stringify(hostileText(whole))}\n`, ...Object.fromEntries(files) },
  };
};

/** Half of what WordPress makes is no post. */
const SYSTEMS: readonly MakeArchive[] = [wordpress, wordpress, ghost, htmlPages, feed, markdown];

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

/** A text of which the end, or a piece, is missing. */
function cut(text: string, random: Random): string {
  const [from, to] = [random.below(text.length), random.below(text.length)];
  return random.one([() => text.slice(0, from), () => text.slice(0, from) + text.slice(to)])();
}
