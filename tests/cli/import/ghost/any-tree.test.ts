import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportNote } from '../../../../src/cli/import/archive.ts';
import { entriesOf, open, textOf } from './an-export.ts';
import { IS_NIGHT } from '../../../at-night.ts';
import { tries } from '../../../tries.ts';

/** A word that is no other, and that no Markdown changes. */
const word = fc.nat(1_000_000).map((number) => `w${number}w`);

const TYPES = [
  'paragraph',
  'extended-heading',
  'extended-quote',
  'aside',
  'listitem',
  'list',
  'link',
  'root',
  'nobody-knows',
];

/** Nodes of the newer editor in whatever order, also where its editor would put none. */
const lexicalNode = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.record({ type: fc.constantFrom('extended-text', 'text', 'tk'), text: word, format: fc.nat(255) }),
    fc.constant({ type: 'linebreak' }),
    fc.record({ type: fc.constant('callout'), calloutEmoji: fc.constantFrom('', '💡'), calloutText: word }),
    fc.record({ type: fc.constant('toggle'), heading: word, content: word }),
    fc.record({ type: fc.constant('image'), src: fc.constantFrom('', '/a.jpg'), caption: word, alt: fc.constant('') }),
    fc.record({ type: fc.constant('html'), html: word.map((one) => `<div><p><b>${one}</div>`) }),
    fc.record({ type: fc.constant('markdown'), markdown: word.map((one) => `> - **${one}**`) }),
    fc.record({ type: fc.constant('codeblock'), code: word, language: fc.constantFrom('', 'js'), caption: word }),
    fc.record({ type: fc.constant('recipe'), title: word, content: word }),
    fc.record({
      type: fc.constantFrom(...TYPES),
      url: fc.constantFrom('https://example.com/', '', '/a/', '#b'),
      listType: fc.constantFrom('bullet', 'number', 'check'),
      tag: fc.constantFrom('h1', 'h2', 'h6', 'ul', 'script'),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
})).node;

/** Sections of the older editor, with markups that may be there or not. */
const mobiledocTree = fc.record({
  markups: fc.array(fc.constantFrom(['strong'], ['em'], ['code'], ['a', ['href', '/a/']], ['a'], 'x'), {
    maxLength: 5,
  }),
  atoms: fc.array(fc.oneof(fc.constant(['soft-return', '', {}]), fc.tuple(fc.constant('mention'), word)), {
    maxLength: 2,
  }),
  cards: fc.array(fc.tuple(fc.constantFrom('callout', 'nobody-knows'), fc.record({ calloutText: word })), {
    maxLength: 3,
  }),
  sections: fc.array(
    fc.oneof(
      fc.tuple(
        fc.constant(1),
        fc.constantFrom('p', 'h2', 'blockquote', 'script'),
        fc.array(fc.tuple(fc.constant(0), fc.array(fc.nat(6), { maxLength: 3 }), fc.nat(4), word)),
      ),
      fc.tuple(
        fc.constant(3),
        fc.constantFrom('ul', 'ol', 'x'),
        fc.array(fc.array(fc.tuple(fc.constant(0), fc.constant([]), fc.constant(0), word))),
      ),
      fc.tuple(fc.constant(10), fc.nat(4)),
    ),
  ),
});

async function read(
  fields: Readonly<Record<string, unknown>>,
): Promise<{ text: string; notes: readonly ImportNote[] }> {
  const [entry] = await entriesOf(await open({ posts: [{ id: '1', slug: 'a', ...fields }] }));
  return textOf(entry as NonNullable<typeof entry>);
}

/** A letter right behind a mark may be written as its number, so that the mark is one. */
function shown(markdown: string): string {
  return markdown.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

describe('any tree of an editor of Ghost', () => {
  it('keeps a word right behind a mark that would be none', async () => {
    const children = [
      { type: 'text', text: 'within', format: 4 + 8 + 16 },
      { type: 'text', text: 'behind', format: 0 },
    ];
    const { text } = await read({ lexical: JSON.stringify({ root: { children: [{ type: 'paragraph', children }] } }) });

    expect(shown(text)).toContain('behind');
  });

  it('keeps all of its words: lexical', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lexicalNode, { maxLength: 6 }), async (children) => {
        const lexical = JSON.stringify({ root: { type: 'root', children } });

        const { text } = await read({ lexical });

        expect((lexical.match(/w\d+w/g) ?? []).filter((one) => !shown(text).includes(one))).toEqual([]);
      }),
      { numRuns: tries(150) },
    );
  });

  it('keeps all of its words: mobiledoc', async () => {
    await fc.assert(
      fc.asyncProperty(mobiledocTree, async (tree) => {
        const { text } = await read({ mobiledoc: JSON.stringify(tree) });

        const used = JSON.stringify([
          tree.sections,
          tree.sections.flatMap(([kind, card]) => (kind === 10 ? [tree.cards[card as number]] : [])),
        ]);
        expect((used.match(/w\d+w/g) ?? []).filter((one) => !shown(text).includes(one))).toEqual([]);
      }),
      { numRuns: tries(150) },
    );
  });

  it('is survived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.jsonValue(), async (json, value) => {
        const lexical = JSON.stringify({ root: { children: [value, { type: 'list', children: value }] } });
        const mobiledoc = JSON.stringify({
          markups: value,
          sections: [[1, 'p', value], [3, 'ul', [value]], [10, 0], value],
          cards: [['image', value]],
        });

        for (const fields of [
          { lexical },
          { mobiledoc },
          { lexical: json, mobiledoc: json, html: json, markdown: json },
        ])
          await expect(read(fields)).resolves.toHaveProperty('text');
      }),
      { numRuns: tries(100) },
    );
  });
});

/** How many of a piece a hostile text is made of: by day a quarter. */
const many = (count: number): number => (IS_NIGHT ? count : count / 4);

describe('a hostile post of Ghost', () => {
  const nested = (levels: number, open: string, inner: string, close: string): string =>
    open.repeat(levels) + inner + close.repeat(levels);

  it.each([
    [
      'nodes in nodes',
      {
        lexical: `{"root":{"children":[${nested(10_000, '{"type":"extended-quote","children":[', '{"text":"within"}', ']}')}]}}`,
      },
    ],
    [
      'lists in lists',
      {
        lexical: `{"root":{"children":[${nested(5_000, '{"type":"list","children":[{"type":"listitem","children":[', '{"text":"within"}', ']}]}')}]}}`,
      },
    ],
    [
      'links in links',
      {
        lexical: `{"root":{"children":[${nested(10_000, '{"type":"link","url":"/a/","children":[', '{"text":"within"}', ']}')}]}}`,
      },
    ],
    [
      'unknown nodes',
      { lexical: `{"root":{"children":[${nested(10_000, '{"type":"x","children":[', '{"text":"within"}', ']}')}]}}` },
    ],
    [
      'a card with what is deep',
      { lexical: `{"root":{"children":[{"type":"x","title":"within","y":${nested(10_000, '[', '', ']')}}]}}` },
    ],
    ['elements in elements', { html: nested(10_000, '<div>', 'within', '</div>') }],
    [
      'cards in cards',
      {
        html: nested(
          5_000,
          '<div class="kg-card kg-callout-card"><div class="kg-callout-text">',
          'within',
          '</div></div>',
        ),
      },
    ],
    ['quotations of Markdown', { markdown: `${'>'.repeat(10_000)} within` }],
    [
      'boxes of notes',
      { html: nested(3_000, '<div class="footnotes"><ol><li id="fn1">', 'within', '</li></ol></div>') },
    ],
  ])('keeps the words of %s', async (_what, fields) => {
    const { text } = await read(fields);

    expect(text).toContain('within');
  });

  it.each([
    ['one long line', { html: `<p>${'word '.repeat(many(400_000))}</p>` }],
    [
      'many marks',
      {
        lexical: JSON.stringify({
          root: {
            children: [
              {
                type: 'paragraph',
                children: Array.from({ length: many(20_000) }, (_, at) => ({ text: 'a', format: at % 256 })),
              },
            ],
          },
        }),
      },
    ],
    [
      'markups that are never closed',
      {
        mobiledoc: JSON.stringify({
          markups: [['strong'], ['em']],
          sections: [[1, 'p', Array.from({ length: many(20_000) }, (_, at) => [0, [at % 2], 0, 'a'])]],
        }),
      },
    ],
    ['notes', { markdown: `${'x[^1] '.repeat(many(20_000))}\n\n[^1]: a` }],
    [
      'other notes',
      { markdown: Array.from({ length: many(2_000) }, (_, at) => `x[^${at}]\n\n[^${at}]: a\n\n`).join('') },
    ],
    ['brackets of notes', { markdown: '[^'.repeat(many(20_000)) }],
    ['notes in their place', { markdown: '^[a] '.repeat(many(20_000)) }],
    ['signs', { markdown: '~^=*_'.repeat(many(10_000)) }],
    ['names of the site', { html: '__GHOST_URL__'.repeat(many(200_000)) }],
    ['open tags', { html: '<b><i><a href=x><p class="kg-card kg-toggle-card">a'.repeat(many(1_000)) }],
  ])('is read in time that grows with it: %s', async (_what, fields) => {
    const { text } = await read(fields);

    expect(text.length).toBeGreaterThan(0);
  });

  it('has names that objects have', async () => {
    const archive = await open({
      posts: [{ id: '__proto__', slug: '__proto__', title: 'A', author_id: '__proto__', status: 'published' }],
      tags: [{ id: '__proto__', slug: '__proto__', name: '__proto__' }],
      posts_tags: [{ post_id: '__proto__', tag_id: '__proto__' }],
      users: [{ id: '__proto__', slug: '__proto__', name: 'constructor' }],
      settings: [{ key: '__proto__', value: 'x' }],
    });

    expect(archive.outlines).toMatchObject([
      { key: 'post __proto__', categories: [{ id: '__proto__' }], contributors: ['__proto__'] },
    ]);
    expect(archive.contributors).toMatchObject([{ key: '__proto__', name: 'constructor' }]);
  });

  it('has rows of other shapes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.jsonValue(), async (rows, value) => {
        const fields = [
          'title',
          'slug',
          'type',
          'status',
          'visibility',
          'published_at',
          'html',
          'lexical',
          'canonical_url',
          'feature_image',
        ];
        const post = Object.fromEntries(fields.map((name) => [name, value]));
        const archive = await open({
          posts: [post, ...rows, { id: '1' }],
          tags: rows,
          users: [{ id: '1', ...post }],
          posts_authors: [{ post_id: '1', author_id: '1' }],
          posts_meta: [{ post_id: '1', ...post }],
          settings: rows,
        });

        for (const entry of await entriesOf(archive)) textOf(entry);
        expect(archive.outlines.length).toBeGreaterThan(0);
      }),
      { numRuns: tries(60) },
    );
  });
});
