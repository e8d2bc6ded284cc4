import type { FeedFormat } from '../../domain/feeds.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { FeedEntry, PartlyPrintedFeed } from '../../formats/feeds/feed.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import { feedTime, makeChannel } from './feed-channel.ts';
import { makeFeedEntry } from './feed-entry.ts';
import type { FeedList } from './feed-list.ts';
import type { ListOfPrinted, PrintedEntry } from './printed-entry.ts';

/** How long a feed gets before it ends with fewer stories, in bytes of their texts: some aggregators take no more. */
const MOST_BYTES = 500_000;

/** What a feed is made of. */
export interface FeedSubject {
  readonly url: UrlPath;
  readonly format: FeedFormat;
  /** Of stories, or of their entries where these were printed before. */
  readonly list: FeedList['whole'] | ListOfPrinted;
}

/** Makes a feed: stories in full. */
export function makeFeed({ url, format, list }: FeedSubject, materials: Materials): PartlyPrintedFeed {
  const { heading } = list;
  const { site } = materialsIn(heading.language, materials);
  const entries: (FeedEntry | Uint8Array)[] = [];
  let bytes = 0;
  let updated: number | undefined;
  for (const entry of entriesOf(list, format, materials)) {
    bytes += entry.bytes;
    if (entries.length > 0 && bytes > MOST_BYTES) break;
    entries.push(entry.entry);
    updated = Math.max(entry.updated, updated ?? entry.updated);
  }
  const title = heading.name === undefined ? site.title : `${heading.name} – ${site.title}`;
  const channel = makeChannel({ title, description: heading.description, front: heading.url, url }, site);
  return { ...channel, updated: updated === undefined ? undefined : feedTime(updated, site), entries };
}

interface EntryToAdd extends Pick<PrintedEntry, 'updated' | 'bytes'> {
  readonly entry: FeedEntry | Uint8Array;
}

/** The entries of a list, each made when it is asked for. */
function* entriesOf(list: FeedSubject['list'], format: FeedFormat, materials: Materials): Generator<EntryToAdd> {
  if (list.kind === 'to-print') {
    for (const subject of list.entries) {
      const entry = makeFeedEntry(subject, materials);
      yield { entry, updated: entry.updated.instant, bytes: entry.bytes };
    }
    return;
  }
  const { printedEntry } = materials;
  if (!printedEntry) throw new Error('An entry was printed where nobody can read it');
  for (const printed of list.entries) yield { ...printed, entry: printedEntry(printed, format) };
}
