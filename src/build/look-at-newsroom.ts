import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isError } from '../diagnostics/diagnostic.ts';
import { Cache } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
import { type NewsroomRead, readNewsroom } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { walkContent } from '../disk/walk-content.ts';
import { prepareBuild } from './planning/prepared-build.ts';
import { renderTemplates } from './rendering/render-templates.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** Reads a newsroom without building anything of it, and without a trace. */
export function lookAtNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom(options, jobs, async (newsroom) => newsroom);
}

/**
 * Reads a newsroom and renders its own templates, without a trace: with what only rendering finds, its diagnostics are those
 * of a build.
 */
export function checkNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  return withNewsroom(options, jobs, async (newsroom, folder) => {
    if (newsroom.diagnostics.some(isError)) return newsroom;
    const output = join(folder, 'site');
    mkdirSync(output);
    const finding = await renderTemplates(prepareBuild(newsroom, options.content), output);
    return finding ? { ...newsroom, diagnostics: newsroom.pinpoint([finding]) } : newsroom;
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
