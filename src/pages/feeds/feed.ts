import type { Page } from '../../domain/page.ts';
import type { FeedFormat } from '../../domain/feeds.ts';
import type { FeedEntry, PartlyPrintedFeed } from '../../formats/feeds/feed.ts';
import { type Imprint, imprintIn } from '../imprint.ts';
import { feedTime, makeChannel } from './feed-channel.ts';
import { makeFeedEntry } from './feed-entry.ts';
import type { ListToFeed, StoryToFeed } from './feed-list.ts';
import type { FeedSubject } from './listed-feeds.ts';
import type { ListOfPrinted, PrintedEntry } from './printed-entry.ts';

/** How long a feed gets before it ends with fewer stories, in bytes of their texts: some aggregators take no more. */
const MOST_BYTES = 500_000;

/** Makes a feed: stories in full. */
export function makeFeed({ url, format, list }: FeedSubject, imprint: Imprint): Page<PartlyPrintedFeed> {
  const { heading, stories }: ListToFeed | ListOfPrinted = list;
  const { site } = imprintIn(heading.language, imprint).edition;
  const entries: (FeedEntry | Uint8Array)[] = [];
  let bytes = 0;
  let updated: number | undefined;
  for (const story of stories) {
    const entry = entryOf(story, format, imprint);
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

function entryOf(story: StoryToFeed | PrintedEntry, format: FeedFormat, imprint: Imprint): EntryToAdd {
  if (!('places' in story)) {
    const entry = makeFeedEntry(story, imprint);
    return { entry, updated: entry.updated.instant, bytes: entry.bytes };
  }
  if (!imprint.printedEntry) throw new Error('An entry was printed where nobody can read it');
  return { ...story, entry: imprint.printedEntry(story, format) };
}
