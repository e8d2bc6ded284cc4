import { existsSync, realpathSync } from 'node:fs';
import { datedQuery } from '../baseline/dated-query.ts';
import type { Baseline } from '../domain/baseline.ts';
import type { HeldBack } from '../domain/edition.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Fingerprint, fingerprintOf } from '../plan/fingerprint.ts';
import { placeOf } from './build-place.ts';
import { Cache, clearCache } from './cache/cache.ts';
import { isOfTheMachine, takeCache } from './cache/take-cache.ts';
import { type Lock, takeLock } from './lock.ts';
import { MARK } from './mark.ts';
import { nextChange } from './next-change.ts';
import { noteScan } from './note-scan.ts';
import { type BuildOptions, momentOf } from './options.ts';
import { type PreparedBuild, prepareBuild } from './prepared-build.ts';
import { programVersion } from './program-version.ts';
import { publishEdition, type TemplatesMade } from './publish-edition.ts';
import type { Published } from './publish.ts';
import { type NewsroomRead, readNewsroom } from './read-newsroom.ts';
import { keepHeapSmallFor } from './small-heap.ts';
import { SourceFiles } from './source-files.ts';
import { walkContent } from './walk-content.ts';
import { closeLogs } from './work/read-articles.ts';
import type { OutputScan } from './work/scan-output.ts';
import { closeReaders } from './work/story-reader.ts';
import { Workers } from './work/workers.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

/** How a build ended: with an output that is as it should be, or with errors in the content and the output as it was. */
export type BuildEnd =
  | { readonly kind: 'published'; readonly published: Published; readonly report: BuildReport }
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/** What a build has to say of an edition. */
export interface BuildReport {
  readonly title: string;
  readonly language: string;
  readonly timeZone: string;
  readonly stories: number;
  readonly heldBack: readonly HeldBack[];
  readonly diagnostics: readonly Diagnostic[];
  readonly baseline: Baseline;
  /** The gate's source for a content security policy: `sha256-…`. */
  readonly gateHash: string;
}

/** Is told how far a build is. */
export interface BuildWatcher {
  /** Another build has the output or the cache: this one waits. */
  onWait(processId: number): void;
  /** Nothing can be kept for later builds: they will make everything anew. */
  onUnkept(fault: Error): void;
  /** `count` of `total` are done, where that is known. */
  onProgress(stage: 'read' | 'render' | 'publish', count?: number, total?: number): void;
}

/** What the last build said of itself, while it still holds. */
interface BuildState {
  /** Of what beside content and output decides about a build. */
  readonly key: Fingerprint;
  /** From when to when, in milliseconds since 1970, the same content makes the same site. */
  readonly from: number;
  readonly until: number | undefined;
  /** Of what was found in the content folder that is no file to read. */
  readonly findings: Fingerprint;
  /** How many files the output has. */
  readonly files: number;
  readonly templates: TemplatesMade;
  /** Of what the pages of stories depended on, see {@link fingerprintOfContext}. */
  readonly context: Fingerprint;
  readonly report: BuildReport;
}

/** From so many files on, the output is looked through while the content is. */
const WORTH_A_THREAD = 3_000;

/**
 * Builds a newsroom: reads what changed, renders what that touches, beside the output, and puts it in place only when all of
 * it is there. Builds that share an output or a cache wait for each other.
 */
export async function buildSite(given: BuildOptions, watcher: BuildWatcher): Promise<BuildEnd> {
  // An output that is a link has one name only, by which other builds know it too.
  const output = existsSync(given.output) ? realpathSync(given.output) : given.output;
  const options = { ...given, output, now: given.now ?? new Date().toISOString() };
  const onWait = (processId: number): void => watcher.onWait(processId);
  const onUnkept = (fault: Error): void => watcher.onUnkept(fault);
  const locks: Lock[] = [];
  const workers = new Workers(options.jobs);
  let workspace: Workspace | undefined;
  try {
    locks.push(await takeLock(placeOf(output).lock, onWait));
    workspace = makeWorkspace(output);
    const { folder: cache, lock } = await takeCache(options.cache, { standIn: workspace.cache, onWait, onUnkept });
    if (lock) locks.push(lock);
    return await build({ options: { ...options, cache }, workers, workspace, watcher });
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    workspace?.remove();
    for (const lock of locks.reverse()) lock.release();
  }
}

/** What a build works with. */
export interface Building {
  readonly options: BuildOptions;
  readonly workers: Workers;
  readonly workspace: Workspace;
  readonly watcher: BuildWatcher;
}

async function build(building: Building): Promise<BuildEnd> {
  const { options, workers, workspace, watcher } = building;
  if (options.isClean) clearCache(options.cache);
  const cache = new Cache(options.cache);
  const state = cache.state as BuildState | undefined;
  if ((state?.files ?? 0) > WORTH_A_THREAD) workers.expect(WORTH_A_THREAD);
  const scanning = workers.run({ name: 'scan', output: options.output, cache: options.cache });
  // If it fails, that is told of where it is waited for, or something else has failed before.
  scanning.catch(() => {});
  const started = Date.now();
  const walk = walkContent(options.content);
  const files = new SourceFiles(walk, cache.sources, started);
  keepHeapSmallFor(files.changed.size);
  const findings = fingerprintOf(JSON.stringify(walk.findings));
  if (state && !files.hasChanged && state.findings === findings && isCurrent(state, options)) {
    // Where nothing is known of the output, nothing in it can differ from that.
    if (isClean(await scanning) && cache.outputs.rowOf(MARK)) {
      const published = { written: [], unchanged: state.files, removed: [] };
      return { kind: 'published', published, report: state.report };
    }
  }
  watcher.onProgress('read');
  const newsroom = await readNewsroom(options, {
    files,
    cache,
    workers,
    texts: workspace.texts,
    onProgress: (read, total) => watcher.onProgress('read', read, total),
  });
  files.forgetGone();
  const scan = await scanning;
  noteScan(scan, cache.outputs);
  if (newsroom.diagnostics.some(({ severity }) => severity === 'error')) {
    keep(cache, undefined, watcher);
    return { kind: 'failed', diagnostics: newsroom.diagnostics };
  }
  const prepared = prepareBuild(newsroom, options.content);
  const end = await publishEdition({
    ...building,
    cache,
    files,
    newsroom,
    prepared,
    scan,
    templatesBefore: state?.templates,
    contextBefore: state?.context,
  });
  if (end.kind === 'failed') {
    keep(cache, undefined, watcher);
    return { kind: 'failed', diagnostics: newsroom.pinpoint([end.finding]) };
  }
  const report = reportOf(newsroom, prepared);
  const { published, templates, context, files: count } = end;
  const key = keyOf(options, report.baseline.query);
  const now = newsroom.edition.now;
  const until = nextChange(newsroom.edition);
  const next: BuildState = { key, from: now, until, findings, files: count, templates, context, report };
  keep(cache, next, watcher);
  return { kind: 'published', published, report };
}

/** What cannot be kept is made again the next time. */
function keep(cache: Cache, state: BuildState | undefined, watcher: BuildWatcher): void {
  try {
    cache.save(state);
  } catch (fault) {
    if (!isOfTheMachine(fault)) throw fault;
    watcher.onUnkept(fault);
  }
}

/** Whether the same content would make the same site as it did then. */
function isCurrent(state: BuildState, options: BuildOptions): boolean {
  const now = momentOf(options, state.report.timeZone);
  const isInTime = now >= state.from && now < (state.until ?? Number.POSITIVE_INFINITY);
  return isInTime && state.key === keyOf(options, state.report.baseline.query);
}

/** What beside content and time decides about a build. A query may mean other browsers on another day. */
function keyOf(options: BuildOptions, query: string): Fingerprint {
  const { program, allLayouts } = programVersion();
  const { url, drafts, shard } = options;
  return fingerprintOf(
    program,
    allLayouts,
    JSON.stringify([url, drafts, shard]),
    datedQuery(query, momentOf(options, 'UTC')),
  );
}

function isClean({ spoilt, strays, touched, folders }: OutputScan): boolean {
  return spoilt.length + strays.length + touched.length + folders.length === 0;
}

function reportOf({ edition, diagnostics }: NewsroomRead, { gateHash }: PreparedBuild): BuildReport {
  const { site, stories, heldBack } = edition;
  if (!site.baseline) throw new Error('An edition with errors cannot be published');
  return {
    title: site.title,
    language: site.language,
    timeZone: site.timeZone,
    stories: stories.length,
    heldBack,
    diagnostics,
    baseline: site.baseline,
    gateHash,
  };
}
