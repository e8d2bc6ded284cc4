import { describe, expect, it } from 'vitest';
import { editionOf } from './edition.ts';
import { placesOf } from './findings.ts';
import { aFile, aStory } from './manuscript.ts';
import type { NewsroomGiven } from './newsroom.ts';

const SITE = {
  sections: [{ id: 'news', title: 'News' }],
  series: [{ id: 'the-repair', title: 'The repair' }],
  languages: [{ language: 'de' }],
  elsewhere: ['/shop/**'],
  liveStrip: { text: 'Live', url: 'https://live.example/' },
  defaults: { contributors: 'Jane Doe' },
  standards: { 'picture-alt': 'off' },
};

const LINKS = ['/news/', '/de/', '/shop/a/', '/series/the-repair/', '/old/', '/about/', '/2026/11/20/first/'];

/** A newsroom in which stories, a front and a page lead to all that others make. */
function aRoom(given: NewsroomGiven = {}): NewsroomGiven {
  const text = `${LINKS.map((url) => `[it](${url})`).join(' ')}\n\n![](bridge.jpg)\n\n::story{slug=first}\n`;
  const keys = { contributors: undefined, section: 'news', series: 'the-repair', liveStrip: { text: 'Own' } };
  return {
    ...given,
    site: { ...SITE, ...(given.site as object | undefined) },
    articles: {
      'first.md': aStory({ date: '2026-11-20 07:30' }),
      'b.md': aStory(keys, text),
      'c.md': aStory({ ...keys, contributors: ['jane-doe', 'Jo Li'], related: ['first'] }, text),
      'd.md': aStory({ contributors: 'Jane Doe', language: 'de', translations: { en: 'b' } }, text),
      ...given.articles,
    },
    contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, 'Bio.\n'), ...given.contributors },
    fronts: { 'home.yaml': 'lead: first\n', 'news.yaml': 'lead: b\n', 'de/home.yaml': 'lead: d\n' },
    pages: { 'about.md': aFile({ title: 'About' }, '[it](/news/)\n'), ...given.pages },
    redirects: given.redirects ?? { '/old/': '/2026/11/20/first/', '/older/': '/about/' },
    addresses: { 'addresses.txt': '/older/\n/2026/11/20/first/ content/articles/first.md\n' },
  };
}

function toldOf(given: NewsroomGiven): readonly string[] {
  return placesOf(editionOf(aRoom(given)).diagnostics);
}

it('has nothing wrong in it', () => {
  expect(toldOf({})).toEqual([]);
});

describe('of what is wrong in one file the cause alone is told', () => {
  it.each([
    ...['sections', 'series', 'languages', 'elsewhere', 'liveStrip', 'defaults', 'standards'].flatMap((key) => [
      [{ [key]: 'x' }, [`content/site.yaml value-type`]] as const,
      [{ [key]: 5 }, [`content/site.yaml value-type`]] as const,
    ]),
    [{ sections: ['news'] }, ['content/site.yaml value-type']],
    [{ sections: [{ id: 'News X', title: 'News' }] }, ['content/site.yaml slug-invalid']],
    [{ permalink: '/{slug}' }, ['content/site.yaml permalink-invalid']],
    [{ timeZone: 'London' }, ['content/site.yaml time-zone-invalid']],
    [{ standards: { 'picture-alt': 'on' } }, ['content/site.yaml value-choice']],
  ] as const)('in site.yaml: %j', (site, told) => {
    expect(toldOf({ site })).toEqual(told);
  });

  it.each([
    ['title: "x\n', ['content/site.yaml yaml-broken']],
    ['', ['content/site.yaml key-missing', 'content/site.yaml key-missing']],
  ])('where site.yaml cannot be read: %j', (text, told) => {
    expect(placesOf(editionOf({ ...aRoom(), site: text }).diagnostics)).toEqual(told);
  });

  it.each([
    ['---\nname: "Jane\n---\n', 'yaml-broken'],
    ['Jane Doe\n', 'front-matter-missing'],
    [aFile({ name: 5 }, ''), 'value-type'],
    [aFile({ nmae: 'Jane Doe' }, ''), 'key-unknown'],
  ])('of a contributor: %j', (text, code) => {
    expect(toldOf({ contributors: { 'jane-doe.md': text } })).toEqual([`content/contributors/jane-doe.md ${code}`]);
  });

  it.each([
    ['- /old/: /about/\n', 'value-type'],
    ['/old/: "x\n', 'yaml-broken'],
    ['/old/: [/about/]\n', 'redirect-invalid'],
    ['old/: /about/\n', 'redirect-invalid'],
  ])('of redirects: %j', (redirects, code) => {
    expect(toldOf({ redirects })).toEqual([`content/redirects.yaml ${code}`]);
  });

  it.each([
    ['---\nheadline: a: b\nslug: first\ncontributors: Jane Doe\ndate: 2026-11-20\n---\n', 'yaml-broken'],
    [aStory({ date: '2026-13-20' }), 'date-invalid'],
    [aStory({ date: undefined }), 'key-missing'],
    [aStory({ date: '2026-11-20', slug: 'a b' }), 'slug-invalid'],
    [aStory({ date: '2026-11-20', permalink: 'a b' }), 'permalink-invalid'],
  ])('of a story that others lead to: %j', (text, code) => {
    expect(toldOf({ articles: { 'first.md': text } })).toEqual([`content/articles/first.md ${code}`]);
  });

  it.each([
    ['---\ntitle: "x\n---\n', 'yaml-broken'],
    [aFile({ title: 'About', permalink: 'about us' }, 'x\n'), 'permalink-invalid'],
    [aFile({ titel: 'About' }, 'x\n'), 'key-unknown'],
  ])('of a page: %j', (text, code) => {
    const all = toldOf({ pages: { 'about.md': text } });

    expect(all).toEqual([`content/pages/about.md ${code}`]);
  });
});

describe('what has another cause is told all the same', () => {
  it('beside an error that has nothing to do with it', () => {
    const articles = { 'e.md': aStory({ section: 'nwes' }, '[it](gone.md) [it](/gone/)\n') };

    expect(toldOf({ site: { hub: 'x' }, articles })).toEqual([
      'content/articles/e.md section-unknown',
      'content/articles/e.md link-broken',
      'content/articles/e.md link-broken',
      'content/site.yaml url-invalid',
    ]);
  });

  it('beside a wrong list: files that are not there', () => {
    const articles = { 'e.md': aStory({}, '[it](gone.md)\n') };

    expect(toldOf({ site: { sections: 'x' }, articles })).toEqual([
      'content/articles/e.md link-broken',
      'content/site.yaml value-type',
    ]);
  });

  it('beside a draft with errors, which stops nothing', () => {
    const articles = {
      'e.md': aStory({}, '[it](/gone/) ::x\n\n::story{slug=gone}\n'),
      'f.md': aStory({ draft: true, date: 'soon', slug: 'a b' }),
    };

    expect(toldOf({ articles })).toEqual(['content/articles/e.md link-broken', 'content/articles/e.md story-unknown']);
  });
});
