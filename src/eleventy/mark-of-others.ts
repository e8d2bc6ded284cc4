import type { RelatedStory } from '../domain/related-story.ts';
import { partOnPage } from '../pages/part-on-page.ts';
import { quickMark } from '../plan/quick-mark.ts';

/**
 * Changes with what the page of a story shows of other stories, but for its references; empty where it shows none. It is
 * the end of the page's fingerprint, so that a page that was made of the same neighbours is known without looking at the rest.
 */
export function markOfOthers({ part, related, translations }: RelatedStory): string {
  if (!part && related.length === 0 && !translations) return '';
  const shown = part ? [String(partOnPage(part).number), cardOf(part.earlier), cardOf(part.later)] : [];
  for (const story of related) shown.push(cardOf(story));
  if (translations) shown.push(JSON.stringify(translations));
  return `~${quickMark(shown)}`;
}

function cardOf(story: RelatedStory | undefined): string {
  return story?.toJSON() ?? '';
}
