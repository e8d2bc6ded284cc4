import { dirname, join } from 'node:path';
import type { Desk } from './desk.ts';
import { IS_NIGHT } from '../../at-night.ts';
import { filesOf } from '../newsrooms/files-of.ts';
import { writeFiles } from '../newsrooms/write-files.ts';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import type { BuildEnd } from '../../../src/build/build.ts';
import { MARK } from '../../../src/build/publishing/workspace.ts';
import { type Diagnostic, isError, type Told } from '../../../src/diagnostics/diagnostic.ts';
import { buildDesk, checkContent } from './build-in-process.ts';
import { demandSame, FOLDER, type Snapshot, snapshotOf } from './snapshot.ts';

/** Writes what changed in a newsroom, and checks what builds make of it. */
export async function checkDesk(desk: Desk): ReturnType<typeof checkBuilds> {
  const changed = writeFiles(join(desk.folder, 'content'), filesOf(desk.newsroom), desk);
  desk.keepsTimes = false;
  const told = whatIsTold(desk, changed);
  return desk.isLater ? withClockAhead(() => checkBuilds(desk, told)) : checkBuilds(desk, told);
}

function whatIsTold({ tells }: Desk, changed: readonly string[]): readonly string[] | undefined {
  if (tells === 'nothing') return undefined;
  return tells === 'files' ? changed : [...new Set(changed.map((path) => dirname(path)))];
}

const OWN_NAMES = new Set([
  'content',
  'site',
  'cache',
  'other-site',
  'kept-site',
  'kept-cache',
  'kept-folder',
  'copied',
]);

/**
 * Builds a newsroom with what earlier builds left, and from nothing; throws where that makes a difference, where a check says something else, where the build
 * says something else than what it did, and where building again does anything.
 *
 * @param changed What the build is told of what changed, if it is.
 */
export async function checkBuilds(desk: Desk, changed?: readonly string[]): Promise<BuildEnd['kind']> {
  const site = join(desk.folder, 'site');
  const before = snapshotOf(site);
  const { memory } = desk;
  const isFirst = !['site', 'cache'].some((name) => existsSync(join(desk.folder, name)));
  const warm = await buildDesk(desk, { output: 'site', cache: 'cache', changed, memory });
  const after = snapshotOf(site);
  // A first build is one from nothing. That another one comes to the same, and a check as well, is asked of later ones, and at night here, too.
  const isCold = isFirst && warm.kind === 'published' && !IS_NIGHT;
  const cold = isCold ? { said: said(warm), output: after } : await buildFromNothing(desk);

  demandSame('What the build says of the content', said(warm), cold.said);
  const left = readdirSync(desk.folder).filter((name) => !OWN_NAMES.has(name));
  if (left.length > 0) throw new Error(`The build left ${left.join(', ')} behind`);
  if (warm.kind === 'failed') {
    demandSame('The output of a build that failed', after, before);
    return 'failed';
  }
  demandSame('The output', after, cold.output);
  const { written, removed } = changesOf(before, after);
  demandSame('What was said to be written', listOf(warm.published.written), listOf(written));
  demandSame('What was said to be removed', listOf(warm.published.removed), listOf(removed));
  const files = listOf([...after.keys()].filter(isFileOf(after)));
  demandSame(
    'How many files there are',
    countOf(files.size),
    countOf(warm.published.written.length + warm.published.unchanged),
  );
  await checkAgain(desk, { warm, after, changed: changed && [] });
  return 'published';
}

/** What a build from nothing comes to. */
interface ColdBuild {
  readonly said: Snapshot;
  readonly output: Snapshot;
}

/** The last three by what they were built of: a sequence that takes back an edit which failed comes to the one before it. */
const lastCold: { readonly key: string; readonly build: ColdBuild }[] = [];

/** Builds from nothing, but where that was just done of the same content: what happens to outputs and caches is nothing to it. */
async function buildFromNothing(desk: Desk): Promise<ColdBuild> {
  const { folder, settings } = desk;
  const content = [...snapshotOf(join(folder, 'content'))];
  const key = JSON.stringify([folder, settings.now, settings.drafts, settings.url, settings.shard, content]);
  const known = lastCold.find((one) => one.key === key);
  if (known) return known.build;
  const end = await buildDesk(desk, { output: 'cold-site', cache: 'cold-cache' });
  // A look takes nearly as long as a build: all that fail, and some of the others.
  if (end.kind === 'failed' || content.length % 3 === 0) await demandSameCheck(desk, end);
  const build = { said: said(end), output: snapshotOf(join(folder, 'cold-site')) };
  for (const name of ['cold-site', 'cold-cache']) rmSync(join(folder, name), { recursive: true, force: true });
  lastCold.splice(0, lastCold.length, { key, build }, ...lastCold.slice(0, 2));
  return build;
}

/** A check says what a build from nothing says, and of what it passes something is published. */
async function demandSameCheck(desk: Desk, end: BuildEnd): Promise<void> {
  const expected = told(end);
  const isPassed = !expected.diagnostics.some(isError);
  if (isPassed !== (end.kind === 'published')) throw new Error(`A build with such findings is ${end.kind}`);
  demandSame('What a check says of the content', toldBy(await checkContent(desk)), toldBy(expected));
}

async function checkAgain(
  desk: Desk,
  {
    warm,
    after,
    changed,
  }: {
    readonly warm: Extract<BuildEnd, { kind: 'published' }>;
    readonly after: Snapshot;
    readonly changed: readonly [] | undefined;
  },
): Promise<void> {
  const stages = new Map<string, string>();
  const again = await buildDesk(
    { ...desk, isClean: false },
    {
      output: 'site',
      cache: 'cache',
      changed,
      memory: desk.memory,
      onProgress: (stage, _count, total = 0) => stages.set(stage, `${total}`),
    },
  );
  demandSame('What the same build says again', said(again), said(warm));
  demandSame('The output of the same build again', snapshotOf(join(desk.folder, 'site')), after);
  if (desk.isLater) demandSame('What the same build does again', stages, new Map());
  // Files that were just written are read again: they might be written once more in the same moment.
  else demandSame('How much the same build renders', countOf(Number(stages.get('render') ?? 0)), countOf(0));
  if (again.kind === 'failed') return;
  const { written, removed, unchanged } = again.published;
  demandSame('What the same build writes again', listOf([...written, ...removed]), listOf([]));
  demandSame(
    'How many files there still are',
    countOf(unchanged),
    countOf([...after.keys()].filter(isFileOf(after)).length),
  );
}

/** What a build has to say, in lines. */
function said(end: BuildEnd): Snapshot {
  const document: object = end.kind === 'failed' ? { diagnostics: end.diagnostics, toDo: end.toDo } : end.report;
  return new Map([
    ['end', end.kind],
    ...Object.entries(document).map(([key, value]) => [key, JSON.stringify(value)] as const),
  ]);
}

function told(end: BuildEnd): Told {
  return end.kind === 'failed' ? end : end.report;
}

/** What is told of the content, in any order. */
function toldBy({ diagnostics, toDo }: Told): Snapshot {
  const linesOf = (found: readonly Diagnostic[]): string =>
    found
      .map((one) => JSON.stringify(one))
      .sort()
      .join('\n');
  return new Map([
    ['diagnostics', linesOf(diagnostics)],
    ['toDo', linesOf(toDo)],
  ]);
}

/** The files that differ between two states of an output. The mark is no file that anybody is told of. */
function changesOf(before: Snapshot, after: Snapshot): { readonly written: string[]; readonly removed: string[] } {
  return {
    written: [...after.keys()].filter((path) => isFileOf(after)(path) && before.get(path) !== after.get(path)),
    removed: [...before.keys()].filter((path) => isFileOf(before)(path) && !isFileOf(after)(path)),
  };
}

function isFileOf(snapshot: Snapshot): (path: string) => boolean {
  return (path) => path !== MARK && snapshot.has(path) && snapshot.get(path) !== FOLDER;
}

function countOf(count: number): Snapshot {
  return new Map([['count', `${count}`]]);
}

function listOf(paths: readonly string[]): Snapshot {
  return new Map(paths.map((path) => [path, 'there']));
}

const AHEAD = 3_600_000;

/** Does something an hour later than it is, as far as it asks for the time. */
export async function withClockAhead<Value>(act: () => Promise<Value>): Promise<Value> {
  const { now } = Date;
  Date.now = () => now() + AHEAD;
  try {
    return await act();
  } finally {
    Date.now = now;
  }
}
