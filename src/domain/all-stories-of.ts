import type { RelatedStory } from './related-story.ts';
import type { StoryList } from './story-list.ts';

/** The stories of a list, newest first, those of its archive too. */
export function* allStoriesOf({ stories, archive }: StoryList): Generator<RelatedStory> {
  yield* stories;
  for (let index = archive.length - 1; index >= 0; index -= 1) yield* archive[index]?.stories ?? [];
}
