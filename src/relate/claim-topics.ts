import type { RelatedStory, Topic } from '../domain/related-story.ts';
import { valueAt } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';

/** Claims the pages of topics; each belongs to the first of the published stories, in their order, that has it. */
export function claimTopics(published: readonly RelatedStory[], addresses: Addresses): void {
  const claimed = new Set<Topic>();
  for (const { entry, topics } of published) {
    for (const topic of topics) {
      if (claimed.has(topic)) continue;
      claimed.add(topic);
      const { url, name } = topic;
      const at = valueAt('topics', entry.topics.indexOf(name));
      addresses.claim(url, { path: entry.path, at, what: `the topic “${name}”` });
    }
  }
}
