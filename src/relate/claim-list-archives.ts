import type { Entry } from '../domain/entry.ts';
import { closedPages } from '../domain/closed-pages.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses, Holder } from './addresses.ts';
import { archiveUrl } from './archive-url.ts';
import type { CheckedStories } from './checked-stories.ts';
import type { Newsroom } from './newsroom.ts';
import { contributorUrl } from './people.ts';
import { sectionUrl } from './section-url.ts';

/** Claims the archive pages of sections, contributors and topics. */
export function claimListArchives(
  { site, contributors }: Newsroom,
  stories: CheckedStories,
  addresses: Addresses,
): void {
  const { published, topicsOf, creditsOf } = stories;
  const bySection = count(published, ({ section }) => (section === undefined ? [] : [section]));
  const byPerson = count(published, ({ path }) => (creditsOf.get(path) ?? []).map(({ url }) => url));
  const byTopic = count(published, ({ path }) => topicsOf.get(path) ?? []);
  const claim = (front: UrlPath, length: number | undefined, holder: Holder): void => {
    for (let number = 1; number <= closedPages(length ?? 0); number += 1) {
      const what = `page ${number} of the archive of ${holder.what}`;
      addresses.claimFixed(archiveUrl(front, number), { ...holder, what });
    }
  };
  site.sections.forEach(({ id, title }, index) => {
    const at = valueAt('sections', index, 'id');
    claim(sectionUrl(id), bySection.get(id)?.length, { path: 'content/site.yaml', at, what: `the section “${title}”` });
  });
  for (const contributor of contributors) {
    const { path, name } = contributor;
    const url = contributorUrl(contributor);
    claim(url, byPerson.get(url)?.length, { path, at: WHOLE_FILE, what: name });
  }
  for (const [{ url, name }, { length, first }] of byTopic) {
    const at = valueAt('topics', first.topics.indexOf(name));
    claim(url, length, { path: first.path, at, what: `the topic “${name}”` });
  }
}

/** How many stories have each key, and the first of them. */
function count<Key>(
  stories: readonly Entry[],
  keysOf: (story: Entry) => readonly Key[],
): ReadonlyMap<Key, { readonly first: Entry; readonly length: number }> {
  const counts = new Map<Key, { readonly first: Entry; length: number }>();
  for (const story of stories) {
    const keys = keysOf(story);
    keys.forEach((key, index) => {
      if (keys.indexOf(key) < index) return;
      const known = counts.get(key);
      if (known) known.length += 1;
      else counts.set(key, { first: story, length: 1 });
    });
  }
  return counts;
}
