import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from './cache/cache.ts';
import type { ReadOptions } from './building.ts';
import { type NewsroomRead, readNewsroom } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { walkContent } from '../disk/walk-content.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** Reads a newsroom without building anything of it, and without a trace. */
export async function lookAtNewsroom(options: ReadOptions, jobs: number): Promise<NewsroomRead> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const workers = new Workers(jobs);
  try {
    const cache = new Cache(folder);
    const files = new SourceFiles(walkContent(options.content), cache.sources, Date.now());
    return await readNewsroom(options, { files, cache, workers, texts: folder });
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  }
}
