import type { RelatedStory } from '../domain/related-story.ts';
import type {
  ContributorStories,
  LanguageStories,
  SectionStories,
  SeriesStories,
  TopicStories,
} from '../domain/story-list.ts';
import { contributorsOf } from './contributors-of.ts';
import { languagesOf } from './languages-of.ts';
import type { Newsroom } from './newsroom.ts';
import { sectionsOf } from './sections-of.ts';
import { seriesOf } from './series-of.ts';
import { topicsOfStories } from './topics-of-stories.ts';

/** All lists of a newsroom's published stories that have a front and an archive. */
export interface StoryLists {
  readonly sections: readonly SectionStories[];
  readonly languages: readonly LanguageStories[];
  readonly contributors: readonly ContributorStories[];
  readonly topics: readonly TopicStories[];
  readonly series: readonly SeriesStories[];
}

/** Makes the lists; stories are newest first, and `storiesIn` gives those of a language. */
export function storyLists(
  newsroom: Newsroom,
  stories: readonly RelatedStory[],
  storiesIn: (language: string) => readonly RelatedStory[],
): StoryLists {
  const { site } = newsroom;
  return {
    sections: sectionsOf(site, storiesIn(site.language)),
    languages: languagesOf(site, storiesIn),
    contributors: contributorsOf(newsroom, stories),
    topics: topicsOfStories(stories),
    series: seriesOf(site, stories),
  };
}
