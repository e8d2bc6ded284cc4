// build/: the ways in: a build, a look at a newsroom, the build of Eleventy’s own command.
// May import: plan, diagnostics, formats, pages, disk, eleventy, time, build, pipeline.ts.

import { existsSync, realpathSync } from 'node:fs';
import { stopsBuild, type Told } from '../diagnostics/diagnostic.ts';
import { fingerprintOf } from '../plan/fingerprint.ts';
import { makeWorkspace, placeOf, type Workspace } from './publishing/workspace.ts';
import { changedSinceLast, nameOfOutput } from './publishing/as-left.ts';
import { type BuildReport, type BuildState, isCurrent, stateKey } from './publishing/build-state.ts';
import { Cache, clearCache } from './cache/cache.ts';
import type { Lending } from './cache/lent-stories.ts';
import { isOfTheMachine, acquireCache } from './cache/cache.ts';
import { broadsheet } from './eleventy-command.ts';
import { type Lock, type LockWait, acquireLock } from '../disk/lock.ts';
import { MARK } from './publishing/workspace.ts';
import { nextChange } from '../pages/page-specs.ts';
import type { BuildOptions } from './building.ts';
import type { Published } from './publishing/publish.ts';
import { type NewsroomRead, publishNewsroom, readNewsroom, tryOwnPages } from '../pipeline.ts';
import type { Building, BuildWatcher } from './building.ts';
import { knownFiles, SourceFiles } from './reading/source-files.ts';
import { COMPILED } from '../disk/project.ts';
import { walkChanged, walkContent } from '../disk/walk-content.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { pinpoint } from '../diagnostics/pinpoint.ts';
import { changedPathOf, changedTooOften } from './rendering/content-faults.ts';
import { closeEntries } from './workers/print-entries.ts';
import { closeLogs } from './workers/read-articles.ts';
import { NO_DIFFERENCE, noteScan, type OutputScan } from './workers/scan-output.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** How a build ended: with an output that is as it should be, or with errors in the content and the output as it was. */
export type BuildEnd =
  | {
      readonly kind: 'published';
      readonly published: Published;
      readonly report: BuildReport;
      /** When the passing of time will change the site, in milliseconds since 1970. */
      readonly until: number | undefined;
    }
  | ({ readonly kind: 'failed' } & Told);

// Eleventy imports its configuration by itself, which has to find the program that runs. Of a compiled one, whoever loads it says so.
if (COMPILED === undefined) Object.assign(globalThis, { [Symbol.for('broadsheet')]: { broadsheet } });

/** From so many files on, the output is looked through while the content is. */
const WORTH_A_THREAD = 3_000;

/**
 * Builds a newsroom: reads what changed, renders what that touches, beside the output, and puts it in place only when all of
 * it is there. Builds that share an output or a cache wait for each other. Where content is saved meanwhile that was to be read
 * again, it begins anew, with what it has read.
 */
export async function buildSite(
  options: BuildOptions,
  watcher: BuildWatcher,
  memory: BuildMemory = { cache: undefined },
): Promise<BuildEnd> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The last time all of it is read: then nothing has to be read again.
      const last = attempt === MOST_ATTEMPTS ? { isClean: true, cachesFrom: [] } : {};
      const changed = attempt === 1 ? options.changed : undefined;
      return await buildOnce({ ...options, ...last, changed }, { watcher, memory });
    } catch (fault) {
      const path = changedPathOf(fault, options.content);
      if (path === undefined) throw fault;
      if (attempt === MOST_ATTEMPTS) return failedBy(changedTooOften(path));
    }
  }
}

/** How often a build begins anew because content was saved under it. */
const MOST_ATTEMPTS = 3;

function failedBy(finding: Finding): BuildEnd {
  const diagnostics = pinpoint([finding], { textOf: () => undefined, standards: {}, dateOf: () => undefined });
  return { kind: 'failed', diagnostics, toDo: [] };
}

/** What a process that builds again and again has of the last build. */
export interface BuildMemory {
  /** What it kept, also in memory. It is used as long as nobody else has kept anything since. */
  cache: Cache | undefined;
}

async function buildOnce(
  given: BuildOptions,
  { watcher, memory }: { readonly watcher: BuildWatcher; readonly memory: BuildMemory },
): Promise<BuildEnd> {
  // An output that is a link has one name only, by which other builds know it too.
  const output = existsSync(given.output) ? realpathSync(given.output) : given.output;
  const options = { ...given, output, now: given.now ?? new Date().toISOString() };
  const onWait = (wait: LockWait): void => watcher.onWait(wait);
  const onUnkept = (fault: Error): void => watcher.onUnkept(fault);
  const locks: Lock[] = [];
  const workers = new Workers(options.jobs);
  let workspace: Workspace | undefined;
  try {
    locks.push(await acquireLock(placeOf(output).lock, onWait));
    workspace = makeWorkspace(output);
    const standIn = workspace.cache;
    const { folder: cache, lock } = await acquireCache(options.cache, { standIn: () => standIn, onWait, onUnkept });
    if (lock) locks.push(lock);
    if (options.isClean) clearCache(cache);
    const { cache: last } = memory;
    memory.cache = undefined;
    const used = last?.isOf(cache) ? last : new Cache(cache);
    // Of a build that was killed nobody knows how far it came; nor does who remembers the last build know what others built since.
    const isSure = used.begin() && (used === last || !last);
    const changed = isSure ? options.changed : undefined;
    const end = await build({ options: { ...options, cache, changed }, workers, workspace, watcher }, used);
    used.end();
    if (end.kind === 'published') memory.cache = used;
    return end;
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    closeEntries();
    workspace?.remove();
    for (const lock of locks.reverse()) lock.release();
  }
}

async function build(building: Building, cache: Cache): Promise<BuildEnd> {
  const { options, workers, watcher } = building;
  const state = cache.state as BuildState | undefined;
  const changed = changedSinceLast(options, cache, state);
  const isAsLeft = changed !== undefined;
  const scan = (): Promise<OutputScan> => {
    if ((state?.files ?? 0) > WORTH_A_THREAD) workers.expect(WORTH_A_THREAD);
    const scanning = workers.runInOne({ name: 'scan', output: options.output, cache: options.cache, isAsLeft });
    // If it fails, that is told of where it is waited for, or something else has failed before.
    scanning.catch(() => {});
    return scanning;
  };
  const looking = isAsLeft ? undefined : scan();
  const started = Date.now();
  const walk = changed
    ? walkChanged(options.content, knownFiles(cache.sources, changed))
    : walkContent(options.content);
  const files = new SourceFiles(walk, cache.sources, started);
  const findings = fingerprintOf(JSON.stringify(walk.findings));
  if (state && !files.hasChanged && state.findings === findings && isCurrent(state, options)) {
    // Where nothing is known of the output, nothing in it can differ from that.
    if (isClean(await looking) && cache.outputs.rowOf(MARK) && !stopsBuild(state.report, options)) {
      const published = { written: [], unchanged: state.files, removed: [] };
      return { kind: 'published', published, report: state.report, until: state.until };
    }
  }
  const scanning = looking ?? scan();
  watcher.onProgress('read');
  const read = await readNewsroom(options, {
    files,
    cache,
    workers,
    ...(options.cachesFrom.length > 0 ? { lending: lendingOf(building) } : {}),
    onProgress: (read, total) => watcher.onProgress('read', read, total),
  });
  files.forgetGone();
  const newsroom = await withoutFailingDrafts(read, building);
  const { toDo } = newsroom;
  if (stopsBuild(newsroom, options)) {
    noteScan(await scanning, cache.outputs);
    keep(cache, undefined, watcher);
    return { kind: 'failed', diagnostics: newsroom.diagnostics, toDo };
  }
  const before = { templates: state?.templates, context: state?.context };
  const end = await publishNewsroom(newsroom, before, { ...building, cache, files, scanning, isAsLeft }).catch(
    (fault: unknown) => {
      if (changedPathOf(fault, options.content) !== undefined) keep(cache, undefined, watcher);
      throw fault;
    },
  );
  if (end.kind === 'failed') {
    keep(cache, undefined, watcher);
    return { kind: 'failed', diagnostics: [...newsroom.diagnostics, ...newsroom.pinpoint([end.finding])], toDo };
  }
  const report = reportOf(newsroom, end.inlineHashes);
  const { published, templates, context } = end;
  const next: BuildState = {
    key: stateKey(options, report.baseline.query),
    from: newsroom.edition.now,
    until: nextChange(newsroom.edition),
    output: nameOfOutput(options),
    findings,
    files: published.written.length + published.unchanged,
    templates,
    context,
    report,
  };
  keep(cache, next, watcher);
  return { kind: 'published', published, report, until: next.until };
}

function lendingOf({ options, watcher }: Building): Lending {
  return { folders: options.cachesFrom, onPassedOver: (folder, why) => watcher.onPassedOver(folder, why) };
}

/** Leaves out drafts of pages that cannot be rendered, before anything is planned: a build without drafts has none. */
async function withoutFailingDrafts(read: NewsroomRead, { options, workspace }: Building): Promise<NewsroomRead> {
  if (!read.edition.ownPages.some(({ draft }) => draft)) return read;
  return (await tryOwnPages(read, options.content, workspace.tried)).newsroom;
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

function isClean({ spoilt, strays, touched, folders }: OutputScan = NO_DIFFERENCE): boolean {
  return spoilt.length + strays.length + touched.length + folders.length === 0;
}

function reportOf({ edition, diagnostics, toDo }: NewsroomRead, inlineHashes: readonly string[]): BuildReport {
  const { site, stories, heldBack, heldBackPages } = edition;
  if (!site.baseline) throw new Error('An edition with errors cannot be published');
  return {
    title: site.title,
    origin: site.origin,
    language: site.language,
    timeZone: site.timeZone,
    stories: stories.length,
    heldBack,
    heldBackPages,
    diagnostics,
    toDo,
    baseline: site.baseline,
    inlineHashes,
  };
}
