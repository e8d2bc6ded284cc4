import type { Article } from './article.ts';

/** Whether search engines should list a story at its address here. */
export function wantsToBeFound({ noindex, canonical }: Article): boolean {
  return !noindex && canonical === undefined;
}
