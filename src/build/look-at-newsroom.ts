import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
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
 * Reads a newsroom and renders its own templates, without a trace: with what only rendering finds, its diagnostics are those
 * of a build, and those of copies of Broadsheet's layouts, which no build waits for.
 */
export function checkNewsroom(options: ReadOptions, jobs: number, instead: Instead = AS_IT_IS): Promise<NewsroomRead> {
  return withNewsroom({ options, jobs, instead }, async (newsroom, folder) => {
    const { newsroom: tried, finding } = await tryOwnPages(newsroom, options.content, join(folder, 'own'));
    const found = tried.pinpoint([...(finding ? [finding] : []), ...findOutdatedCopies()]);
    return { ...tried, diagnostics: [...tried.diagnostics, ...found] };
  });
}

/** Files of `content/` by their paths, and the path on disk of the file that is read in their place; `undefined` where none is to be there. */
export type Instead = ReadonlyMap<string, string | undefined>;

const AS_IT_IS: Instead = new Map();

interface Look {
  readonly options: ReadOptions;
  readonly jobs: number;
  readonly instead: Instead;
}

/** Reads a newsroom, and does something with it while what was read is at hand in a folder, which then goes. */
async function withNewsroom<Result>(
  { options, jobs, instead }: Look,
  use: (newsroom: NewsroomRead, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const workers = new Workers(jobs);
  try {
    const cache = new Cache(folder);
    const files = new SourceFiles(withOthers(walkContent(options.content), instead), cache.sources, Date.now());
    return await use(await readNewsroom(options, { files, cache, workers, texts: folder }), folder);
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
