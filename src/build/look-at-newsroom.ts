import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
import type { Told } from '../diagnostics/diagnostic.ts';
import { askCopyDesk, type DeskWork } from './copy-desk/ask-copy-desk.ts';
import { type NewsroomRead, readNewsroom, tryOwnPages } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { findOutdatedCopies } from '../disk/layouts/outdated-copies.ts';
import { type ContentWalk, type FoundFile, walkContent } from '../disk/walk-content.ts';
import { stateOf } from '../disk/files.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** Reads a newsroom without building anything of it, and without a trace. */
export function lookAtNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom({ options, jobs, instead: AS_IT_IS }, async (newsroom) => newsroom);
}

/**
 * Reads a newsroom and renders its own templates: with what only rendering finds, its diagnostics are those of a build; and those of
 * copies of Broadsheet's layouts and of the copy desk, which no build waits for.
 */
export function checkNewsroom(
  options: ReadOptions,
  jobs: number,
  { cache, instead = AS_IT_IS }: Check,
): Promise<NewsroomRead> {
  return withNewsroom({ options, jobs, instead }, async (newsroom, { folder, files, workers }) => {
    const { newsroom: tried, finding } = await tryOwnPages(newsroom, options.content, join(folder, 'own'));
    const found = tried.pinpoint([...(finding ? [finding] : []), ...findOutdatedCopies()]);
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
  readonly instead?: Instead;
}

/** Files of `content/` by their paths, and the path on disk of the file that is read in their place; `undefined` where none is to be there. */
export type Instead = ReadonlyMap<string, string | undefined>;

const AS_IT_IS: Instead = new Map();

/** What the copy desk alone says of a newsroom; see {@link checkNewsroom}. */
export function proofreadNewsroom(options: ReadOptions, jobs: number, cache: string): Promise<Told> {
  return withNewsroom({ options, jobs, instead: AS_IT_IS }, (newsroom, { files, workers }) =>
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

interface Look {
  readonly options: ReadOptions;
  readonly jobs: number;
  readonly instead: Instead;
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
  { options, jobs, instead }: Look,
  use: (newsroom: NewsroomRead, read: LookedWith) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const workers = new Workers(jobs);
  try {
    const cache = new Cache(folder);
    const files = new SourceFiles(withOthers(walkContent(options.content), instead), cache.sources, Date.now());
    return await use(await readNewsroom(options, { files, cache, workers, texts: folder }), { folder, files, workers });
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A content folder in which other files stand in the place of some. */
function withOthers(walk: ContentWalk, instead: Instead): ContentWalk {
  if (instead.size === 0) return walk;
  const other = (file: FoundFile): readonly FoundFile[] => {
    if (!instead.has(file.path)) return [file];
    const diskPath = instead.get(file.path);
    return diskPath === undefined ? [] : [{ path: file.path, diskPath, state: stateOf(statSync(diskPath)) }];
  };
  const byPath = (files: ReadonlyMap<string, FoundFile>) =>
    new Map([...files.values()].flatMap(other).map((file) => [file.path, file]));
  const { texts, media, templates, publicFiles, outside, findings } = walk;
  return {
    texts: texts.flatMap(other),
    media: byPath(media),
    templates: templates.flatMap(other),
    publicFiles: byPath(publicFiles),
    outside,
    findings: findings.filter(({ path }) => !instead.has(path)),
  };
}
