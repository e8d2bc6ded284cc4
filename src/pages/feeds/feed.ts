import type { Page } from '../../domain/page.ts';
import type { FeedFormat } from '../../domain/feeds.ts';
import type { FeedEntry, PartlyPrintedFeed } from '../../formats/feeds/feed.ts';
import { type Imprint, imprintIn } from '../imprint.ts';
import { feedTime, makeChannel } from './feed-channel.ts';
import { makeFeedEntry } from './feed-entry.ts';
import type { FeedSubject } from './listed-feeds.ts';
import type { PrintedEntry } from './printed-entry.ts';

/** How long a feed gets before it ends with fewer stories, in bytes of their texts: some aggregators take no more. */
const MOST_BYTES = 500_000;

/** Makes a feed: stories in full. */
export function makeFeed({ url, format, list }: FeedSubject, imprint: Imprint): Page<PartlyPrintedFeed> {
  const { heading } = list;
  const { site } = imprintIn(heading.language, imprint).edition;
  const entries: (FeedEntry | Uint8Array)[] = [];
  let bytes = 0;
  let updated: number | undefined;
  for (const entry of entriesOf(list, format, imprint)) {
    bytes += entry.bytes;
    if (entries.length > 0 && bytes > MOST_BYTES) break;
    entries.push(entry.entry);
    updated = Math.max(entry.updated, updated ?? entry.updated);
  }
  const title = heading.name === undefined ? site.title : `${heading.name} – ${site.title}`;
  const channel = makeChannel({ title, description: heading.description, front: heading.url, url }, site);
  return {
    url,
    layout: format,
    data: { ...channel, updated: updated === undefined ? undefined : feedTime(updated, site), entries },
  };
}

interface EntryToAdd extends Pick<PrintedEntry, 'updated' | 'bytes'> {
  readonly entry: FeedEntry | Uint8Array;
}

/** The entries of a list, each made when it is asked for. */
function* entriesOf(list: FeedSubject['list'], format: FeedFormat, imprint: Imprint): Generator<EntryToAdd> {
  if (list.kind === 'to-print') {
    for (const subject of list.entries) {
      const entry = makeFeedEntry(subject, imprint);
      yield { entry, updated: entry.updated.instant, bytes: entry.bytes };
    }
    return;
  }
  const { printedEntry } = imprint;
  if (!printedEntry) throw new Error('An entry was printed where nobody can read it');
  for (const printed of list.entries) yield { ...printed, entry: printedEntry(printed, format) };
}
