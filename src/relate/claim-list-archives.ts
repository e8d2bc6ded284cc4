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
  const lists = new Lists(addresses);
  site.sections.forEach(({ id, title }, index) => {
    const what = `the section “${title}”`;
    lists.add(sectionUrl(id), { path: 'content/site.yaml', at: valueAt('sections', index, 'id'), what });
  });
  for (const contributor of contributors) {
    lists.add(contributorUrl(contributor), { path: contributor.path, at: WHOLE_FILE, what: contributor.name });
  }
  for (const { path, section, topics } of stories.published) {
    const topicsHere = new Set(stories.topicsOf.get(path));
    for (const { url, name } of topicsHere) {
      lists.add(url, { path, at: valueAt('topics', topics.indexOf(name)), what: `the topic “${name}”` });
    }
    const people = (stories.creditsOf.get(path) ?? []).flatMap(({ url }) => url ?? []);
    lists.count([
      ...(section === undefined ? [] : [sectionUrl(section)]),
      ...new Set(people),
      ...[...topicsHere].map(({ url }) => url),
    ]);
  }
  lists.claimPages();
}

class Lists {
  private readonly lists = new Map<UrlPath, { readonly holder: Holder; length: number }>();
  private readonly addresses: Addresses;

  constructor(addresses: Addresses) {
    this.addresses = addresses;
  }

  add(front: UrlPath, holder: Holder): void {
    if (!this.lists.has(front)) this.lists.set(front, { holder, length: 0 });
  }

  /** Counts one story in each list. */
  count(fronts: readonly UrlPath[]): void {
    for (const front of fronts) {
      const list = this.lists.get(front);
      if (list) list.length += 1;
    }
  }

  claimPages(): void {
    for (const [front, { holder, length }] of this.lists) {
      for (let number = 1; number <= closedPages(length); number += 1) {
        const what = `page ${number} of the archive of ${holder.what}`;
        this.addresses.claimFixed(archiveUrl(front, number), { ...holder, what });
      }
    }
  }
}
