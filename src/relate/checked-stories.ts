import type { RelatedStory } from '../domain/related-story.ts';

/** Stories whose addresses are checked, in the order of their files. */
export interface CheckedStories {
  readonly published: readonly RelatedStory[];
  /** Those that will be published: their build at midnight must not fail. */
  readonly embargoed: readonly RelatedStory[];
}
