import { describe, expect, it } from 'vitest';
import { editionOf } from '../newsroom/edition.ts';
import { aStory, manyStories } from '../newsroom/manuscript.ts';

const SITE = { sections: [{ id: 'sport', title: 'Sport' }] };

/** What is said of a front: code, line and column. */
function said(text: string, name = 'home.yaml'): readonly (readonly unknown[])[] {
  const { diagnostics } = editionOf({ site: SITE, articles: manyStories(5), fronts: { [name]: text } });
  return diagnostics.map(({ code, line, column, path }) => {
    expect(path).toBe(`content/fronts/${name}`);
    return [code, line, column];
  });
}

describe('a front', () => {
  it.each(['', '# nothing yet\n', 'lead:\n', 'stories: []\ngroups: []\n', 'lead: story-1\n', '{}'])(
    'may say as little as %j',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );

  it.each([
    ['leed: story-1\n', [['key-unknown', 1, 1]]],
    ['lead:\n  story: story-1\n  wieght: text\n', [['key-unknown', 3, 3]]],
    ['lead: { story: story-1, weight: huge }\n', [['value-choice', 1, 33]]],
    ['lead: [story-1]\n', [['value-type', 1, 7]]],
    ['lead: 2026\n', [['value-type', 1, 7]]],
    ['lead: ""\n', [['key-missing', 1, 7]]],
    ['lead: story-1\nlead: story-2\n', [['key-duplicate', 2, 1]]],
    ['stories: story-1\n', [['value-type', 1, 10]]],
    ['stories:\n  - story-1\n  -\n', [['key-missing', 3, 4]]],
    ['stories:\n  - weight: text\n', [['key-missing', 2, 5]]],
    ['groups:\n  - stories: [story-1]\n', [['key-missing', 2, 5]]],
    ['groups:\n  - title: A\n    storys: [story-1]\n', [['key-unknown', 3, 5]]],
    ['groups:\n  - title: A\n    layout: masonry\n', [['value-choice', 3, 13]]],
    ['groups:\n  - title: A\n    layout: [lead]\n', [['value-choice', 3, 13]]],
    ['groups:\n  - title: A\n    layuot: lead\n', [['key-unknown', 3, 5]]],
    ['groups:\n  - layout: lead\n', [['key-missing', 2, 5]]],
    ['groups:\n  - section: sprot\n', [['section-unknown', 2, 14]]],
    ['groups:\n  - topic: Harbor\n', [['topic-unknown', 2, 12]]],
    [
      'groups:\n  - section: sport\n    topic: Harbour\n',
      [
        ['topic-unknown', 3, 12],
        ['key-unknown', 3, 5],
      ],
    ],
    ['breaking: { text: A }\n', [['key-missing', 1, 1]]],
    ['breaking: { until: 2026-12-01 }\n', [['key-missing', 1, 1]]],
    ['breaking: { text: A, until: soon }\n', [['date-invalid', 1, 29]]],
    ['breaking: { text: A, until: 2026-02-30 }\n', [['date-invalid', 1, 29]]],
    ['breaking: { text: A, url: "javascript:1", until: 2026-12-01 }\n', [['url-invalid', 1, 27]]],
    ['breaking: { text: A, url: /nothing/, until: 2026-12-01 }\n', [['link-broken', 1, 27]]],
    ['breaking: { url: /, story: story-1, until: 2026-12-01 }\n', [['key-unknown', 1, 13]]],
    ['- story-1\n', [['value-type', 1, 1]]],
    ['lead: [\n', [['yaml-broken', 1, 7]]],
    ['lead: story-9\n', [['front-story-unknown', 1, 7]]],
    ['lead: articles/story-9.md\n', [['front-story-unknown', 1, 7]]],
    ['lead: ../../../etc/passwd.md\n', [['front-story-unknown', 1, 7]]],
    [
      'lead: __proto__\nstories: [constructor]\n',
      [
        ['front-story-unknown', 1, 7],
        ['front-story-unknown', 2, 11],
      ],
    ],
  ])('%j is told at its place', (text, expected) => {
    expect([...said(text)].sort()).toEqual([...expected].sort());
  });

  it('is told where it is of nothing', () => {
    expect(said('lead: story-1\n', 'sprot.yaml')).toEqual([['front-unknown', 1, 1]]);
    expect(said('lead: story-1\n', 'sport.yaml')).toEqual([]);
  });

  it('is not told to be of an unknown section where nothing is known of sections', () => {
    const { diagnostics } = editionOf({ site: 'title: [', fronts: { 'sport.yaml': 'groups: [{ section: sport }]' } });

    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-broken']);
  });

  it('has the nearest name in the hint', () => {
    const { diagnostics } = editionOf({ articles: manyStories(5), fronts: { 'home.yaml': 'lead: stroy-3\n' } });

    expect(diagnostics).toMatchObject([{ hint: 'did you mean `story-3`?' }]);
  });

  it('has the slug in the hint where the name of its file is written', () => {
    const articles = { '2026/ferry.md': aStory({ slug: 'crossing' }), 'ferr.md': aStory() };
    const { diagnostics } = editionOf({ articles, fronts: { 'home.yaml': 'lead: ferry\n' } });

    expect(diagnostics).toMatchObject([{ code: 'front-story-unknown', hint: 'did you mean `crossing`?' }]);
  });
});

it.each([
  ['lead: /2026/11/23/story-1/\n', 'did you mean `story-1`?'],
  ['lead: https://ledger.example/2026/11/23/story-1.html?x=1\n', 'did you mean `story-1`?'],
  [
    'stories:\n  - story-1, story-2\n',
    'write one story alone; each of several is an entry of its own, on a line with `- ` before it',
  ],
  ['lead: [story-1]\n', 'write it without brackets: `story-1`'],
  ['breaking: { text: A, until: 21/12/2027 }\n', 'write `2027-12-21`'],
])('what names a story in another way is told with what to write: %s', (text, hint) => {
  const { diagnostics } = editionOf({ site: SITE, articles: manyStories(5), fronts: { 'home.yaml': text } });

  expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
});
