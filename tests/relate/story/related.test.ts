import { describe, expect, it } from 'vitest';
import { editionOf, type PublicationGiven } from '../../newsroom/edition.ts';
import { aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

type Texts = Readonly<Record<string, string>>;

/** A story for each name, an hour after the one before, the first at midnight of 1 November. */
function inOrder(stories: Readonly<Record<string, Keys>>): Texts {
  return Object.fromEntries(
    Object.entries(stories).map(([name, keys], index) => {
      const date = new Date(Date.UTC(2026, 10, 1, index)).toISOString();
      return [`${name}.md`, aStory({ date, ...keys })];
    }),
  );
}

/** The slugs of the stories to be read after one. */
function relatedTo(name: string, newsroom: NewsroomGiven, given: PublicationGiven = {}): readonly string[] | undefined {
  const { stories } = editionOf(newsroom, given).edition;
  return stories.find(({ entry }) => entry.slug === name)?.related.map(({ entry }) => entry.slug);
}

describe('the stories related to one', () => {
  it('share most topics with it, the newest first, and are older', () => {
    const articles = inOrder({
      one: { topics: ['Harbour'] },
      both: { topics: ['Council', 'harbour'] },
      other: { topics: ['Sport'] },
      two: { topics: ['Council'] },
      story: { topics: ['Harbour', 'Council'] },
      later: { topics: ['Harbour', 'Council'] },
    });

    expect(relatedTo('story', { articles })).toEqual(['both', 'two', 'one']);
  });

  it('are those that an editor named, then of its series, then of its topics, each once', () => {
    const articles = inOrder({
      topical: { topics: ['Harbour'] },
      named: { topics: ['Harbour'], series: 'repair' },
      first: { series: 'repair' },
      second: { series: 'repair', topics: ['Harbour'] },
      beside: { series: 'repair', topics: ['Harbour'] },
      story: { series: 'repair', topics: ['Harbour'], related: ['later', 'named'] },
      later: {},
    });

    expect(relatedTo('story', { articles })).toEqual(['later', 'named', 'second', 'first']);
    expect(relatedTo('story', { articles: { ...articles, 'second.md': aStory({ draft: true }) } })).toEqual([
      'later',
      'named',
      'first',
      'topical',
    ]);
  });

  it('are four, unless an editor named more', () => {
    const many = manyStories(9, { topics: ['Harbour'] });
    const names = ['story-8', 'story-7', 'story-6', 'story-5', 'story-4', 'story-3'];
    const articles = { ...many, 'named.md': aStory({ topics: ['Harbour'], related: names }) };

    expect(relatedTo('story-0', { articles: many })).toEqual(['story-1', 'story-2', 'story-3', 'story-4']);
    expect(relatedTo('named', { articles })).toEqual(names);
  });

  it('are not those that it has a card of in its text', () => {
    const articles = {
      ...inOrder({ a: { topics: ['Harbour'] }, b: { topics: ['Harbour'] } }),
      'story.md': aStory({ topics: ['Harbour'] }, 'Text\n\n::story{slug=b}\n'),
    };

    expect(relatedTo('story', { articles })).toEqual(['a']);
  });

  it('are in its language, but for those that an editor named', () => {
    const articles = inOrder({
      british: { topics: ['Harbour'], language: 'en-GB' },
      spanish: { topics: ['Harbour'], language: 'es' },
      story: { topics: ['Harbour'], language: 'en-US' },
      named: { related: ['spanish'] },
    });

    expect(relatedTo('story', { articles })).toEqual(['british']);
    expect(relatedTo('named', { articles })).toEqual(['spanish']);
  });

  it('may be named by file', () => {
    const articles = {
      '10/report.md': aStory({ date: '2026-10-01' }),
      '10/b.md': aStory({ date: '2026-10-02' }),
      '10/c.md': aStory({ date: '2026-10-03' }),
      '10/d.md': aStory({ date: '2026-10-04' }),
      '11/story.md': aStory({
        related: ['../10/report.md', 'articles/10/b.md', '/articles/10/c.md', 'content/articles/10/d.md'],
      }),
    };

    expect(relatedTo('story', { articles })).toEqual(['report', 'b', 'c', 'd']);
  });

  it('are none where nothing is shared', () => {
    expect(
      relatedTo('story', { articles: inOrder({ a: { topics: ['Sport'] }, story: { topics: ['Harbour'] } }) }),
    ).toEqual([]);
  });

  it('come with drafts in a preview of drafts, and with the end of an embargo', () => {
    const articles = inOrder({
      draft: { draft: true },
      held: { date: '2026-11-24 06:00' },
      story: { related: ['draft', 'held'] },
    });

    expect(relatedTo('story', { articles })).toEqual([]);
    expect(relatedTo('story', { articles }, { drafts: true })).toEqual(['draft']);
    expect(relatedTo('story', { articles }, { now: '2026-11-24 07:00' })).toEqual(['held']);
  });

  it('are as they were when a newer story comes, and for few stories others when one goes', () => {
    const articles = manyStories(300, (index) => ({ topics: [`T${index % 3}`, 'All'] }));
    const all = (texts: Texts): ReadonlyMap<string, string> =>
      new Map(
        editionOf({ articles: texts }).edition.stories.map(({ entry, related }) => [
          entry.slug,
          related.map((one) => one.entry.slug).join(' '),
        ]),
      );
    const changed = (texts: Texts): readonly string[] => {
      const [before, after] = [all(articles), all(texts)];
      return [...after.keys()].filter((slug) => before.has(slug) && before.get(slug) !== after.get(slug));
    };
    const { 'story-150.md': _gone, ...others } = articles;

    expect(changed({ ...articles, 'new.md': aStory({ topics: ['T1', 'All'] }) })).toEqual([]);
    expect(changed(others).length).toBeGreaterThan(0);
    expect(changed(others).length).toBeLessThanOrEqual(10);
  });
});

describe('a story that an editor names', () => {
  it.each([
    ['gone', 'story-unknown', 'write the `slug`'],
    ['reprot', 'story-unknown', 'did you mean `report`?'],
    ['../10/reprot.md', 'story-unknown', 'did you mean `articles/10/report.md`?'],
    ['../../../../etc/passwd.md', 'story-unknown', 'write the `slug`'],
    ['constructor', 'story-unknown', 'write the `slug`'],
    ['story', 'related-itself', 'remove it'],
    ['story.md', 'related-itself', 'remove it'],
    ['draft', 'related-unpublished', 'publish it, or name another; until then its card is left out'],
    ['held', 'related-unpublished', 'it comes by itself when its embargo ends; until then its card is left out'],
    [' ', 'key-missing', 'write something'],
  ])('is one that is published, and another: %j', (name, code, hint) => {
    const { diagnostics } = editionOf({
      articles: {
        '10/report.md': aStory({ date: '2026-10-01' }),
        '11/draft.md': aStory({ draft: true }),
        '11/held.md': aStory({ date: '2027-01-01' }),
        '11/story.md': aStory({ related: ['report', name] }),
      },
    });

    expect(diagnostics.map((one) => [one.code, one.path])).toEqual([[code, 'content/articles/11/story.md']]);
    expect(diagnostics[0]?.hint).toContain(hint);
    expect(diagnostics[0]?.excerpt?.slice((diagnostics[0]?.column ?? 0) - 1)).toContain(name.trim());
  });

  it('is named once, however it is named', () => {
    const articles = {
      'report.md': aStory({ date: '2026-10-01' }),
      'story.md': aStory({ related: ['report', 'report.md'] }),
    };

    expect(editionOf({ articles }).diagnostics.map(({ code, related }) => [code, related.length])).toEqual([
      ['related-duplicate', 1],
    ]);
  });

  it('is looked up for stories under embargo and drafts too', () => {
    const articles = {
      'held.md': aStory({ date: '2027-01-01', related: ['gone'] }),
      'draft.md': aStory({ draft: true, related: ['held'] }),
    };

    const { diagnostics, toDo } = editionOf({ articles });
    expect([toDo, diagnostics].map((all) => all.map(({ path, code }) => `${path} ${code}`))).toEqual([
      ['content/articles/draft.md related-unpublished'],
      ['content/articles/held.md story-unknown'],
    ]);
  });
});
