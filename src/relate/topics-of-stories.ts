import type { RelatedStory } from '../domain/related-story.ts';
import type { TopicStories } from '../domain/story-list.ts';
import { groupBy } from '../domain/group-by.ts';
import { listOf } from './list-of.ts';

/** Each topic that a story has, with its stories, by address. */
export function topicsOfStories(stories: readonly RelatedStory[]): readonly TopicStories[] {
  return [...groupBy(stories, ({ topics }) => topics)]
    .sort(([a], [b]) => (a.url < b.url ? -1 : 1))
    .map(([topic, ofTopic]) => ({ topic, ...listOf(topic.url, ofTopic) }));
}
