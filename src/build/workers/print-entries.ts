import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { eachFeedFormat, type FeedFormat } from '../../domain/feeds.ts';
import { ENTRY_FORMATS } from '../../formats/formats.ts';
import { makeFeedEntry } from '../../pages/feeds/feed-entry.ts';
import type { FeedEntrySubject } from '../../pages/feeds/feed-list.ts';
import type { PrintedEntry } from '../../pages/feeds/printed-entry.ts';
import { withStories } from '../../pages/packed.ts';
import { OpenFiles } from '../cache/record-log.ts';
import { materialsFrom, sourcesIn, type StorySources } from './story-reader.ts';
import { sharedForPages } from './task-context.ts';

/** Prints the entries of stories in feeds, each once for all feeds that have it. */
export interface EntriesTask {
  readonly name: 'entries';
  /** The number of the file to write them to. */
  readonly file: number;
  /** Whether the thread keeps what it prints, as far as it has room: worth its memory where there are few entries in all. */
  readonly isKept: boolean;
  /** Whether other threads may ask for what it prints. */
  readonly isShared: boolean;
  readonly entries: readonly FeedEntrySubject[];
  readonly stories: StorySources;
}

/** In bytes. */
const WRITTEN_TOGETHER = 2 ** 20;

export function printEntries({ file, isKept, isShared, entries, stories }: EntriesTask): readonly PrintedEntry[] {
  const { materials, storyAt } = materialsFrom(sourcesIn(stories));
  const writer = new EntryWriter(join(sharedForPages().entries, String(file)));
  let end = 0;
  const add = (text: string): readonly [start: number, length: number] => {
    const bytes = Buffer.from(text);
    const start = end;
    end += bytes.length;
    const isAtHand = isKept && keep(file, start, bytes);
    if (isShared || !isAtHand) writer.add(bytes, start);
    return [start, bytes.length];
  };
  try {
    const printed = withStories(entries, storyAt).map((subject) => {
      const entry = makeFeedEntry(subject, materials);
      const places = eachFeedFormat((format) => add(ENTRY_FORMATS[format](entry)));
      return { updated: entry.updated.instant, bytes: entry.bytes, file, places };
    });
    writer.flush();
    return printed;
  } finally {
    writer.close();
  }
}

/** Writes entries to their places in a file, many at a time. Between them may be room for those that need not be written. */
class EntryWriter {
  private readonly file: number;
  private readonly pending: Buffer[] = [];
  private start = 0;
  private end = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(bytes: Buffer, start: number): void {
    if (start !== this.end || this.end - this.start > WRITTEN_TOGETHER) this.flush();
    if (this.pending.length === 0) this.start = start;
    this.pending.push(bytes);
    this.end = start + bytes.length;
  }

  flush(): void {
    const bytes = Buffer.concat(this.pending.splice(0));
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.file, bytes, written, bytes.length - written, this.start + written);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** The bytes of an entry that was printed, by whichever thread. */
export function readEntry({ file, places }: PrintedEntry, format: FeedFormat): Uint8Array {
  const [start, length] = places[format];
  const { folder, files, kept } = openEntries();
  const known = kept.get(placeOf(file, start));
  if (known) return known;
  const bytes = roomFor(length);
  if (files.fill(bytes, String(file), start) < length) {
    throw new Error(`${join(folder, String(file))} is gone or was changed while the site was built; build again`);
  }
  return bytes;
}

/** The entries of a build, as far as this thread has to do with them. */
interface OpenEntries {
  readonly folder: string;
  readonly files: OpenFiles;
  /** Those that it printed and need not read, by their places: each is in the feeds of several lists. Of a small site these are all. */
  readonly kept: Map<number, Uint8Array>;
}

let open: OpenEntries | undefined;
/** How many more bytes are kept. */
let roomToKeep = 0;

function openEntries(): OpenEntries {
  const { entries: folder } = sharedForPages();
  if (open?.folder === folder) return open;
  closeEntries();
  open = { folder, files: new OpenFiles(folder), kept: new Map() };
  roomToKeep = 64 * 2 ** 20;
  return open;
}

/** Keeps the bytes of an entry, where there is room. */
function keep(file: number, start: number, bytes: Uint8Array): boolean {
  const { kept } = openEntries();
  if (bytes.length > roomToKeep) return false;
  roomToKeep -= bytes.length;
  kept.set(placeOf(file, start), bytes);
  return true;
}

/** A number for each place: no file has 4 GB. */
function placeOf(file: number, start: number): number {
  return file * 2 ** 32 + start;
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

/** Closes the files that this thread has open, and forgets the entries that it keeps. */
export function closeEntries(): void {
  open?.files.close();
  open = undefined;
}
