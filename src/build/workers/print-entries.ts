import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachFeedFormat, type FeedFormat } from '../../domain/feeds.ts';
import { ENTRY_FORMATS } from '../../formats/formats.ts';
import { makeFeedEntry } from '../../pages/feeds/feed-entry.ts';
import type { FeedEntrySubject } from '../../pages/feeds/feed-list.ts';
import type { PrintedEntry } from '../../pages/feeds/printed-entry.ts';
import { type Packed, unpack } from '../../pages/packed.ts';
import { OpenFiles } from '../cache/record-log.ts';
import { materialsFrom, type StorySources } from './story-reader.ts';
import { sharedForPages } from './task-context.ts';

/** Prints the entries of stories in feeds, each once for all feeds that have it. */
export interface EntriesTask {
  readonly name: 'entries';
  /** The number of the file to write them to. */
  readonly file: number;
  /** {@link FeedEntrySubject}s. */
  readonly entries: Packed;
  readonly stories: StorySources;
}

export function printEntries({ file, entries, stories }: EntriesTask): readonly PrintedEntry[] {
  const { materials, storyAt } = materialsFrom((path) => stories[path]);
  const target = openSync(join(sharedForPages().entries, String(file)), 'w');
  let end = 0;
  const parts: Buffer[] = [];
  const add = (text: string): readonly [start: number, length: number] => {
    const bytes = Buffer.from(text);
    parts.push(bytes);
    end += bytes.length;
    return [end - bytes.length, bytes.length];
  };
  try {
    return (unpack(entries, storyAt) as readonly FeedEntrySubject[]).map((subject) => {
      const entry = makeFeedEntry(subject, materials);
      const places = eachFeedFormat((format) => add(ENTRY_FORMATS[format](entry)));
      writeFileSync(target, Buffer.concat(parts.splice(0)));
      return { updated: entry.updated.instant, bytes: entry.bytes, file, places };
    });
  } finally {
    closeSync(target);
  }
}

let open: { readonly folder: string; readonly files: OpenFiles } | undefined;

/** The bytes of an entry that was printed, by whichever thread. */
export function readEntry({ file, places }: PrintedEntry, format: FeedFormat): Uint8Array {
  const { entries: folder } = sharedForPages();
  if (open?.folder !== folder) {
    closeEntries();
    open = { folder, files: new OpenFiles(folder) };
  }
  const [start, length] = places[format];
  const bytes = roomFor(length);
  if (open.files.fill(bytes, String(file), start) < length) {
    throw new Error(`${join(folder, String(file))} is gone or was changed while the site was built; build again`);
  }
  return bytes;
}

/** Of so many bytes several entries have parts: to make room for each takes as long as to read it. */
const ROOM = 2 ** 20;
let room = Buffer.alloc(0);

function roomFor(length: number): Buffer {
  if (length > room.length) room = Buffer.allocUnsafe(Math.max(ROOM, length));
  const taken = room.subarray(0, length);
  room = room.subarray(length);
  return taken;
}

/** Closes the files that this thread has open. */
export function closeEntries(): void {
  open?.files.close();
  open = undefined;
}
