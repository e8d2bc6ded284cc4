import { describe, expect, it } from 'vitest';
import { type EditionMade, editionOf } from '../newsroom/edition.ts';
import { aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

function slugsIn(newsroom: NewsroomGiven, now?: string, drafts = false): readonly string[] {
  const { edition } = editionOf(newsroom, { drafts, ...(now === undefined ? {} : { now }) });
  return edition.stories.map(({ article }) => article.slug);
}

/** An edition as data: each story with all that is looked up of it. */
function withoutLookups({ edition, diagnostics, textOf }: EditionMade): unknown {
  const stories = edition.stories.map((story) => {
    const { entry, url, article, section, topics, credits, references } = story;
    return { entry, url, article, section, topics, credits, references, text: textOf(story) };
  });
  return { edition: JSON.parse(JSON.stringify(edition)), stories, diagnostics };
}

describe('an embargo', () => {
  const articles = { 'a.md': aStory({ date: '2026-11-23 07:30' }) };

  it.each([
    ['2026-11-23 07:29:59', []],
    ['2026-11-23 07:30:00', ['a']],
    ['2026-11-23 07:30:01', ['a']],
  ])('ends at the very second that is written: %s', (now, slugs) => {
    expect(slugsIn({ articles }, now)).toEqual(slugs);
  });

  it('is in the zone of the site', () => {
    const newsroom = { site: { timeZone: 'America/New_York' }, articles };

    expect(slugsIn(newsroom, '2026-11-23T12:29:59Z')).toEqual([]);
    expect(slugsIn(newsroom, '2026-11-23T12:30:00Z')).toEqual(['a']);
  });

  it('on a day ends when that day begins', () => {
    const newsroom = { site: { timeZone: 'Europe/London' }, articles: { 'a.md': aStory({ date: '2026-07-23' }) } };

    expect(slugsIn(newsroom, '2026-07-22T22:59:59Z')).toEqual([]);
    expect(slugsIn(newsroom, '2026-07-22T23:00:00Z')).toEqual(['a']);
  });

  it('is told of, with its end', () => {
    const { edition } = editionOf({ articles: { 'a.md': aStory({ date: '2026-12-01' }) } });

    expect(edition.heldBack).toEqual([
      {
        path: 'content/articles/a.md',
        slug: 'a',
        headline: 'Harbour bridge closes',
        date: Date.parse('2026-12-01'),
        reason: 'embargo',
        until: Date.parse('2026-12-01'),
      },
    ]);
  });

  it('holds a draft back too, also where drafts are shown', () => {
    expect(slugsIn({ articles: { 'a.md': aStory({ draft: true, date: '2027-01-01' }) } }, undefined, true)).toEqual([]);
  });
});

describe('a draft', () => {
  const articles = { 'a.md': aStory({ draft: true }), 'b.md': aStory() };

  it('is not published', () => {
    expect(slugsIn({ articles })).toEqual(['b']);
    expect(editionOf({ articles }).edition.heldBack).toMatchObject([{ reason: 'draft', until: undefined }]);
  });

  it('is shown where drafts are asked for', () => {
    expect(slugsIn({ articles }, undefined, true)).toEqual(['a', 'b']);
  });

  it('leaves nothing of itself behind', () => {
    const { edition } = editionOf({
      site: { sections: [{ id: 'news', title: 'News' }] },
      articles: {
        'a.md': aStory({ draft: true, topics: ['Secret'], aliases: ['/old/'], image: { src: 'bridge.jpg', alt: '' } }),
      },
    });

    expect([edition.topics, edition.redirects, edition.files, edition.sections[0]?.stories]).toEqual([[], [], [], []]);
  });
});

describe('stories', () => {
  it('stand newest first, and by path where they are of one moment', () => {
    const articles = {
      'c.md': aStory({ date: '2026-11-20' }),
      'b.md': aStory({ date: '2026-11-22' }),
      'a.md': aStory({ date: '2026-11-20' }),
      'd.md': aStory({ date: '2026-11-22 01:00+02:00' }),
    };

    expect(slugsIn({ articles })).toEqual(['b', 'd', 'a', 'c']);
  });

  it('do not depend on the order of their files', () => {
    const texts = Object.entries({
      'a.md': aStory({ topics: ['Harbour'] }),
      'b.md': aStory({ topics: ['harbour'], aliases: ['/old/'] }),
      'c.md': aStory({ topics: ['HARBOUR'], aliases: ['/old/'] }),
    });
    const [one, other] = [texts, [...texts].reverse()].map((list) =>
      withoutLookups(editionOf({ articles: Object.fromEntries(list) })),
    );

    expect(other).toEqual(one);
  });

  it('are in the section that they name, or in the first', () => {
    const { edition } = editionOf({
      site: {
        sections: [
          { id: 'news', title: 'News' },
          { id: 'sport', title: 'Sport' },
          { id: 'arts', title: 'Arts' },
        ],
      },
      articles: { 'a.md': aStory(), 'b.md': aStory({ section: 'sport' }) },
    });

    expect(edition.sections.map(({ url, stories }) => [url, stories.map(({ article }) => article.slug)])).toEqual([
      ['/news/', ['a']],
      ['/sport/', ['b']],
      ['/arts/', []],
    ]);
  });
});

describe('topics', () => {
  function topicsOf(...lists: readonly (readonly string[])[]): readonly (readonly [string, string, number])[] {
    const articles = Object.fromEntries(lists.map((topics, index) => [`story-${index}.md`, aStory({ topics })]));
    const { edition } = editionOf({ articles });
    return edition.topics.map(({ topic, stories }) => [topic.name, topic.url, stories.length]);
  }

  it.each([
    [[['City council'], ['city  Council'], ['City-Council']], [['City council', '/topics/city-council/', 3]]],
    [[['Łódź'], ['Lodz']], [['Łódź', '/topics/lodz/', 2]]],
    [[['Harbour', 'harbour']], [['Harbour', '/topics/harbour/', 1]]],
    [
      [['北京'], ['上海']],
      [
        ['上海', '/topics/上海/', 1],
        ['北京', '/topics/北京/', 1],
      ],
    ],
    [
      [['北京 2026'], ['2026']],
      [
        ['2026', '/topics/2026/', 1],
        ['北京 2026', '/topics/北京-2026/', 1],
      ],
    ],
    [[['Ünï'], ['U\u0308ni\u0308']], [['Ünï', '/topics/ueni/', 2]]],
    [
      [['C++'], ['C'], ['c++']],
      [
        ['C++', '/topics/c-plus-plus/', 2],
        ['C', '/topics/c/', 1],
      ],
    ],
    [[['???']], []],
  ])('are one where their spellings make one address: %j', (lists, topics) => {
    expect(topicsOf(...lists)).toEqual(topics);
  });
});
