import { contributorUrl } from '../domain/contributor-url.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import type { ContributorStories } from '../domain/story-list.ts';
import { groupBy } from '../domain/group-by.ts';
import { listOf } from './list-of.ts';
import type { Newsroom } from './newsroom.ts';

/** Each contributor with their stories, by name. */
export function contributorsOf(
  { site, contributors }: Newsroom,
  stories: readonly RelatedStory[],
): readonly ContributorStories[] {
  const alphabet = new Intl.Collator([site.language, 'en'], { ignorePunctuation: true });
  const byUrl = groupBy(stories, ({ credits }) => credits.map(({ url }) => url));
  return [...contributors]
    .sort((a, b) => alphabet.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((contributor) => {
      const url = contributorUrl(contributor);
      return { contributor, ...listOf(url, byUrl.get(url) ?? []) };
    });
}
