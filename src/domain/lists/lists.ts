import type { Contributor } from '../contributors.ts';
import type { RelatedStory, Topic } from '../story/story.ts';
import type { Section, Series } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';
import { textHash } from './grouping.ts';

/**
 * A list of stories: the newest on its front, all others on the pages of its archive, see {@link cutList}. No list has
 * a total: it would change every page of its archive.
 */
export interface StoryList {
  /** Of the front. */
  readonly url: UrlPath;
  /** Those on the front, newest first. */
  readonly stories: readonly RelatedStory[];
  /** The page with the oldest stories first. */
  readonly archive: readonly ArchivePage[];
}

/** A page of a list's archive. No later story changes it. */
export interface ArchivePage {
  readonly url: UrlPath;
  /** Counted from the oldest, from 1. */
  readonly number: number;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
}

export interface SectionStories extends StoryList {
  /** As it is called in the language. */
  readonly section: Section;
  /** BCP 47: a language that the site has a front in. */
  readonly language: string;
}

/** A further language of the site with its stories, all of them and by section. */
export interface LanguageStories extends StoryList {
  /** BCP 47. */
  readonly language: string;
  readonly sections: readonly SectionStories[];
}

export interface ContributorStories extends StoryList {
  readonly contributor: Contributor;
}

export interface TopicStories extends StoryList {
  readonly topic: Topic;
}

export interface SeriesStories extends StoryList {
  readonly series: Series;
}

/** A year in which stories were published. */
export interface YearStories {
  /** `2026`: four digits. */
  readonly date: string;
  readonly url: UrlPath;
  /** In the order of the calendar; those with stories only. */
  readonly months: readonly MonthStories[];
}

/** A month in which stories were published. */
export interface MonthStories {
  /** `2026-11`. */
  readonly date: string;
  readonly url: UrlPath;
  /** In the order of the calendar; those with stories only. */
  readonly days: readonly DayStories[];
}

/** A day on which stories were published. */
export interface DayStories {
  /** `2026-11-23`. */
  readonly date: string;
  readonly url: UrlPath;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
}

/** The stories of a list, newest first, those of its archive too. */
export function* allStoriesOf({ stories, archive }: StoryList): Generator<RelatedStory> {
  yield* stories;
  for (let index = archive.length - 1; index >= 0; index -= 1) yield* archive[index]?.stories ?? [];
}

/** A list that is cut into its front and the pages of its archive. All have their newest first. */
export interface ListCut<Item> {
  readonly front: readonly Item[];
  /** The page with the oldest first. */
  readonly closed: readonly (readonly Item[])[];
}

/** So many items a page of an archive has at least, and at most. */
const AT_LEAST = 40;
const AT_MOST = 100;
/** A page that has enough ends with one item of so many. */
const ONE_IN = 10;
const LEFT_ON_FRONT = 25;

/**
 * Cuts a list that has its newest first: each item is on the front or on one archive page. Counted from the oldest, a page
 * has 40 items and goes on to the first whose name ends pages, as one name of ten does, or to the hundredth: some fifty. It is
 * closed, and exists, once 25 newer items are left for the front.
 *
 * So a new item changes the front alone, and one that comes or goes further back changes the page that it is on, for the next
 * pages end where they ended. (Of pages with a fixed number of items, each from there on would change.)
 *
 * @param nameOf What an item is called for as long as it is the same.
 */
export function cutList<Item>(newestFirst: readonly Item[], nameOf: (item: Item) => string): ListCut<Item> {
  const closed: (readonly Item[])[] = [];
  let end = newestFirst.length;
  for (let start = end - AT_LEAST; start >= LEFT_ON_FRONT; start -= 1) {
    const newest = newestFirst[start];
    if (newest === undefined || (end - start < AT_MOST && textHash(nameOf(newest)) % ONE_IN > 0)) continue;
    closed.push(newestFirst.slice(start, end));
    end = start;
    start = end - AT_LEAST + 1;
  }
  return { front: newestFirst.slice(0, end), closed };
}
