import { describe, expect, it } from 'vitest';
import type { Archive, Entry } from '../../../../../src/cli/import/archive.ts';
import { open } from './a-project.ts';

const CONFIG = 'baseURL = "https://a.example/"\n';

/** A text with these lines of front matter. */
function aText(...keys: readonly string[]): string {
  return ['---', 'title: A', 'date: 2019-03-01', ...keys, '---', 'Words.', ''].join('\n');
}

async function entriesOf(archive: Archive): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of archive.entries()) entries.set(entry.key, entry);
  return entries;
}

describe('names that a site of Hugo sorts by', () => {
  const TAXONOMIES = '[taxonomies]\ntag = "tags"\nrubric = "rubrics"\nplace = "places"\nauthor = "authors"\n';

  it('are topics, whose lists lead to those here', async () => {
    const { lists, outlines, redirects } = await open('hugo', {
      'hugo.toml': CONFIG + TAXONOMIES,
      'content/news/a.md': aText('tags: [Ferry]', 'places: [Upper Quay]', 'rubrics: Letters, and more'),
    });

    expect(outlines[0]?.topics).toEqual(['Ferry', 'Letters, and more', 'Upper Quay']);
    expect(lists).toEqual(
      expect.arrayContaining([
        { url: '/tags/ferry/', feeds: ['/tags/ferry/index.xml'], of: { kind: 'topic', name: 'Ferry' } },
        {
          url: '/places/upper-quay/',
          feeds: ['/places/upper-quay/index.xml'],
          of: { kind: 'topic', name: 'Upper Quay' },
        },
      ]),
    );
    expect(redirects).toEqual(
      expect.arrayContaining([
        { from: '/places/', to: '/archive/' },
        { from: '/authors/', to: '/contributors/' },
      ]),
    );
  });

  it('are at the addresses that `permalinks` say', async () => {
    const { lists } = await open('hugo', {
      'hugo.toml': `${CONFIG}${TAXONOMIES}[permalinks.term]\nplaces = "/where/:slug/"\n`,
      'content/news/a.md': aText('places: [Upper Quay]'),
    });

    expect(lists.map(({ url }) => url)).toContain('/where/upper-quay/');
  });

  it('are categories and people under other keys, too', async () => {
    const archive = await open('hugo', {
      'hugo.toml': `${CONFIG}[taxonomies]\ncategory = "rubriken"\nauthor = "autoren"\n`,
      'content/a.md': aText('rubriken: [Hafen]', 'autoren: [Jana Roth]'),
    });
    const entry = (await entriesOf(archive)).get('content/a.md');
    const notes: unknown[] = [];
    entry?.text({ ...aContextFor(entry), note: (note) => notes.push(note) });

    expect(entry).toMatchObject({ categories: [{ title: 'Hafen' }], contributors: ['Jana Roth'], topics: [] });
    expect(archive.lists.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['/rubriken/hafen/', '/autoren/jana-roth/']),
    );
    expect(notes).toEqual([]);
  });

  it('are none where the configuration does not have them', async () => {
    const { outlines } = await open('hugo', { 'hugo.toml': CONFIG, 'content/news/a.md': aText('places: [Quay]') });

    expect(outlines[0]?.topics).toEqual([]);
  });
});

function aContextFor(entry: Entry): Parameters<Entry['text']>[0] {
  return {
    ...{ entry, link: (address) => address, media: () => undefined, shortcode: () => undefined },
    note: () => undefined,
  };
}

describe('`cascade` of a section of Hugo', () => {
  const given = async (files: Readonly<Record<string, string>>, config = '') => {
    const archive = await open('hugo', { 'hugo.toml': CONFIG + config, ...files });
    return new Map(archive.outlines.map((outline) => [outline.key, outline]));
  };

  it('gives its texts the keys that they lack, the nearest first', async () => {
    const outlines = await given(
      {
        'content/_index.md': '---\ncascade:\n  tags: [Home]\n  categories: [All]\n---\n',
        'content/news/_index.md': '---\ncascade:\n  tags: [News]\n---\n',
        'content/news/a.md': aText(),
        'content/news/b.md': aText('tags: [Own]'),
        'content/blog/c.md': aText(),
      },
      '[cascade]\ntags = ["Site"]\nlang = "de"\n',
    );
    const topics = (key: string) => outlines.get(key)?.topics;

    expect([topics('content/news/a.md'), topics('content/news/b.md'), topics('content/blog/c.md')]).toEqual([
      ['News'],
      ['Own'],
      ['Home'],
    ]);
    expect(outlines.get('content/news/a.md')?.categories.map(({ title }) => title)).toEqual(['All', 'News']);
  });

  it.each([
    ['path: /news/**', ['Given', 'Given']],
    ['path: /news/*', ['Given', undefined]],
    ['path: "{/news/b,/news/deep/**}"', [undefined, 'Given']],
    ['path: /blog/**', [undefined, undefined]],
    ['kind: page', ['Given', 'Given']],
    ['kind: section', [undefined, undefined]],
    ['lang: de', [undefined, undefined]],
    ['environment: staging', [undefined, undefined]],
    [`path: /${'*a'.repeat(50)}`, [undefined, undefined]],
  ])('is for those that a target names: %s', async (target, expected) => {
    const outlines = await given({
      'content/news/_index.md': `---\ncascade:\n- target:\n    ${target}\n  tags: [Given]\n---\n`,
      'content/news/a.md': aText(),
      'content/news/deep/c.md': aText(),
    });
    const found = ['content/news/a.md', 'content/news/deep/c.md'].map((key) => outlines.get(key)?.topics[0]);

    expect(found).toEqual(expected);
  });

  it('holds back what it says is a draft, or has no page', async () => {
    const outlines = await given({
      'content/notes/_index.md': '---\ncascade:\n  draft: true\n---\n',
      'content/notes/a.md': aText(),
      'content/parts/_index.md': '+++\n[cascade]\n[cascade._build]\nrender = "never"\n+++\n',
      'content/parts/b.md': aText(),
    });

    expect([...outlines.values()].map(({ status }) => status)).toEqual(['draft', 'draft']);
  });
});

it('is a page, what Hugo calls a section that has nothing in it', async () => {
  const { outlines } = await open('hugo', {
    'hugo.toml': CONFIG,
    'content/contact/_index.md': '---\ntitle: Contact\n---\nWrite to us.\n',
    'content/news/_index.md': '---\ntitle: News\n---\nAll news.\n',
    'content/news/a.md': aText(),
    'content/tags/ferry/_index.md': '---\ntitle: The ferry\n---\nAll of it.\n',
  });

  expect(outlines.map(({ key, kind, url }) => [key, kind, url])).toEqual([
    ['content/contact/_index.md', 'page', '/contact/'],
    ['content/news/a.md', 'story', '/news/a/'],
  ]);
});

it('sorts by what a text of Zola names under `taxonomies`', async () => {
  const { lists, outlines } = await open('zola', {
    'config.toml':
      'base_url = "https://a.example"\ntaxonomies = [{ name = "tags" }, { name = "places" }, { name = "authors" }]\n',
    'content/news/a.md':
      '+++\ntitle = "A"\ndate = 2019-03-01\n[taxonomies]\ntags = ["Ferry"]\nplaces = ["Upper Quay"]\nauthors = ["Jane Doe"]\n+++\nWords.\n',
  });

  expect(outlines[0]).toMatchObject({ topics: ['Ferry', 'Upper Quay'], contributors: ['Jane Doe'] });
  expect(lists.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/places/upper-quay/', '/tags/ferry/', '/authors/jane-doe/']),
  );
});
