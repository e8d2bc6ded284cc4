import { expect, it } from 'vitest';
import { archiveOf, entriesOf } from './archive.ts';
import { anAttachment, aWxr } from './wxr.ts';

const HEAD = [
  '<wp:author><wp:author_id>7</wp:author_id><wp:author_login>ann</wp:author_login></wp:author>',
  '<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>news</wp:category_nicename><wp:cat_name>News</wp:cat_name></wp:category>',
].join('');

it('knows the addresses of lists by number and by name, and of their feeds', async () => {
  const { lists } = await archiveOf(
    aWxr(
      [
        {
          terms: [
            ['category', 'news', 'News'],
            ['post_tag', 'port', 'Port'],
          ],
        },
      ],
      HEAD,
    ),
  );
  const base = 'https://gazette.example/news/';

  expect(lists).toEqual([
    {
      ...{ url: `${base}category/news/`, otherUrls: [`${base}?cat=3`], feeds: [`${base}category/news/feed/`] },
      of: { kind: 'category', id: 'news' },
    },
    {
      ...{ url: `${base}tag/port/`, otherUrls: [`${base}?tag=port`], feeds: [`${base}tag/port/feed/`] },
      of: { kind: 'topic', name: 'Port' },
    },
    {
      ...{ url: `${base}author/ann/`, otherUrls: [`${base}?author=7`], feeds: [`${base}author/ann/feed/`] },
      of: { kind: 'contributor', key: 'ann' },
    },
  ]);
});

it('leads from the page of a medium to the story that it was uploaded for, if that is there', async () => {
  const { redirects } = await archiveOf(
    aWxr([
      { id: 1 },
      { ...anAttachment(8, '2019/03/quay.jpg', { parent: 1 }), link: 'https://gazette.example/news/story-1/quay/' },
      { ...anAttachment(9, '2019/03/map.jpg', { parent: 5 }), link: 'https://gazette.example/news/map/' },
    ]),
  );

  expect(redirects.filter(({ to }) => !/^\/(?:feed|sitemap)\.xml$/.test(to))).toEqual([
    { from: 'https://gazette.example/news/story-1/quay/', to: 'https://gazette.example/news/?p=1' },
  ]);
});

it.each([
  [
    'the fields of its export',
    [
      ['_wpml_import_language_code', 'en'],
      ['_wpml_import_translation_group', '12'],
    ],
    [
      ['_wpml_import_language_code', 'de'],
      ['_wpml_import_translation_group', '12'],
    ],
    'https://gazette.example/news/story-2/',
  ],
  ['the story that it was made of', [], [['_icl_lang_duplicate_of', '1']], 'https://gazette.example/news/de/story-2/'],
  ['that, and a query', [], [['_icl_lang_duplicate_of', '1']], 'https://gazette.example/news/?p=2&lang=de'],
] as const)('knows a translation of WPML by %s', async (_how, original, translation, link) => {
  const archive = await archiveOf(
    aWxr([
      { id: 1, meta: original },
      { id: 2, meta: translation, link },
    ]),
  );
  const [one, two] = await entriesOf(archive);

  expect(one?.translations).toEqual({ de: 'post 2' });
  expect([two?.language, Object.values(two?.translations ?? {})]).toEqual(['de', ['post 1']]);
});
