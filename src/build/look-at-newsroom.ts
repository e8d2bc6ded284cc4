import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBaseline } from '../assets/find-baseline.ts';
import type { Contributor } from '../domain/contributors.ts';
import type { Site } from '../domain/site/site.ts';
import { readContent } from '../newsroom/content-readers.ts';
import { readSetting } from '../newsroom/newsroom.ts';
import { pageLayouts, storyLayouts } from './layouts.ts';
import { readContentFiles } from './reading/content-files.ts';
import { Cache } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
import { type NewsroomRead, readNewsroom, tryOwnPages } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { findOutdatedCopies } from '../disk/layouts/outdated-copies.ts';
import { walkContent } from '../disk/walk-content.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** Reads a newsroom without building anything of it, and without a trace. */
export function lookAtNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom(options, jobs, async (newsroom) => newsroom);
}

/** What of a newsroom a story that is begun may name. */
export interface NewsroomNames {
  readonly site: Site;
  readonly contributors: readonly Contributor[];
}

/** Reads what stories may name, without a trace and without any story: there may be a hundred thousand. */
export function lookAtNames(content: string): NewsroomNames {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  try {
    const files = readContentFiles(new SourceFiles(walkContent(content), new Cache(folder).sources, Date.now()));
    const { value: setting } = readSetting(files, {
      url: undefined,
      baselineOf: (query) => findBaseline(query, Date.now()),
      storyLayouts: storyLayouts(),
      pageLayouts: pageLayouts(),
    });
    return { site: setting.site, contributors: readContent(files, setting).value.contributors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Reads a newsroom and renders its own templates, without a trace: with what only rendering finds, its diagnostics are those
 * of a build, and those of copies of Broadsheet's layouts, which no build waits for.
 */
export function checkNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom(options, jobs, async (newsroom, folder) => {
    const { newsroom: tried, finding } = await tryOwnPages(newsroom, options.content, join(folder, 'own'));
    const found = tried.pinpoint([...(finding ? [finding] : []), ...findOutdatedCopies()]);
    return { ...tried, diagnostics: [...tried.diagnostics, ...found] };
  });
}

/** Reads a newsroom, and does something with it while what was read is at hand in a folder, which then goes. */
async function withNewsroom<Result>(
  options: ReadOptions,
  jobs: number,
  use: (newsroom: NewsroomRead, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const workers = new Workers(jobs);
  try {
    const cache = new Cache(folder);
    const files = new SourceFiles(walkContent(options.content), cache.sources, Date.now());
    return await use(await readNewsroom(options, { files, cache, workers, texts: folder }), folder);
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  }
}
