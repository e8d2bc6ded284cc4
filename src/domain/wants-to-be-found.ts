import type { Entry } from './entry.ts';

/** Whether search engines should list a story at its address here. */
export function wantsToBeFound({ noindex, isRepeated }: Entry): boolean {
  return !noindex && !isRepeated;
}
