import { allStoriesOf, type StoryList } from '../../domain/lists.ts';
import { contributorUrl } from '../../domain/contributors.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { type Addresses, type HolderOf, withWhat } from './addresses.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryLists } from '../lists/story-lists.ts';
import { FEED_FORMATS, feedUrl } from '../../domain/feeds.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** A list of stories, as far as addresses follow from it. */
export interface ClaimedList {
  readonly list: Pick<StoryList, 'url' | 'archive'>;
  /** Who has all its addresses; `what` is what it is called, as in “a feed of …”. */
  readonly holderOf: HolderOf;
}

/** All lists of a newsroom, but for those in further languages of the site. */
export interface ClaimedLists {
  readonly sections: readonly ClaimedList[];
  readonly contributors: readonly ClaimedList[];
  /** Of published stories. Each belongs to the first of them that has it. */
  readonly topics: readonly ClaimedList[];
  /** Of published stories. Each belongs to the first of them that is a part of it. */
  readonly series: readonly ClaimedList[];
}

/** Says whom the lists that stories are in belong to. */
export function claimedLists({ contributors }: Newsroom, lists: StoryLists): ClaimedLists {
  const byUrl = new Map(lists.contributors.map((list) => [list.url, list]));
  return {
    sections: lists.sections.map((list, index) => ({
      list,
      holderOf: () => {
        return { path: SITE_PATH, at: valueAt('sections', index, 'id'), what: `the section “${list.section.title}”` };
      },
    })),
    contributors: contributors.map((contributor) => {
      const { path, name } = contributor;
      const url = contributorUrl(contributor);
      const list = byUrl.get(url) ?? { url, archive: [] };
      return { list, holderOf: () => ({ path, at: WHOLE_FILE, what: name }) };
    }),
    topics: lists.topics.map((list) => ({
      list,
      holderOf: () => {
        const { name } = list.topic;
        const { path, topics } = firstOf(list);
        return { path, at: valueAt('topics', topics.indexOf(name)), what: `the topic “${name}”` };
      },
    })),
    series: lists.series.map((list) => ({
      list,
      holderOf: () => {
        const { path } = firstOf(list);
        return { path, at: valueAt('series'), what: `the series “${list.series.title}”` };
      },
    })),
  };
}

/** The story of a list that is the first in the order of files. */
function firstOf(list: StoryList): Pick<Entry, 'path' | 'topics'> {
  let first: Entry | undefined;
  for (const { entry } of allStoriesOf(list)) if (first === undefined || entry.path < first.path) first = entry;
  return first ?? { path: SITE_PATH, topics: [] };
}

/** Claims what goes with the front of a list: the pages of its archive, and its feeds. */
export function claimList({ list: { url, archive }, holderOf }: ClaimedList, addresses: Addresses): void {
  const named = (part: string): HolderOf => withWhat(holderOf, (what) => `${part} of ${what}`);
  claimPages(archive, named('the archive'), addresses);
  for (const format of FEED_FORMATS) {
    addresses.claimFixed(feedUrl(url, format), named('a feed'));
  }
}

/** Claims the pages of a list's archive, the oldest first; the holder’s `what` is what they are pages of. */
export function claimPages(
  archive: readonly { readonly url: UrlPath }[],
  holderOf: HolderOf,
  addresses: Addresses,
): void {
  archive.forEach(({ url }, index) => {
    addresses.claimFixed(
      url,
      withWhat(holderOf, (what) => `page ${index + 1} of ${what}`),
    );
  });
}
