import type { Contributor } from './contributor.ts';
import type { RelatedStory, Topic } from './related-story.ts';
import type { Series } from './series.ts';
import type { Section } from './site.ts';
import type { UrlPath } from './url-path.ts';

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
