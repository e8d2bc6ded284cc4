import type { Entry } from './entry.ts';

/** The order of all lists of stories: by their first publication, the newest first; of one moment, by their files. */
export function newestFirst(one: Pick<Entry, 'date' | 'path'>, other: Pick<Entry, 'date' | 'path'>): number {
  return other.date - one.date || (one.path < other.path ? -1 : 1);
}
