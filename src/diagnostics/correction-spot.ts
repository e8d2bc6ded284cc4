import type { RelatedStory } from '../domain/story/story.ts';
import { type Spot, valueAt } from './finding.ts';

/** Where a story says when it was corrected, in its front matter or in its text. Its corrections count from 0. */
export function correctionSpot(story: RelatedStory, index: number): Spot {
  // Only those in texts are worth looking up the article.
  const isInText = story.entry.corrections[index]?.isInText ?? false;
  const place = isInText ? story.article.corrections[index]?.place : undefined;
  return place ? { kind: 'text', ...place } : valueAt('corrections', index, 'date');
}
