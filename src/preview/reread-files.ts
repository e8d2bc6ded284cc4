import { existsSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { FrontSource } from '../domain/fronts.ts';
import type { Entry } from '../domain/story/entry.ts';
import { type StoredStory, unpackStory } from '../build/cache/stored-story.ts';
import type { RecordPlace } from '../build/cache/record-log.ts';
import type { FoundFile } from '../disk/walk-content.ts';
import type { PreviewCache } from './preview-cache.ts';
import type { PreviewDiagnostics } from './preview-diagnostics.ts';
import type { PreviewEdition } from './preview-edition.ts';
import { CONTENT_READERS } from '../newsroom/content-readers.ts';
import type { Setting, Validated } from '../validate/setting.ts';
import { readText } from '../disk/read-text.ts';
import type { StoryTable } from '../build/cache/cache.ts';
import { type FileRead, readArticles } from '../build/workers/read-articles.ts';

/** With more files than that, finding out whether their stories relate alike is not worth it. */
const MOST = 50;

/** Some files of an edition, as they are now. */
export interface RereadFiles {
  readonly files: readonly FoundFile[];
  /** The stories among them that are others than before. */
  readonly stories: readonly ChangedStory[];
  /** All fronts, if one of them is among the files. */
  readonly fronts: readonly FrontSource[] | undefined;
  /** What is wrong with the files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A story whose file is another than before. */
export interface ChangedStory {
  readonly file: FoundFile;
  /** As the edition has it. */
  readonly entry: Entry;
  /** As it is now. */
  readonly stored: StoredStory;
  readonly text: RecordPlace;
}

/** Reads files of an edition again, if they are few, and fronts or stories that can be judged without the others. */
export function rereadFiles(
  diskPaths: readonly string[],
  good: PreviewEdition,
  { cache, told }: { readonly cache: PreviewCache; readonly told: PreviewDiagnostics },
): RereadFiles | undefined {
  const rows = cache.current;
  if (!rows || diskPaths.length > MOST || !diskPaths.every(existsSync)) return undefined;
  const isFront = (diskPath: string): boolean => good.fronts.some((front) => front.diskPath === diskPath);
  const stories = new Map<string, { readonly file: FoundFile; readonly entry: Entry }>();
  for (const diskPath of diskPaths.filter((path) => !isFront(path))) {
    const story = good.storyAt(diskPath);
    if (!story) return undefined;
    const { path } = story.entry;
    if (told.hasRelated(path, rows.get(path)?.findings ?? [])) return undefined;
    stories.set(path, story);
  }
  const storyFiles = [...stories.values()].map(({ file }) => file);
  const changed: ChangedStory[] = [];
  const dates = new Map<string, number>();
  const findings: Finding[] = [];
  for (const read of rereadStories(storyFiles, { rows, cache })) {
    const story = stories.get(read.path);
    if (read.kind === 'failed') findings.push(read.finding);
    if (read.kind !== 'read' || !story) continue;
    const stored = unpackStory(read.path, read.story);
    changed.push({ ...story, stored, text: read.text });
    dates.set(read.path, stored.entry.date);
    findings.push(...stored.findings);
  }
  const fronts = diskPaths.some(isFront) ? rereadFronts(good.fronts, good.newsroom.setting) : undefined;
  return {
    files: fronts ? [...storyFiles, ...good.fronts] : storyFiles,
    stories: changed,
    fronts: fronts?.value,
    diagnostics: good.newsroom.pinpoint([...findings, ...(fronts?.findings ?? [])], (path) => dates.get(path)),
  };
}

/** Reads fronts again, in this thread. One that cannot be read is left out, and told of. */
function rereadFronts(files: readonly FoundFile[], setting: Setting): Validated<readonly FrontSource[]> {
  const fronts = files.map(({ path, diskPath }): Validated<FrontSource | undefined> => {
    const read = readText(path, diskPath);
    return read.kind === 'read'
      ? CONTENT_READERS.fronts(read.file, setting)
      : { value: undefined, findings: [read.finding] };
  });
  return {
    value: fronts.flatMap(({ value }) => value ?? []),
    findings: fronts.flatMap(({ findings }) => findings),
  };
}

/** Reads some stories again, in this thread, with the setting of the last reading. What is kept of them stays as it is. */
function rereadStories(
  files: readonly FoundFile[],
  { rows, cache }: { readonly rows: StoryTable; readonly cache: PreviewCache },
): readonly FileRead[] {
  return readArticles({
    name: 'read',
    files: files.map(({ path, diskPath }) => ({ path, diskPath, known: rows.get(path)?.content })),
    records: { folder: cache.records, name: cache.openLog },
    texts: { folder: cache.texts, name: 'texts' },
  });
}
