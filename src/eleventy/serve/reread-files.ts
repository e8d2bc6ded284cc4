import { existsSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { FrontSource } from '../../domain/curated-front.ts';
import type { Entry } from '../../domain/entry.ts';
import type { ReadArticle } from '../cache/article-row.ts';
import type { RecordPlace } from '../cache/record-log.ts';
import type { FoundFile } from '../walk-content.ts';
import type { LiveCache } from './live-cache.ts';
import type { LiveDiagnostics } from './live-diagnostics.ts';
import type { LiveEdition } from './live-edition.ts';
import { rereadFronts } from './reread-fronts.ts';
import { type RereadStory, rereadStories } from './reread-stories.ts';

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
  readonly article: ReadArticle;
  readonly text: RecordPlace;
}

/** Reads files of an edition again, if they are few, and fronts or stories that can be judged without the others. */
export function rereadFiles(
  diskPaths: readonly string[],
  good: LiveEdition,
  { cache, told }: { readonly cache: LiveCache; readonly told: LiveDiagnostics },
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
  const reads = rereadStories(storyFiles, { rows, cache });
  const fronts = diskPaths.some(isFront) ? rereadFronts(good.fronts, good.newsroom.setting) : undefined;
  return {
    files: fronts ? [...storyFiles, ...good.fronts] : storyFiles,
    stories: reads.flatMap((read) => {
      const story = stories.get(read.path);
      return story && read.kind === 'read' ? [{ ...story, article: read.article, text: read.text }] : [];
    }),
    fronts: fronts?.value,
    diagnostics: good.newsroom.pinpoint([...reads.flatMap(findingsOf), ...(fronts?.findings ?? [])]),
  };
}

function findingsOf(read: RereadStory): readonly Finding[] {
  if (read.kind === 'same') return [];
  return read.kind === 'failed' ? [read.finding] : read.article.findings;
}
