import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelatedStory } from '../../../src/domain/story/story.ts';
import { type SearchBucket, searchBuckets } from '../../../src/domain/search/buckets.ts';
import { tries } from '../../tries.ts';

interface StoryGiven {
  readonly name: string;
  readonly day: string;
  readonly noindex?: boolean;
}

/** Stories in their order, of which a bucket asks no more than this. */
function bucketsOf(given: readonly StoryGiven[]): readonly SearchBucket[] {
  const sorted = [...given].sort((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? 1 : -1));
  return searchBuckets(
    sorted.map(({ name, day, noindex = false }) => {
      return { entry: { path: `content/articles/${name}.md`, day, noindex } } as RelatedStory;
    }),
  );
}

function someStories(count: number, year = 2026): readonly StoryGiven[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `story-${year}-${index}`,
    day: new Date(Date.UTC(year, 0, 1 + ((index * 7) % 365))).toISOString().slice(0, 10),
  }));
}

/** The stories of each bucket, by its name. */
function contentsIn(stories: readonly StoryGiven[]): ReadonlyMap<string, string> {
  return new Map(
    bucketsOf(stories).map((bucket) => [bucket.name, bucket.stories.map(({ entry }) => entry.path).join()]),
  );
}

/** The names of the buckets that differ. */
function changed(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

describe('the buckets of the search', () => {
  it('are none where there is no story', () => {
    expect(bucketsOf([])).toEqual([]);
  });

  it('are one a year in a small newsroom, the oldest first, with the oldest story first', () => {
    const buckets = bucketsOf([...someStories(3, 2025), ...someStories(2, 2026)]);

    expect(buckets.map(({ name }) => name)).toEqual(['2025/0', '2026/0']);
    expect(buckets.map(({ stories }) => stories.map(({ entry }) => entry.day))).toEqual([
      ['2025-01-01', '2025-01-08', '2025-01-15'],
      ['2026-01-01', '2026-01-08'],
    ]);
  });

  it('have no story that asks not to be indexed', () => {
    const [bucket] = bucketsOf([{ name: 'a', day: '2026-01-01', noindex: true }, ...someStories(2)]);

    expect(bucket?.stories).toHaveLength(2);
  });

  it('have each story once, and some hundred stories each, in a large newsroom', () => {
    const stories = someStories(20_000);
    const buckets = bucketsOf(stories);
    const lengths = buckets.map((bucket) => bucket.stories.length);

    expect(new Set(buckets.flatMap((bucket) => bucket.stories.map(({ entry }) => entry.path))).size).toBe(20_000);
    expect(new Set(buckets.map(({ name }) => name)).size).toBe(buckets.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...lengths)).toBeLessThan(2_000);
    expect(20_000 / buckets.length).toBeLessThan(600);
  });

  it('change in few places when a story comes, goes or moves, whenever it was published', () => {
    const stories = someStories(3_000);
    const before = contentsIn(stories);
    fc.assert(
      fc.property(fc.nat(2_999), fc.nat(1_000_000), fc.nat(364), (index, name, day) => {
        const story = { name: `new-${name}`, day: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) };
        const rest = stories.filter((_, at) => at !== index);

        expect(changed(before, contentsIn([...stories, story])).length).toBeLessThanOrEqual(4);
        expect(changed(before, contentsIn(rest)).length).toBeLessThanOrEqual(4);
        expect(
          changed(before, contentsIn([...rest, { name: stories[index]?.name ?? '', day: story.day }])).length,
        ).toBeLessThanOrEqual(8);
      }),
      { numRuns: tries(200) },
    );
  });

  it('are one or two for nearly every story that comes after all others', () => {
    const stories = someStories(4_000).map((story, index) => ({ ...story, day: `2026-${dayOf(index)}` }));
    let before = contentsIn(stories.slice(0, 3_000));
    const counts = Array.from({ length: 600 }, (_, index) => {
      const after = contentsIn(stories.slice(0, 3_001 + index));
      const { length } = changed(before, after);
      before = after;
      return length;
    });

    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
    expect(counts.filter((count) => count > 1).length).toBeLessThan(10);
  });
});

/** The days of a year, so many stories each that their order is that of their numbers. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 12))).toISOString().slice(5, 10);
}
