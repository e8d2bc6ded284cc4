import type { Entry } from './entry.ts';

/** Whether a story is in the podcast, if that is long enough. */
export function isHeard({ hasAudio, noindex }: Pick<Entry, 'hasAudio' | 'noindex'>): boolean {
  return hasAudio && !noindex;
}
