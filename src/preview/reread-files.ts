import { existsSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { severityOf } from '../diagnostics/severity.ts';
import type { FrontSource } from '../domain/fronts.ts';
import { type Entry, judgedAsOf, relatesAlike } from '../domain/story/entry.ts';
import { type StoredStory, unpackStory } from '../build/cache/stored-story.ts';
import type { FoundFile } from '../disk/walk-content.ts';
import type { PreviewCache } from './preview-cache.ts';
import type { HeldUpFile, PreviewDiagnostics } from './preview-diagnostics.ts';
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
  /** The stories among them that are others than before, without errors. */
  readonly stories: readonly ChangedStory[];
  /** Those that have errors. */
  readonly heldUp: readonly HeldUpFile[];
  /** All fronts, if one of them is among the files. */
  readonly fronts: FrontsRead | undefined;
  /** What is wrong with the stories that have no errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A story whose file is another than before. */
export interface ChangedStory {
  readonly file: FoundFile;
  /** As it is now. */
  readonly stored: StoredStory;
}

/** All fronts as they are now. */
interface FrontsRead {
  readonly values: readonly FrontSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A story as it was known before its file changed. */
interface KnownStory {
  readonly file: FoundFile;
  readonly entry: Entry;
  /** Whether the edition has it. */
  readonly isShown: boolean;
}

/**
 * Reads files of an edition again, if they are few, and fronts or stories that can be judged without the others: all relations of the
 * edition hold.
 */
export function rereadFiles(
  diskPaths: readonly string[],
  good: PreviewEdition,
  { cache, told }: { readonly cache: PreviewCache; readonly told: PreviewDiagnostics },
): RereadFiles | undefined {
  const rows = cache.current;
  if (!rows || diskPaths.length > MOST || !diskPaths.every(existsSync)) return undefined;
  const isFront = (diskPath: string): boolean => good.fronts.some((front) => front.diskPath === diskPath);
  const known = new Map<string, KnownStory>();
  for (const diskPath of diskPaths.filter((path) => !isFront(path))) {
    const story = knownStory(diskPath, { good, told, rows });
    if (!story || told.hasRelated(story.file.path, rows.get(story.file.path)?.findings ?? [])) return undefined;
    known.set(story.file.path, story);
  }
  const { setting, pinpoint, heldUp: heldUpByEdition } = good.newsroom;
  const dates = new Map<string, number>();
  const dateOf = (path: string): number | undefined => dates.get(path);
  const { standards } = setting.site;
  const isError = (finding: Finding): boolean => severityOf(finding, { standards, dateOf }) === 'error';
  const stories: ChangedStory[] = [];
  const heldUp: HeldUpFile[] = [];
  const findings: Finding[] = [];
  const files = [...known.values()].map(({ file }) => file);
  for (const read of rereadStories(files, { rows, cache, told })) {
    const story = known.get(read.path);
    if (read.kind === 'same' || !story) continue;
    const { path } = read;
    const stored = read.kind === 'read' ? unpackStory(path, read.story) : undefined;
    if (stored) dates.set(path, judgedAsOf(stored.entry));
    const own = read.kind === 'read' ? (stored?.findings ?? []) : [read.finding];
    const isAlike = stored !== undefined && relatesAlike(story.entry, stored.entry);
    if (own.some(isError)) {
      // Of a story that is left out others may be told by its names.
      if (!story.isShown && !isAlike) return undefined;
      heldUp.push({ path, diagnostics: pinpoint(own, dateOf), own });
      continue;
    }
    // What others have to do with an older state, which stood in for this one, was not told.
    if (!isAlike || !story.isShown || (heldUpByEdition.has(path) && refersToOthers(stored.entry))) return undefined;
    if (read.kind === 'read') stories.push({ file: story.file, stored });
    findings.push(...own);
  }
  const fronts = diskPaths.some(isFront) ? rereadFronts(good.fronts, setting) : undefined;
  return {
    stories,
    heldUp,
    fronts: fronts && { values: fronts.value, diagnostics: pinpoint(fronts.findings) },
    diagnostics: pinpoint(findings, dateOf),
  };
}

/** A story of the edition, or one that is left out of it. */
function knownStory(
  diskPath: string,
  { good, told, rows }: { readonly good: PreviewEdition; readonly told: PreviewDiagnostics; readonly rows: StoryTable },
): KnownStory | undefined {
  const file = good.fileOnDisk(diskPath);
  if (!file) return undefined;
  const shown = good.entryOf(file.path);
  if (shown) return { file, entry: shown, isShown: true };
  const entry = told.isHeldUp(file.path) ? rows.get(file.path)?.entry : undefined;
  return entry && { file, entry, isShown: false };
}

/** Whether relating the story may find something wrong with it. */
function refersToOthers({ references, related, translations, corrections }: Entry): boolean {
  return references.length + related.length + translations.length + corrections.length > 0;
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
  { rows, cache, told }: { readonly rows: StoryTable; readonly cache: PreviewCache; readonly told: PreviewDiagnostics },
): readonly FileRead[] {
  // Of a story that is held up, the edition has another state than the last one that was read.
  const knownOf = (path: string): readonly StoredStory['content'][] => {
    const row = told.isHeldUp(path) ? undefined : rows.get(path);
    return row ? [row.content] : [];
  };
  return readArticles({
    name: 'read',
    files: files.map(({ path, diskPath }) => ({ path, diskPath, known: knownOf(path) })),
    isKept: false,
    records: { folder: cache.records, name: cache.openLog },
    texts: { folder: cache.texts, name: 'texts' },
  });
}
