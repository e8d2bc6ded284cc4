import { describe, expect, it } from 'vitest';
import type { ResolvedCredit } from '../../src/domain/story/story.ts';
import { editionOf } from '../newsroom/edition.ts';
import { placesOf } from '../newsroom/findings.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';

const CONTRIBUTORS = {
  'jane-doe.md': aFile({ name: 'Jane Doe', formerNames: ['Jane Roe'], names: { ar: 'جين دو', es: 'Juana Doe' } }, ''),
  'jo-li.md': aFile({ name: 'Jo Li' }, ''),
  'jo-li-photographer.md': aFile({ name: 'JO LI' }, ''),
  'zoe.md': aFile({ name: 'Zoë' }, ''),
};

function credited(contributors: unknown): { credits: readonly Partial<ResolvedCredit>[]; codes: readonly string[] } {
  const { edition, diagnostics } = editionOf({
    contributors: CONTRIBUTORS,
    articles: { 'a.md': aStory({ contributors }) },
  });
  const credits = edition.stories[0]?.credits ?? [];
  return { credits: credits.map(({ name, url }) => ({ name, url })), codes: diagnostics.map(({ code }) => code) };
}

describe('someone who is credited', () => {
  it.each([
    ['by id', 'jane-doe', 'Jane Doe', '/contributors/jane-doe/'],
    ['by name', 'Jane Doe', 'Jane Doe', '/contributors/jane-doe/'],
    ['by name in other case', 'jane Doe', 'jane Doe', '/contributors/jane-doe/'],
    ['by name in other code points', 'Zoe\u0308', 'Zoe\u0308', '/contributors/zoe/'],
    ['by name with soft hyphens', 'Ja\u00adne Doe', 'Ja\u00adne Doe', '/contributors/jane-doe/'],
    ['by a former name, which is printed', 'Jane Roe', 'Jane Roe', '/contributors/jane-doe/'],
    ['by their name in another script, which is printed', 'جين دو', 'جين دو', '/contributors/jane-doe/'],
    ['under `id`', [{ id: 'jane-doe' }], 'Jane Doe', '/contributors/jane-doe/'],
    ['under `name`', [{ name: 'Jane Doe' }], 'Jane Doe', '/contributors/jane-doe/'],
    ['by a name that nobody here has', 'John Smith', 'John Smith', undefined],
    ['by a name that looks like an id, under `name`', [{ name: 'prince' }], 'prince', undefined],
  ])('is found %s', (_how, contributors, name, url) => {
    expect(credited(contributors)).toEqual({ credits: [{ name, url }], codes: [] });
  });

  it('is not found by an id under `name`, which is printed and told of', () => {
    expect(credited([{ name: 'jane-doe' }])).toEqual({
      credits: [{ name: 'jane-doe', url: undefined }],
      codes: ['contributor-extra'],
    });
  });

  it('by id has the name of the language of each story', () => {
    const languages = ['ar', 'en-US', 'es-MX', 'fr', 'ar-EG'];
    const articles = Object.fromEntries(
      languages.map((language) => [`${language}.md`, aStory({ language, contributors: 'jane-doe' })]),
    );
    const { stories } = editionOf({ contributors: CONTRIBUTORS, articles }).edition;
    const names = new Map(stories.map(({ entry, credits }) => [entry.language, credits.map(({ name }) => name)]));

    expect(languages.map((language) => names.get(language))).toEqual([
      ['جين دو'],
      ['Jane Doe'],
      ['Juana Doe'],
      ['Jane Doe'],
      ['جين دو'],
    ]);
  });

  it.each([
    ['an id that nobody has', 'jane-do', 'contributor-unknown'],
    ['an id under `id` that nobody has', [{ id: 'Jane Doe' }], 'contributor-unknown'],
    ['a name that two people have', 'Jo Li', 'contributor-ambiguous'],
  ])('is asked for again by %s', (_what, contributors, code) => {
    expect(credited(contributors).codes).toEqual([code]);
  });

  it('may be one of two of the same name, by id', () => {
    expect(credited('jo-li-photographer').codes).toEqual([]);
  });

  it('has each story once on their page, whatever they did in it', () => {
    const { edition } = editionOf({
      contributors: CONTRIBUTORS,
      articles: { 'a.md': aStory({ contributors: ['jane-doe', { id: 'jane-doe', credit: 'photography' }] }) },
    });

    expect(edition.contributors.map(({ contributor, stories }) => [contributor.id, stories.length])).toContainEqual([
      'jane-doe',
      1,
    ]);
  });

  it('is listed in the alphabet of the site', () => {
    const { edition } = editionOf({
      site: { language: 'sv' },
      contributors: {
        'a.md': aFile({ name: 'Östen' }, ''),
        'b.md': aFile({ name: 'Zara' }, ''),
        'c.md': aFile({ name: 'Anna' }, ''),
      },
    });

    expect(edition.contributors.map(({ contributor }) => contributor.name)).toEqual(['Anna', 'Zara', 'Östen']);
  });

  it('is told of even in a story under embargo', () => {
    const { diagnostics } = editionOf({ articles: { 'a.md': aStory({ contributors: 'nobody', date: '2027-01-01' }) } });

    expect(placesOf(diagnostics)).toEqual(['content/articles/a.md contributor-unknown']);
  });
});

describe('a name that is doubtful', () => {
  it.each([
    ['two letters that changed places', 'Jane Deo', 'contributor-doubtful'],
    ['a letter too few', 'Jane De', 'contributor-doubtful'],
    ['another first letter', 'Tane Doe', 'contributor-doubtful'],
    ['a slip of a former name', 'Jane Rowe', 'contributor-doubtful'],
    ['the same person by id and by name', ['jane-doe', 'Jane Doe'], 'contributor-repeated'],
    ['a name twice', ['John Smith', 'john smith'], 'contributor-repeated'],
    [
      'someone twice in another part',
      ['Jo Ann', { name: 'X Y', credit: 'editing' }, { name: 'X Y', credit: 'editing' }],
      'contributor-repeated',
    ],
  ])('is told of: %s', (_what, contributors, code) => {
    expect(credited(contributors).codes).toEqual([code]);
  });

  it.each([
    ['two slips', 'Jan Deo'],
    ['a short name', 'Zoë B'],
    ['a slip under `name`', [{ name: 'Jane Deo' }]],
    ['one person in two parts', ['jane-doe', { id: 'jane-doe', credit: 'photography' }]],
    [
      'two places',
      [
        { id: 'jane-doe', credit: 'byline' },
        ...['Oslo', 'Rome'].map((place) => ({ id: 'jane-doe', credit: 'reported-from', place })),
      ],
    ],
  ])('is not: %s', (_what, contributors) => {
    expect(credited(contributors).codes).toEqual([]);
  });
});

describe('a change that is to come', () => {
  it.each([
    [{ updated: '2027-01-01' }, ['date-future']],
    [{ updates: [{ date: '2027-01-01', text: 'More.' }] }, ['date-future']],
    [{ updated: '2026-11-23 11:00' }, []],
  ])('is told of: %j', (keys, codes) => {
    expect(editionOf({ articles: { 'a.md': aStory(keys) } }).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
