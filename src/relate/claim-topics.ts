import type { Topic } from '../domain/edition.ts';
import type { Entry } from '../domain/entry.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';

/** Claims the pages of topics; each belongs to the first of the published stories, in their order, that has it. */
export function claimTopics(
  published: readonly Entry[],
  topicsOf: ReadonlyMap<string, readonly Topic[]>,
  addresses: Addresses,
): void {
  const claimed = new Set<UrlPath>();
  for (const { path, topics } of published) {
    for (const { url, name } of topicsOf.get(path) ?? []) {
      if (claimed.has(url)) continue;
      claimed.add(url);
      addresses.claim(url, { path, at: valueAt('topics', topics.indexOf(name)), what: `the topic “${name}”` });
    }
  }
}
