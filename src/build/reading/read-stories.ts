import { ARTICLES } from '../../domain/content-kinds.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { answerTo } from '../../domain/media/library.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { type StoredStory, unpackStory } from '../cache/stored-story.ts';
import { type StoryTable, type Cache, newName } from '../cache/cache.ts';
import type { RecordPlace } from '../cache/record-log.ts';
import type { MediaOnDisk } from '../../disk/media/media-on-disk.ts';
import type { SourceFiles } from './source-files.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import type { FileRead, FileToRead } from '../workers/read-articles.ts';
import type { Workers } from '../workers/workers.ts';

/** What reading a newsroom uses. */
export interface Reading {
  readonly files: SourceFiles;
  readonly cache: Pick<Cache, 'stories' | 'records' | 'openLog'>;
  readonly workers: Workers;
  /** Absolute path of a folder for the texts of this build. */
  readonly texts: string;
  /** Called with the number of stories that were read, and how many there are to read. */
  readonly onProgress?: (read: number, total: number) => void;
}

/** The stories of a newsroom: those that the cache knows as they are, and those that were read anew. */
export interface StoriesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** The texts that were rendered. */
  readonly texts: ReadonlyMap<string, RecordPlace>;
}

/** How many stories a thread reads at a time. */
const SLICE = 50;

/** Reads the stories that are new or changed, and those to which the media library would give other answers now. */
export async function readStories({
  rows,
  media,
  reading: { files, cache, workers, texts, onProgress },
}: {
  readonly rows: StoryTable;
  readonly media: MediaOnDisk;
  readonly reading: Reading;
}): Promise<StoriesRead> {
  const found = new Map(files.walk.texts.filter(isArticleFile).map((file) => [file.path, file]));
  const toRead = storiesToRead(found, { rows, media, files });
  workers.expect(toRead.length);
  const records = { folder: cache.records, name: toRead.length > SLICE ? newName() : cache.openLog };
  const findings: Finding[] = [];
  const places = new Map<string, RecordPlace>();
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
      rows.set(read.path, unpackStory(read.path, read.story));
      places.set(read.path, read.text);
    }
    files.note(file, read.kind === 'same' ? read.content : read.story[0]);
  };
  const tasks: Promise<void>[] = [];
  let count = 0;
  const target = { folder: texts, name: 'texts' };
  for (const slice of slicesOf(toRead, SLICE)) {
    const { done } = await workers.begin({ name: 'read', files: slice, records, texts: target });
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
  return { entries, findings, texts: places };
}

/** Whether a file of the content folder holds a story. */
export function isArticleFile({ path }: FoundFile): boolean {
  return path.startsWith(ARTICLES.folder);
}

/** The stories that the cache does not know as they are. Those that are gone are forgotten. */
function storiesToRead(
  found: ReadonlyMap<string, FoundFile>,
  { rows, media, files }: Pick<Reading, 'files'> & { readonly rows: StoryTable; readonly media: MediaOnDisk },
): readonly FileToRead[] {
  const toRead: FileToRead[] = [];
  const gone: string[] = [];
  let known = 0;
  for (const [path, row] of rows.entries()) {
    const file = found.get(path);
    if (!file) {
      gone.push(path);
      continue;
    }
    known += 1;
    const isGood = !row.isFleeting && holds(row, { media, files });
    if (isGood && files.isUnchanged(file) && files.contentOf(path) === row.content) continue;
    toRead.push({ path, diskPath: file.diskPath, known: isGood ? row.content : undefined });
  }
  for (const path of gone) rows.delete(path);
  if (known < found.size) {
    for (const { path, diskPath } of found.values()) {
      if (!rows.get(path)) toRead.push({ path, diskPath, known: undefined });
    }
  }
  return toRead;
}

/** Whether what a story asked the media library for is still so. */
function holds(
  { lookups }: StoredStory,
  { media, files }: { readonly media: MediaOnDisk; readonly files: SourceFiles },
): boolean {
  if (lookups.length === 0) return true;
  const fingerprintOf = (path: string): string | undefined => files.contentOf(path.normalize('NFC'));
  return lookups.every(([asked, answer]) => answerTo(asked, media, fingerprintOf) === answer);
}

function slicesOf<Item>(items: readonly Item[], length: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
