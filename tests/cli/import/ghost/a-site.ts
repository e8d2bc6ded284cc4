import { anExport } from './an-export.ts';

const PARAGRAPH = '<p>The city closed the harbour bridge on Monday after inspectors found a crack.</p>';

function post(
  id: string,
  slug: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    ...{ id, slug, title: `About ${slug}`, type: 'post', status: 'published', visibility: 'public', html: PARAGRAPH },
    ...{ published_at: `2024-05-${id.padStart(2, '0')}T06:30:00.000Z`, ...more },
  };
}

/** The files of a site of Ghost with every kind of address that it gives: collections, a moved page and tag, lists of a route, redirects. */
export function ghostSite(): Readonly<Record<string, string>> {
  const posts = [
    post('1', 'bridge'),
    post('2', 'ferries', { visibility: 'members' }),
    post('3', 'essay-on-rust', { featured: 1 }),
    post('4', '\u043c\u043e\u0441\u0442'),
    post('5', 'never-seen', { status: 'draft' }),
    post('6', 'tag'),
    post('20', 'about', { type: 'page' }),
    post('21', 'contact', { type: 'page' }),
  ];
  const tables = {
    posts,
    tags: ['local', 'essays', 'harbour'].map((slug) => ({ id: slug, slug, name: `Of ${slug}`, visibility: 'public' })),
    posts_tags: [
      ...['1', '2', '4', '6'].map((id) => ({ post_id: id, tag_id: 'local', sort_order: 0 })),
      { post_id: '3', tag_id: 'essays', sort_order: 0 },
      ...['1', '3'].map((id) => ({ post_id: id, tag_id: 'harbour', sort_order: 1 })),
    ],
    users: [{ id: 'u1', name: 'Jane Doe', slug: 'jane' }],
    posts_authors: posts.map(({ id }) => ({ post_id: id, author_id: 'u1', sort_order: 0 })),
    settings: [
      { key: 'title', value: 'The Harbour Post' },
      { key: 'timezone', value: 'Europe/London' },
      { key: 'locale', value: 'en-GB' },
    ],
  };
  const routes = [
    'routes:',
    '  /who-we-are/:',
    '    data: page.about',
    '  /port/:',
    '    controller: channel',
    '    filter: tag:harbour',
    'collections:',
    '  /essays/:',
    '    permalink: /essays/{slug}/',
    '    filter: tag:essays',
    '  /:',
    '    permalink: /{year}/{month}/{slug}/',
    'taxonomies:',
    '  tag: /topic/{slug}/',
    '  author: /by/{slug}/',
  ];
  return {
    'ghost.json': anExport(tables),
    'routes.yaml': `${routes.join('\n')}\n`,
    'redirects.yaml': '301:\n  /old-bridge/: /2024/05/bridge/\n  ^\\/old-ferries\\/?$: /2024/05/ferries/\n',
  };
}
