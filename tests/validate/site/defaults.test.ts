import { describe, expect, it } from 'vitest';
import { type EditionMade, editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = [
  { id: 'city', title: 'City' },
  { id: 'news', title: 'News' },
];

function made(defaults: unknown, keys: Keys = {}, more: NewsroomGiven = {}): EditionMade {
  const story = aStory({ contributors: undefined, ...keys });
  return editionOf({ site: { sections: SECTIONS, defaults }, articles: { 'archive/2014/a.md': story }, ...more });
}

/** What a story is credited to, and its section. */
function filled({ edition, diagnostics }: EditionMade): readonly (string | undefined)[] {
  expect(diagnostics).toEqual([]);
  const [story] = edition.stories;
  return [...(story?.credits.map(({ name }) => name) ?? []), story?.section?.id];
}

describe('a key that a story lacks', () => {
  it.each<[string, unknown, Keys]>([
    ['is given by the site', { contributors: 'Staff', section: 'news' }, {}],
    ['without a value, too', { contributors: 'Staff', section: 'news' }, { contributors: null, section: null }],
    [
      'from the first group that fits',
      [{ before: '2000-01-01', section: 'city' }, { contributors: 'Staff' }, { section: 'news', contributors: 'Else' }],
      {},
    ],
    ['before a date', { before: '2026-11-23 08:00', contributors: 'Staff', section: 'news' }, {}],
    ['in a folder', { folder: 'archive', contributors: 'Staff', section: 'news' }, {}],
    ['in a folder within', { folder: 'content/articles/archive/2014/', contributors: ['Staff'], section: 'news' }, {}],
    ['in a folder named from content/', { folder: 'articles/archive', contributors: ['Staff'], section: 'news' }, {}],
    ['as a whole credit', { contributors: [{ name: 'Staff' }], section: 'news' }, {}],
  ])('%s: %j', (_title, defaults, keys) => {
    expect(filled(made(defaults, keys))).toEqual(['Staff', 'news']);
  });

  it('is not what a story has of its own', () => {
    const keys = { contributors: 'Jane Doe', section: 'city' };
    expect(filled(made({ contributors: 'Staff', section: 'news' }, keys))).toEqual(['Jane Doe', 'city']);
  });

  it.each([
    [{ before: '2026-11-23', contributors: 'Staff' }],
    [{ folder: 'archive/2015', contributors: 'Staff' }],
    [{ folder: 'archive/20', contributors: 'Staff' }],
  ])('is missing where the default is for other stories: %j', (defaults) => {
    const { diagnostics } = made(defaults);
    expect(diagnostics.map(({ path, code }) => `${path} ${code}`)).toContain(
      'content/articles/archive/2014/a.md key-missing',
    );
  });

  it('may be in a folder named by a number', () => {
    const site = 'title: T\nurl: https://t.example/\ndefaults: { folder: 2014, contributors: Staff }\n';
    const { diagnostics } = editionOf({ site, articles: { '2014/a.md': aStory({ contributors: undefined }) } });
    expect(diagnostics).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['topics', ['Bridges']],
    ['language', 'fr'],
    ['label', 'opinion'],
    ['layout', 'article-feature'],
    ['noindex', true],
    ['free', false],
    ['dateline', 'LEEDS'],
    ['kicker', 'Harbour'],
    ['series', 'the-long-repair'],
    ['liveStrip', false],
  ])('may be %s', (key, value) => {
    const bySite = made({ contributors: 'Staff', [key]: value });
    const byStory = made({ contributors: 'Staff' }, { [key]: value });
    expect(bySite.diagnostics).toEqual([]);
    expect(bySite.edition.stories[0]?.article).toEqual(byStory.edition.stories[0]?.article);
  });
});

describe('a wrong default', () => {
  it.each<[string, unknown, string]>([
    ['a section that is not there', { section: 'nwes' }, '‹"nwes"› section-unknown'],
    ['a layout that is not there', { layout: 'article-x' }, '‹"article-x"› layout-unknown'],
    ['a label', { label: 'opinon' }, '‹"opinon"› value-choice'],
    ['a contributor who is not there', { contributors: 'nobody' }, '‹"nobody"› contributor-unknown'],
    ['one of several', { contributors: ['Staff', 'nobody'] }, '‹"nobody"› contributor-unknown'],
    ['no contributor', { contributors: [] }, '‹[]› key-missing'],
    ['a number', { contributors: 5 }, '‹5› value-type'],
    ['two people in one', { contributors: 'Jane Doe and John Roe' }, '‹"Jane Doe and John Roe"› contributors-joined'],
    ['a key that no story leaves open', { headline: 'A' }, '‹"headline"› key-unknown'],
    ['a slip in a key', { contributor: 'A' }, '‹"contributor"› key-unknown'],
    ['a date', { before: '2026-02-30', section: 'news' }, '‹"2026-02-30"› date-invalid'],
    ['a folder', { folder: '../x', section: 'news' }, '‹"../x"› value-choice'],
    ['a folder without stories', { folder: 'archiv', section: 'news' }, '‹"archiv"› folder-unknown'],
    ['a group that is none', [5], '‹5› value-type'],
    ['a text', 'Staff', '‹"Staff"› value-type'],
  ])('is told of once, where it stands: %s', (_title, defaults, expected) => {
    const articles = manyStories(9, 'contributors' in Object(defaults) ? { contributors: undefined } : {});
    const { diagnostics } = editionOf({ site: { sections: SECTIONS, defaults }, articles });

    const told = diagnostics.map(({ path, column, length, excerpt, code }) => {
      expect(path).toBe('content/site.yaml');
      return `‹${excerpt?.slice(column - 1, column - 1 + length)}› ${code}`;
    });
    expect(told).toEqual([expected]);
  });

  it('is told of also where no story lacks the key', () => {
    const { diagnostics } = made({ contributors: 'nobody' }, { contributors: 'Jane Doe' });
    expect(diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual(['content/site.yaml contributor-unknown']);
  });

  it('is corrected by the person being there', () => {
    const contributors = { 'staff-writer.md': aFile({ name: 'Staff' }, '') };
    expect(filled(made({ contributors: 'staff-writer', section: 'news' }, {}, { contributors }))).toEqual([
      'Staff',
      'news',
    ]);
  });
});
