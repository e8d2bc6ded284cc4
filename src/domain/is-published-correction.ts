import type { Notice } from './article.ts';
import type { Story } from './related-story.ts';

/** Whether a correction of a story is published: not if it stands in an update that is under embargo. */
export function isPublishedCorrection(
  { update }: Notice,
  { article, live }: Pick<Story, 'live'> & { readonly article: Pick<Story['article'], 'live'> },
): boolean {
  if (update === undefined || !article.live) return true;
  return article.live.updates.slice(0, live?.shown ?? 0).some(({ index }) => index === update);
}
