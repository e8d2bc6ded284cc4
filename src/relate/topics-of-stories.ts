import type { RelatedStory, TopicStories } from '../domain/edition.ts';
import { groupBy } from '../domain/group-by.ts';
import { listOf } from './list-of.ts';

/** Each topic that a story has, with its stories, by address. */
export function topicsOfStories(stories: readonly RelatedStory[]): readonly TopicStories[] {
  const byUrl = groupBy(stories, ({ topics }) => topics.map(({ url }) => url));
  const topics = new Map(stories.flatMap((story) => story.topics).map((topic) => [topic.url, topic]));
  return [...topics.values()]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map((topic) => ({ topic, ...listOf(topic.url, byUrl.get(topic.url) ?? []) }));
}
