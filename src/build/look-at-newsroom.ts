import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cache, newName } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
import type { Told } from '../diagnostics/diagnostic.ts';
import { askCopyDesk, type DeskWork } from './copy-desk/ask-copy-desk.ts';
import { type NewsroomRead, readNewsroom, tryOwnPages } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { findOutdatedCopies } from '../disk/layouts/outdated-copies.ts';
import { findUnusedLayouts } from '../disk/layouts/unused-layouts.ts';
import { makeTemporaryFolder } from '../disk/temporary-folder.ts';
import { type Instead, walkContent } from '../disk/walk-content.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** Reads a newsroom without building anything of it, and without a trace. */
export function lookAtNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom({ options, jobs }, async (newsroom) => newsroom);
}

/**
 * Reads a newsroom and renders its own templates: with what only rendering finds, its diagnostics are those of a build; and those of
 * copies of Broadsheet's layouts and of the copy desk, which no build waits for.
 */
export function checkNewsroom(
  options: ReadOptions,
  jobs: number,
  { cache, instead, known }: Check,
): Promise<NewsroomRead> {
  return withNewsroom({ options, jobs, instead, known }, async (newsroom, { folder, files, workers }) => {
    const { newsroom: tried, finding } = await tryOwnPages(newsroom, options.content, join(folder, 'own'));
    const found = tried.pinpoint([...(finding ? [finding] : []), ...findOutdatedCopies(), ...findUnusedLayouts()]);
    const told = await tellOfCopyDesk(
      tried,
      cache === undefined ? undefined : { content: options.content, files, workers, cache },
    );
    return {
      ...tried,
      diagnostics: [...tried.diagnostics, ...found, ...told.diagnostics],
      toDo: [...tried.toDo, ...told.toDo],
    };
  });
}

/** How a newsroom is looked at. */
export interface Check {
  /** Absolute path of the folder in which the copy desk keeps what it found; without one it is not asked. */
  readonly cache?: string;
  readonly instead?: Instead | undefined;
  /** Absolute path of the folder in which builds keep what they know; what holds of it is not read again. Nothing in it is changed. */
  readonly known?: string | undefined;
}

/** What the copy desk alone says of a newsroom; see {@link checkNewsroom}. */
export function proofreadNewsroom(options: ReadOptions, jobs: number, cache: string): Promise<Told> {
  return withNewsroom({ options, jobs }, (newsroom, { files, workers }) =>
    tellOfCopyDesk(newsroom, { content: options.content, files, workers, cache }),
  );
}

async function tellOfCopyDesk(newsroom: NewsroomRead, work: DeskWork | undefined): Promise<Told> {
  if (!work) return { diagnostics: [], toDo: [] };
  const { edition, pinpoint } = newsroom;
  const remarks = await askCopyDesk(newsroom, work);
  const unfinished = new Set(edition.heldBack.flatMap(({ path, reason }) => (reason === 'embargo' ? [] : [path])));
  return {
    diagnostics: pinpoint(remarks.filter(({ path }) => !unfinished.has(path))),
    toDo: pinpoint(remarks.filter(({ path }) => unfinished.has(path))),
  };
}

interface Look extends Pick<Check, 'instead' | 'known'> {
  readonly options: ReadOptions;
  readonly jobs: number;
}

/** What a newsroom was read with. */
interface LookedWith {
  /** Absolute path of a folder for what was read of it. */
  readonly folder: string;
  readonly files: SourceFiles;
  readonly workers: Workers;
}

/** Reads a newsroom, and does something with it while what was read is at hand in a folder, which then goes. */
async function withNewsroom<Result>(
  { options, jobs, instead, known }: Look,
  use: (newsroom: NewsroomRead, read: LookedWith) => Promise<Result>,
): Promise<Result> {
  const folder = makeTemporaryFolder('look');
  const workers = new Workers(jobs);
  try {
    const kept = new Cache(known ?? folder);
    // What is read goes beside it. A record that is not there is made of its file again.
    const cache = {
      stories: kept.stories.bind(kept),
      records: join(folder, 'records'),
      texts: join(folder, 'texts'),
      openLog: newName(),
    };
    const files = new SourceFiles(walkContent(options.content, instead), kept.sources, Date.now());
    const reading = { files, cache, workers, depth: 'headers' as const };
    return await use(await readNewsroom(options, reading), { folder, files, workers });
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  }
}
