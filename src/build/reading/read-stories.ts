import { ARTICLES } from '../../domain/content/content-kinds.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { answerTo } from '../../domain/media/library.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { type StoredStory, unpackStory } from '../cache/stored-story.ts';
import { type StoryTable, type Cache, newName } from '../cache/cache.ts';
import type { LentStories, Lending } from '../cache/lent-stories.ts';
import type { MediaOnDisk } from '../../disk/media/media-on-disk.ts';
import type { RasterDepth } from '../../disk/media/rasters.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { SourceFiles } from './source-files.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import type { FileRead, FileToRead } from '../workers/read-articles.ts';
import { compileSoonFor, keepHeapSmallFor } from '../v8-settings.js';
import type { Workers } from '../workers/workers.ts';

/** What reading a newsroom uses. */
export interface Reading {
  readonly files: SourceFiles;
  readonly cache: Pick<Cache, 'stories' | 'records' | 'texts' | 'openLog'>;
  readonly workers: Workers;
  /** How far pictures are looked into: to their pixels, unless nothing is published. */
  readonly depth?: RasterDepth;
  /** Caches of other builds, of which stories are taken over. */
  readonly lending?: Lending;
  /** Which stories to read, where that is done for other builds to take them over; all that changed where it is not. */
  readonly forOthers?: (path: string) => boolean;
  /** Called with the number of stories that were read, and how many there are to read. */
  readonly onProgress?: (read: number, total: number) => void;
}

/** The stories of a newsroom: those that the cache knows as they are, and those that were read anew. */
export interface StoriesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** Paths of the stories that were read anew, here or elsewhere. */
  readonly read: ReadonlySet<string>;
}

/** How many stories a thread reads at a time. */
const SLICE = 50;

/** Of more stories than that so few would be kept in memory that it would not pay. */
const MOST_KEPT = 20_000;

/** What is known of stories before any is read: those of earlier builds, here or elsewhere, and which media files there are. */
interface StoriesBefore {
  readonly rows: StoryTable;
  readonly lent: LentStories | undefined;
  readonly media: MediaOnDisk;
  readonly reading: Reading;
}

/** Reads the stories that are new or changed, and those to which the media library would give other answers now. */
export async function readStories(before: StoriesBefore): Promise<StoriesRead> {
  const { rows, media, reading } = before;
  const { files, cache, workers, onProgress } = reading;
  const found = new Map(files.walk.texts.filter(isArticleFile).map((file) => [file.path, file]));
  const known = new KnownStories(before);
  const toRead = storiesToRead(found, { rows, known, reading });
  keepHeapSmallFor(toRead.length);
  compileSoonFor(toRead.length);
  workers.expect(toRead.length);
  const records = { folder: cache.records, name: toRead.length > SLICE ? newName() : cache.openLog };
  const findings: Finding[] = [];
  const anew = new Set<string>();
  const note = (read: FileRead): void => {
    const file = found.get(read.path);
    if (!file) return;
    if (read.kind === 'failed') {
      findings.push(read.finding);
      rows.delete(read.path);
      files.forget(read.path);
      return;
    }
    if (read.kind === 'read') {
      media.take(read.pictures);
      rows.set(read.path, unpackStory(read.path, read.story));
      anew.add(read.path);
    } else {
      const story = known.find(read.path, read.content);
      if (story && story !== rows.get(read.path)) {
        rows.set(read.path, story);
        anew.add(read.path);
      }
    }
    files.note(file, read.kind === 'same' ? read.content : read.story[0]);
  };
  const tasks: Promise<void>[] = [];
  let count = 0;
  const texts = { folder: cache.texts, name: records.name };
  const isKept = toRead.length <= MOST_KEPT;
  for (const slice of slicesOf(toRead, SLICE)) {
    const { done } = await workers.begin({ name: 'read', files: slice, isKept, records, texts });
    const noted = done.then((all) => {
      all.forEach(note);
      count += all.length;
      onProgress?.(count, toRead.length);
    });
    noted.catch(() => {});
    tasks.push(noted);
  }
  await Promise.all(tasks);
  const entries: Entry[] = [];
  // In the order of the walk, which is nearly that of their paths: sorting them is then next to nothing.
  for (const path of found.keys()) {
    const row = rows.get(path);
    if (!row) continue;
    entries.push(row.entry);
    if (row.findings.length > 0) findings.push(...row.findings);
  }
  return { entries, findings, read: anew };
}

/** Whether a file of the content folder holds a story. */
export function isArticleFile({ path }: FoundFile): boolean {
  return path.startsWith(ARTICLES.folder);
}

/** The stories that the cache does not know as they are. Those that are gone are forgotten. */
function storiesToRead(
  found: ReadonlyMap<string, FoundFile>,
  {
    rows,
    known,
    reading: { files, forOthers },
  }: { readonly rows: StoryTable; readonly known: KnownStories; readonly reading: Reading },
): readonly FileToRead[] {
  const toRead: FileToRead[] = [];
  const gone: string[] = [];
  let count = 0;
  for (const [path, row] of rows.entries()) {
    const file = found.get(path);
    if (!file) {
      gone.push(path);
      continue;
    }
    count += 1;
    if (forOthers && !forOthers(path)) continue;
    if (files.isUnchanged(file) && files.contentOf(path) === row.content && known.holds(row)) continue;
    toRead.push({ path, diskPath: file.diskPath, known: known.contentsOf(path) });
  }
  for (const path of gone) rows.delete(path);
  if (count < found.size) {
    for (const { path, diskPath } of found.values()) {
      if (rows.get(path) || (forOthers && !forOthers(path))) continue;
      toRead.push({ path, diskPath, known: known.contentsOf(path) });
    }
  }
  return toRead;
}

/** The stories that are as good as read again, if the bytes of their files are those that they were made of. */
class KnownStories {
  private readonly rows: StoryTable;
  private readonly lent: LentStories | undefined;
  private readonly media: MediaOnDisk;
  private readonly reading: Reading;

  constructor({ rows, lent, media, reading }: StoriesBefore) {
    this.rows = rows;
    this.lent = lent;
    this.media = media;
    this.reading = reading;
  }

  /** The fingerprints of the bytes of which there is a story of a file. */
  contentsOf(path: string): readonly Fingerprint[] {
    return this.at(path).map(({ content }) => content);
  }

  /** The story of a file of these bytes, with its text where anybody has that: that of earlier builds here comes first. */
  find(path: string, content: Fingerprint): StoredStory | undefined {
    const found = this.at(path).filter((story) => story.content === content);
    return found.find(({ text }) => text) ?? found[0];
  }

  /** Whether a story depends on its file alone, and on what it asked the media library for, and the answers are still so. */
  holds({ isFleeting, lookups, text }: StoredStory): boolean {
    if (isFleeting) return false;
    // What is read for others is read with its text.
    if (this.reading.forOthers && !text) return false;
    if (lookups.length === 0) return true;
    const { files } = this.reading;
    const fingerprintOf = (path: string): string | undefined => files.contentOf(path.normalize('NFC'));
    return lookups.every(([asked, answer]) => answerTo(asked, this.media, fingerprintOf) === answer);
  }

  private at(path: string): readonly StoredStory[] {
    const own = this.rows.get(path);
    return [...(own ? [own] : []), ...(this.lent?.at(path) ?? [])].filter((story) => this.holds(story));
  }
}

function slicesOf<Item>(items: readonly Item[], length: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
