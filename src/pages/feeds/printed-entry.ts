import type { FeedFormat } from '../../domain/feeds.ts';
import { type FeedEntrySubject, type FeedHeading, FeedList } from './feed-list.ts';

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
  readonly kind: 'printed';
  readonly heading: FeedHeading;
  /** Newest first. */
  readonly entries: readonly PrintedEntry[];
}

/** A page that is to be, as far as it matters here: what it is made of. */
interface Spec {
  readonly subject: object;
}

/** Whether a page is a feed of stories. */
export function isFeed(page: Spec): boolean {
  return listOf(page) !== undefined;
}

/** What the entries in the feeds among some pages are made of, each once. */
export function feedEntriesOf(pages: readonly Spec[]): ReadonlySet<FeedEntrySubject> {
  const lists = new Set(pages.map(listOf));
  return new Set([...lists].flatMap((list) => list?.entries ?? []));
}

/** A page with entries that were printed in place of stories, if it is a feed of such. */
export function withPrinted<Page extends Spec>(page: Page, printed: ReadonlyMap<FeedEntrySubject, PrintedEntry>): Page {
  const list = listOf(page);
  if (!list) return page;
  const entries = list.entries.flatMap((entry) => printed.get(entry) ?? []);
  if (entries.length < list.entries.length) return page;
  const { heading } = list;
  return { ...page, subject: { ...page.subject, list: { kind: 'printed', heading, entries } satisfies ListOfPrinted } };
}

function listOf({ subject }: Spec): FeedList | undefined {
  const { list } = subject as { readonly list?: unknown };
  return list instanceof FeedList ? list : undefined;
}
