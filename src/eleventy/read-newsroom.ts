import type { Edition } from '../domain/edition.ts';
import type { Entry } from '../domain/entry.ts';
import { answerOf } from '../domain/recorded-media.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { pinpoint } from '../diagnostics/pinpoint.ts';
import { type NewsroomFiles, readEdition, readSetting } from '../pipeline.ts';
import { fingerprintOf } from '../plan/fingerprint.ts';
import type { Setting } from '../validate/setting.ts';
import { type ReadArticle, unpackArticle } from './cache/article-row.ts';
import { type ArticleTable, type Cache, newName } from './cache/cache.ts';
import type { RecordPlace } from './cache/record-log.ts';
import { findBaseline } from './find-baseline.ts';
import { pageLayouts, storyLayouts } from './layouts.ts';
import { MediaOnDisk } from './media-on-disk.ts';
import { momentOf, type ReadOptions } from './options.ts';
import { programVersion } from './program-version.ts';
import { readText } from './read-text.ts';
import type { SourceFiles } from './source-files.ts';
import type { FoundFile } from './walk-content.ts';
import type { StorySource } from './work/print-pages.ts';
import { StoryReader } from './work/story-reader.ts';
import type { FileRead, FileToRead } from './work/read-articles.ts';
import type { Workers } from './work/workers.ts';

/** A newsroom as it was read from disk. */
export interface NewsroomRead {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  readonly setting: Setting;
  readonly media: MediaOnDisk;
  /** Templates of `content/pages/`. */
  readonly pages: readonly SourceFile[];
  /** Paths of the stories that were read anew. */
  readonly read: ReadonlySet<string>;
  /** Where a story is to be had. */
  readonly sourceOf: (path: string) => StorySource;
  /** Turns findings that come later into diagnostics. */
  readonly pinpoint: (findings: readonly Finding[]) => readonly Diagnostic[];
}

/** What reading a newsroom uses. */
export interface Reading {
  readonly files: SourceFiles;
  readonly cache: Pick<Cache, 'articles' | 'records' | 'openLog'>;
  readonly workers: Workers;
  /** Absolute path of a folder for the texts of this build. */
  readonly texts: string;
  /** Called with the number of stories that were read, and how many there are to read. */
  readonly onProgress?: (read: number, total: number) => void;
}

/** Reads what changed in a newsroom, and makes an edition of all of it. */
export async function readNewsroom(options: ReadOptions, reading: Reading): Promise<NewsroomRead> {
  const { files, cache, workers } = reading;
  const mediaFindings = files.readMedia();
  const media = mediaOf(files);
  const texts = readTexts(files);
  const newsroom: NewsroomFiles = {
    ...texts,
    media,
    findings: [...files.walk.findings, ...mediaFindings, ...texts.findings],
  };
  const now = momentOf(options, 'UTC');
  const setting = readSetting(newsroom, {
    url: options.url,
    baselineOf: (query) => findBaseline(query, now),
    storyLayouts: storyLayouts(),
    pageLayouts: pageLayouts(),
  });
  const { site } = setting.value;
  const { storyLayouts: layouts } = setting.value;
  workers.share('setting', { ...setting.value, media: placesOf(files) });
  // Which browsers are supported is nothing that a story could depend on.
  const stamp = fingerprintOf(programVersion().program, JSON.stringify([{ ...site, baseline: undefined }, layouts]));
  const rows = cache.articles(stamp);
  const articles = await readArticles({ rows, media, reading });
  const diskPaths = new Map(files.walk.texts.map(({ path, diskPath }) => [path, diskPath]));
  const textOf = (path: string): string | undefined => {
    const diskPath = diskPaths.get(path);
    const found = diskPath === undefined ? undefined : readText(path, diskPath);
    return found?.kind === 'read' ? found.file.text : undefined;
  };
  const sourceOf = (path: string): StorySource => {
    const row = rows.get(path);
    const diskPath = diskPaths.get(path);
    if (!row || diskPath === undefined) throw new Error(`There is no story ${path}`);
    return { diskPath, content: row.content, record: row.record, text: articles.texts.get(path) };
  };
  const reader = new StoryReader(sourceOf, { site, records: cache.records, texts: reading.texts });
  const read = readEdition(
    newsroom,
    {
      entries: articles.entries,
      findings: articles.findings,
      recordOf: (path) => reader.story(path).article,
    },
    setting,
    { now: momentOf(options, site.timeZone), withDrafts: options.drafts },
  );
  files.noteMedia(media.found);
  const place = (findings: readonly Finding[]): readonly Diagnostic[] =>
    pinpoint(findings, { textOf, standards: site.standards });
  return {
    edition: read.edition,
    diagnostics: place(read.findings),
    setting: setting.value,
    media,
    pages: texts.pages,
    read: new Set(articles.texts.keys()),
    sourceOf,
    pinpoint: place,
  };
}

function mediaOf(files: SourceFiles): MediaOnDisk {
  return new MediaOnDisk(placesOf(files));
}

function placesOf(files: SourceFiles): ConstructorParameters<typeof MediaOnDisk>[0] {
  const { media, outside } = files.walk;
  return {
    diskPaths: new Map([...media.values()].map(({ path, diskPath }) => [path, diskPath])),
    outside,
    known: files.knownMedia(),
  };
}

/** Reads the texts that are not stories: they are few. */
function readTexts(files: SourceFiles): Pick<NewsroomFiles, 'site' | 'contributors' | 'pages' | 'findings'> {
  const read: SourceFile[] = [];
  const findings: Finding[] = [];
  for (const file of files.walk.texts) {
    if (isStory(file)) continue;
    const found = readText(file.path, file.diskPath);
    if (found.kind === 'read') {
      read.push(found.file);
      files.note(file, found.content);
    } else {
      findings.push(found.finding);
      files.forget(file.path);
    }
  }
  const within = (folder: string): readonly SourceFile[] => read.filter(({ path }) => path.startsWith(folder));
  return {
    site: read.find(({ path }) => path === 'content/site.yaml'),
    contributors: within('content/contributors/'),
    pages: within('content/pages/'),
    findings,
  };
}

function isStory({ path }: FoundFile): boolean {
  return path.startsWith('content/articles/');
}

interface StoriesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** The texts that were rendered. */
  readonly texts: ReadonlyMap<string, RecordPlace>;
}

/** How many stories a thread reads at a time. */
const SLICE = 50;

async function readArticles({
  rows,
  media,
  reading: { files, cache, workers, texts, onProgress },
}: {
  readonly rows: ArticleTable;
  readonly media: MediaOnDisk;
  readonly reading: Reading;
}): Promise<StoriesRead> {
  const found = new Map(files.walk.texts.filter(isStory).map((file) => [file.path, file]));
  const toRead = storiesToRead(found, { rows, media, files });
  workers.expect(toRead.length);
  const records = { folder: cache.records, name: toRead.length > SLICE ? newName() : cache.openLog };
  const findings: Finding[] = [];
  const places = new Map<string, RecordPlace>();
  const take = (read: FileRead): void => {
    const file = found.get(read.path);
    if (!file) return;
    if (read.kind === 'failed') {
      findings.push(read.finding);
      rows.delete(read.path);
      files.forget(read.path);
      return;
    }
    if (read.kind === 'read') {
      rows.set(read.path, unpackArticle(read.path, read.article));
      places.set(read.path, read.text);
    }
    files.note(file, read.kind === 'same' ? read.content : read.article[0]);
  };
  const tasks: Promise<void>[] = [];
  let count = 0;
  const target = { folder: texts, name: 'texts' };
  for (const slice of slicesOf(toRead, SLICE)) {
    const { done } = await workers.begin({ name: 'read', files: slice, records, texts: target });
    const taken = done.then((all) => {
      all.forEach(take);
      count += all.length;
      onProgress?.(count, toRead.length);
    });
    taken.catch(() => {});
    tasks.push(taken);
  }
  await Promise.all(tasks);
  const entries: Entry[] = [];
  for (const [, { entry, findings: ofStory }] of rows.entries()) {
    entries.push(entry);
    if (ofStory.length > 0) findings.push(...ofStory);
  }
  return { entries, findings, texts: places };
}

/** The stories of which nothing is kept that still holds. What is kept of stories that are gone is forgotten. */
function storiesToRead(
  found: ReadonlyMap<string, FoundFile>,
  { rows, media, files }: Pick<Reading, 'files'> & { readonly rows: ArticleTable; readonly media: MediaOnDisk },
): readonly FileToRead[] {
  const toRead: FileToRead[] = [];
  const gone: string[] = [];
  let kept = 0;
  for (const [path, row] of rows.entries()) {
    const file = found.get(path);
    if (!file) {
      gone.push(path);
      continue;
    }
    kept += 1;
    const isGood = !row.isFleeting && holds(row, media);
    if (isGood && files.isUnchanged(file) && files.contentOf(path) === row.content) continue;
    toRead.push({ path, diskPath: file.diskPath, known: isGood ? row.content : undefined });
  }
  for (const path of gone) rows.delete(path);
  if (kept < found.size) {
    for (const { path, diskPath } of found.values()) {
      if (!rows.get(path)) toRead.push({ path, diskPath, known: undefined });
    }
  }
  return toRead;
}

/** Whether what a story asked the media library for is still so. */
function holds({ lookups }: ReadArticle, media: MediaOnDisk): boolean {
  return lookups.length === 0 || lookups.every(([path, answer]) => answerOf(media.find(path)) === answer);
}

function slicesOf<Item>(items: readonly Item[], length: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
