import { topicUrl } from '../../../relate/lists/topics.ts';

/** A story has at most so many; see `docs/writing.md`. */
export const MOST_TOPICS = 50;

/** In characters. */
const LONGEST_NAME = 300;

/** Topics by the addresses of their pages, each once; what has none is no topic. */
export function topicsByUrl(names: readonly string[]): ReadonlyMap<string, string> {
  const byUrl = new Map<string, string>();
  for (const written of names) {
    const name = written.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
    const url = topicUrl(name);
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, name);
  }
  return byUrl;
}
