import { describe, expect, it } from 'vitest';
import { type EditionMade, editionOf } from './edition.ts';
import { aFile, aStory, type Keys } from './manuscript.ts';

const draft = (keys: Keys, text?: string): string => aStory({ draft: true, ...keys }, text);

function shapeOf({ edition, diagnostics, toDo }: EditionMade) {
  const named = (some: EditionMade['toDo']): readonly string[] =>
    some.map(({ path, code }) => `${path.slice('content/articles/'.length)} ${code}`);
  return {
    published: edition.stories.map(({ entry }) => entry.path.slice('content/articles/'.length)).sort(),
    heldBack: edition.heldBack.map(({ path, reason }) => `${path.slice('content/articles/'.length)} ${reason}`).sort(),
    diagnostics: named(diagnostics),
    toDo: named(toDo),
  };
}

describe('a draft with errors', () => {
  const unfinished: readonly (readonly [what: string, text: string, code: string])[] = [
    ['a key that is unknown', draft({ titel: 'x' }), 'key-unknown'],
    ['nobody who wrote it', draft({ contributors: undefined }), 'key-missing'],
    ['a contributor who is nobody', draft({ contributors: 'nobody' }), 'contributor-unknown'],
    ['a link to nothing', draft({}, 'See [it](none.md).\n'), 'link-broken'],
    ['no date', draft({ date: undefined }), 'key-missing'],
    ['a picture that is not there', draft({}, '![A bridge](none.png)\n'), 'picture-missing'],
    ['a related story that is nowhere', draft({ related: ['nothing'] }), 'story-unknown'],
    ['the address of a story', draft({ slug: 'a' }), 'url-duplicate'],
    ['YAML that is broken', '---\nheadline: "x\ndraft: true\n---\n', 'yaml-broken'],
    ['no end of its front matter', '---\nheadline: x\ndraft: true\n\nText.\n', 'front-matter-unclosed'],
    ['a tab that YAML has not', '---\nheadline: x\n\tdek: y\ndraft: true\n---\n', 'yaml-broken'],
  ];

  it.each(unfinished)('stops nothing: %s', (what, text, code) => {
    const made = shapeOf(editionOf({ articles: { 'a.md': aStory(), 'z.md': text } }));

    expect(made).toMatchObject({ published: ['a.md'], heldBack: ['z.md draft'], diagnostics: [] });
    // Of an address that only a draft has nobody is told before it is published.
    expect(made.toDo).toEqual(what === 'the address of a story' ? [] : [`z.md ${code}`]);
  });

  it.each(unfinished)('is left out where drafts are published: %s', (_what, text, code) => {
    const made = shapeOf(editionOf({ articles: { 'a.md': aStory(), 'z.md': text } }, { drafts: true }));

    expect(made).toEqual({
      published: ['a.md'],
      heldBack: ['z.md errors'],
      diagnostics: [],
      toDo: [`z.md ${code}`],
    });
  });

  it('is left out also where another story is told of it', () => {
    const articles = { 'a.md': draft({ slug: 'same' }), 'b.md': aStory({ slug: 'same' }) };

    expect(shapeOf(editionOf({ articles }, { drafts: true }))).toEqual({
      published: ['b.md'],
      heldBack: ['a.md errors'],
      diagnostics: [],
      toDo: ['b.md url-duplicate'],
    });
  });

  it('does not take others with it that lead to it', () => {
    const articles = {
      'a.md': draft({ titel: 'x' }),
      'b.md': draft({}, 'See [it](a.md).\n'),
      'c.md': aStory({ related: ['a'] }, '::story{slug=a}\n'),
    };

    expect(shapeOf(editionOf({ articles }, { drafts: true }))).toEqual({
      published: ['b.md', 'c.md'],
      heldBack: ['a.md errors'],
      diagnostics: ['b.md link-unpublished', 'c.md related-unpublished', 'c.md link-unpublished'],
      toDo: ['a.md key-unknown'],
    });
  });

  it('is found by the slug, the date and the file that it has, though it cannot be read', () => {
    const broken = '---\nslug: other\ndate: 2026-11-20\nheadline: "x\ndraft: true\nlanguage: es\n---\n';
    const text = '[One](z.md), [two](/2026/11/20/other/).\n\n::story{slug=other}\n';
    const articles = { 'a.md': aStory({ related: ['z.md'], translations: { es: 'other' } }, text), 'z.md': broken };

    expect(shapeOf(editionOf({ articles }))).toMatchObject({
      published: ['a.md'],
      diagnostics: [
        'a.md related-unpublished',
        'a.md translation-unpublished',
        'a.md link-unpublished',
        'a.md link-unpublished',
        'a.md link-unpublished',
      ],
      toDo: ['z.md yaml-broken'],
    });
  });

  it('is no translation in a wrong language before its language can be read', () => {
    const articles = { 'a.md': aStory({ translations: { es: 'z' } }), 'z.md': '---\nheadline: "x\ndraft: true\n---\n' };

    expect(shapeOf(editionOf({ articles })).diagnostics).toEqual(['a.md translation-unpublished']);
  });
});

describe('a draft of a page with errors', () => {
  const plan = (keys: Keys, text = 'Text.\n'): string => aFile({ title: 'Plan', draft: true, ...keys }, text);
  const told = (some: EditionMade['toDo']): readonly string[] => some.map(({ path, code }) => `${path} ${code}`);

  it.each<readonly [what: string, text: string, code: string]>([
    ['a key that is unknown', plan({ titel: 'x' }), 'key-unknown'],
    ['no title', plan({ title: undefined }), 'key-missing'],
    ['a link to nothing', plan({}, 'See [it](none.md).\n'), 'link-broken'],
    ['an address that is none', plan({ permalink: 'a b' }), 'permalink-invalid'],
    ['the address of a story', plan({ permalink: '/2026/11/23/a/' }), 'url-duplicate'],
    ['the address of a page', plan({ permalink: '/other/' }), 'url-duplicate'],
    ['the address of the home page', plan({ permalink: '/' }), 'url-duplicate'],
    ['YAML that is broken', '---\ntitle: "x\ndraft: true\n---\n', 'yaml-broken'],
    ['no end of its front matter', '---\ntitle: x\ndraft: true\n\nText.\n', 'front-matter-unclosed'],
  ])('is left out where drafts are published: %s', (_what, text, code) => {
    const newsroom = {
      articles: { 'a.md': aStory({}, 'See [it](../pages/other.md).\n') },
      pages: { 'other.md': aFile({ title: 'Other' }, 'Text.\n'), 'plan.md': text, 'fine.md': plan({}) },
    };
    const { edition, diagnostics, toDo } = editionOf(newsroom, { drafts: true });

    expect(diagnostics).toEqual([]);
    expect(edition.ownPages.map(({ path }) => path).sort()).toEqual([
      'content/pages/fine.md',
      'content/pages/other.md',
    ]);
    expect(edition.heldBackPages).toMatchObject([{ path: 'content/pages/plan.md', reason: 'errors' }]);
    expect(edition.stories).toHaveLength(1);
    expect([...new Set(toDo.map((found) => found.code))]).toEqual([code]);
  });

  it('makes place for what stands there without it', () => {
    const pages = {
      'corrections.md': plan({ title: undefined }),
      'ethics.md': plan({}, '[x](none.md)\n'),
      'es/ethics.md': plan({}, '[x](none.md)\n'),
    };
    const site = { publisher: { name: 'Ledger Ltd', ethics: '/ethics/' }, languages: [{ language: 'es' }] };
    const { edition, diagnostics } = editionOf({ site, pages }, { drafts: true });

    expect(edition.corrections).toBeDefined();
    expect(edition.site.publisher).toMatchObject({ ethics: undefined });
    expect(told(diagnostics)).toEqual(['content/site.yaml link-unpublished']);
  });

  it('does not take others with it that lead to it, and is found though it cannot be read', () => {
    const pages = {
      'a.md': plan({}, 'See [it](b.md) and [it](/there/).\n'),
      'b.md': '---\npermalink: /there/\ntitle: "x\ndraft: true\n---\n',
    };
    const { edition, diagnostics, toDo } = editionOf({ pages }, { drafts: true });

    expect(edition.ownPages.map(({ path }) => path)).toEqual(['content/pages/a.md']);
    expect(told(diagnostics)).toEqual(Array(2).fill('content/pages/a.md link-unpublished'));
    expect(told(toDo)).toEqual(['content/pages/b.md yaml-broken']);
  });

  it('is the one of two with one address, whichever of them is told', () => {
    const pages = { 'a.md': plan({ permalink: '/x/' }), 'b.md': aFile({ title: 'B', permalink: '/x/' }, 'Text.\n') };
    for (const [first, second] of [
      ['a.md', 'b.md'],
      ['z.md', 'b.md'],
    ] as const) {
      const { edition, diagnostics } = editionOf(
        { pages: { [first]: pages['a.md'], [second]: pages['b.md'] } },
        { drafts: true },
      );
      expect([edition.ownPages.map(({ path }) => path), diagnostics]).toEqual([[`content/pages/${second}`], []]);
    }
  });
});

describe('a story that is no draft', () => {
  it.each([
    ['is unreadable', '---\nheadline: "x\n---\n'],
    ['is said to be a draft in its text only', '---\nheadline: "x\n---\ndraft: true\n'],
    ['is said to be a draft and not to be one', '---\nheadline: x\ndraft: true\ndraft: false\n---\n'],
  ])('stops everything if it %s, with drafts and without', (_what, text) => {
    for (const drafts of [false, true]) {
      const { diagnostics, toDo } = editionOf({ articles: { 'a.md': aStory(), 'z.md': text } }, { drafts });
      expect([diagnostics.map(({ severity }) => severity), toDo]).toEqual([['error'], []]);
    }
  });

  it('has its errors among the errors while drafts have theirs among what is still to do', () => {
    const articles = { 'a.md': aStory({ titel: 'x' }), 'z.md': draft({ titel: 'x' }, '') };

    expect(shapeOf(editionOf({ articles }))).toMatchObject({
      diagnostics: ['a.md key-unknown'],
      toDo: ['z.md body-empty', 'z.md key-unknown'],
    });
  });
});

it('keeps warnings of drafts among the warnings where drafts are published', () => {
  expect(shapeOf(editionOf({ articles: { 'z.md': draft({}, '') } }, { drafts: true }))).toMatchObject({
    published: ['z.md'],
    diagnostics: ['z.md body-empty'],
    toDo: [],
  });
});
