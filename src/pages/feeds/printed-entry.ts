import type { FeedFormat } from '../../domain/feeds.ts';
import { printAtomEntry } from '../../formats/feeds/atom.ts';
import type { FeedEntry } from '../../formats/feeds/feed.ts';
import { printJsonEntry } from '../../formats/feeds/json-feed.ts';
import { printRssEntry } from '../../formats/feeds/rss.ts';
import type { PageSpec } from '../page-specs.ts';
import { type FedStory, type FeedHeading, FeedList } from './feed-list.ts';

/** A story's entry in feeds, printed before them: what a feed must know of it, and where it lies. */
export interface PrintedEntry {
  /** When the story was changed last, or else published, in milliseconds since 1970. */
  readonly updated: number;
  /** The length of its text in UTF-8. */
  readonly bytes: number;
  /** The number of the file that it lies in. */
  readonly file: number;
  /** Where in the file it is in each format: its first byte, and how many there are. */
  readonly places: Readonly<Record<FeedFormat, readonly [start: number, length: number]>>;
}

/** A list as its feeds are made of it, when the entries of its stories are printed. */
export interface ListOfPrinted {
  readonly heading: FeedHeading;
  /** Newest first. */
  readonly stories: readonly PrintedEntry[];
}

/** The entry of a story in each format. */
export function printEntry(entry: FeedEntry): Readonly<Record<FeedFormat, string>> {
  return { rss: printRssEntry(entry), atom: printAtomEntry(entry), 'json-feed': printJsonEntry(entry) };
}

/** Whether a page is a feed of stories. */
export function isFeed(page: PageSpec): boolean {
  return listOf(page) !== undefined;
}

/** The stories in the feeds among some pages, each once. */
export function fedStoriesOf(pages: readonly PageSpec[]): ReadonlySet<FedStory> {
  const lists = new Set(pages.map(listOf));
  return new Set([...lists].flatMap((list) => list?.stories ?? []));
}

/** A page with entries that were printed in place of stories, if it is a feed of such. */
export function withPrinted(page: PageSpec, printed: ReadonlyMap<FedStory, PrintedEntry>): PageSpec {
  const list = listOf(page);
  if (!list) return page;
  const stories = list.stories.flatMap((story) => printed.get(story) ?? []);
  if (stories.length < list.stories.length) return page;
  return { ...page, subject: { ...page.subject, list: { heading: list.heading, stories } satisfies ListOfPrinted } };
}

function listOf({ subject }: PageSpec): FeedList | undefined {
  return 'list' in subject && subject.list instanceof FeedList ? subject.list : undefined;
}
