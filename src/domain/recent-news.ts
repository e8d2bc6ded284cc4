import type { Edition } from './edition.ts';
import type { RelatedStory } from './related-story.ts';
import { wantsToBeFound } from './wants-to-be-found.ts';

/** How long a story is news to aggregators, in milliseconds: two days after its first publication. */
export const NEWS_AGE = 172_800_000;

/** The stories of the last two days that want to be found, newest first. */
export function recentNews({ stories, now }: Pick<Edition, 'stories' | 'now'>): readonly RelatedStory[] {
  const news: RelatedStory[] = [];
  for (const story of stories) {
    if (story.entry.date <= now - NEWS_AGE) break;
    if (wantsToBeFound(story.entry)) news.push(story);
  }
  return news;
}
