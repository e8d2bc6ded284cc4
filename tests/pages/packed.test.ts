import { describe, expect, it } from 'vitest';
import { isError } from '../../src/diagnostics/diagnostic.ts';
import type { Story } from '../../src/domain/story/story.ts';
import { pack, storiesIn, withStories } from '../../src/pages/packed.ts';
import { PAGE_KINDS } from '../../src/pages/page-kinds.ts';
import { type PageSpec, specsOf } from '../../src/pages/page-specs.ts';
import { editionOf } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';

const NEWSROOM = {
  site: {
    sections: [{ id: 'news', title: 'News' }],
    languages: [{ language: 'es' }],
    series: [{ id: 'repair', title: 'The repair' }],
  },
  contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
  articles: {
    'a.md': aStory({ slug: 'a', section: 'news', contributors: 'jane-doe', topics: ['Floods'], series: 'repair' }),
    'b.md': aStory({ slug: 'b', section: 'news', topics: ['Floods', 'Harbour'], series: 'repair' }, '::story{slug=a}'),
    'c.md': aStory({ slug: 'c', language: 'es', headline: 'Inundación' }),
    'd.md': aStory({ slug: 'd', live: { end: '2026-11-23 20:00' } }, ':::update{date="2026-11-23 10:00"}\nNow.\n:::'),
  },
};

const { edition, diagnostics } = editionOf(NEWSROOM);
const specs = [...specsOf(edition)];

/** A story as it is looked up: what of it does not depend on when the site is published. */
function storyAt(path: string): Story {
  const story = edition.stories.find(({ entry }) => entry.path === path);
  if (!story) throw new Error(`There is no story ${path}`);
  return { url: story.url, section: story.section, article: story.article };
}

function sent(subject: object): object {
  return JSON.parse(pack(subject)) as object;
}

describe('what a page is made of', () => {
  it('is there for nearly every kind of page in this newsroom', () => {
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(new Set(specs.map(({ kind }) => kind)).size).toBeGreaterThan(Object.keys(PAGE_KINDS).length / 2);
  });

  it.each(specs.map((spec): [string, PageSpec] => [spec.url, spec]))(
    'has the same stories in this thread and sent to another: %s',
    (_url, { subject }) => {
      expect(withStories(subject, storyAt)).toEqual(withStories(sent(subject), storyAt));
    },
  );

  it('has stories as they were looked up, and none of the edition, at the moment of publication', () => {
    const live = specs.find(({ kind, url }) => kind === 'article' && url.endsWith('/d/'));
    const { story } = withStories(live?.subject as { story: Story }, storyAt);

    expect(storiesIn({ story })).toEqual([]);
    expect(story.live).toMatchObject({ phase: 'on', shown: 1 });
  });

  it('is left as it is, and handed on whole where no story is in it', () => {
    const related = edition.stories[0];
    const given = { list: [{ story: related }], words: { a: [1, 'b', null] } };
    const made = withStories<{ list: readonly object[]; words: object }>(given, storyAt);

    expect(given.list[0]?.story).toBe(related);
    expect(made.list[0]).not.toBe(given.list[0]);
    expect(made.words).toBe(given.words);
  });
});
