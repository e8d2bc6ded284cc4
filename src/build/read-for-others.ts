import { isInShard, type Shard } from '../plan/plan-pages.ts';
import type { LockWait } from '../disk/lock.ts';
import { walkContent } from '../disk/walk-content.ts';
import { readForOthers } from '../pipeline.ts';
import type { BuildWatcher, ReadOptions } from './building.ts';
import { acquireCache, Cache } from './cache/cache.ts';
import { isArticleFile } from './reading/read-stories.ts';
import { SourceFiles } from './reading/source-files.ts';
import { closeLogs } from './workers/read-articles.ts';
import { closeReaders } from './workers/story-reader.ts';
import { Workers } from './workers/workers.ts';

/** What to read, and into which cache. */
export interface PartOptions extends Pick<ReadOptions, 'content' | 'url'> {
  /** Absolute path of the folder of the cache. */
  readonly cache: string;
  readonly jobs: number;
  /** The part of the stories to read, if not all of them. */
  readonly shard: Shard | undefined;
}

/** How many stories were read into a cache. */
export interface PartRead {
  /** How many of the part were new or changed, and were read. */
  readonly read: number;
  /** How many there are in the part. */
  readonly part: number;
  /** How many there are in all. */
  readonly stories: number;
}

/**
 * Reads a part of the stories into a cache, with their rendered texts, for builds on other machines to take over. Makes nothing, and
 * judges nothing: a build does that, which knows all stories.
 *
 * @throws If the cache cannot be written: then nobody could take it over.
 */
export async function readPart(options: PartOptions, watcher: BuildWatcher): Promise<PartRead> {
  const { content, shard } = options;
  const { folder, lock } = await acquireCache(options.cache, {
    standIn: () => options.cache,
    onWait: (wait: LockWait) => watcher.onWait(wait),
    onUnkept: (fault) => {
      throw fault;
    },
  });
  const workers = new Workers(options.jobs);
  try {
    const cache = new Cache(folder);
    const started = Date.now();
    const files = new SourceFiles(walkContent(content), cache.sources, started);
    const isAsked = (path: string): boolean => shard === undefined || isInShard(path, shard);
    const stories = files.walk.texts.filter(isArticleFile);
    const part = stories.filter(({ path }) => isAsked(path)).length;
    const read = await readForOthers(
      { content, url: options.url, now: undefined, drafts: false },
      {
        files,
        cache,
        workers,
        forOthers: isAsked,
        onProgress: (count, total) => watcher.onProgress('read', count, total),
      },
    );
    files.forgetGone();
    cache.save(undefined);
    return { read: read.size, part, stories: stories.length };
  } finally {
    await workers.close();
    closeLogs();
    closeReaders();
    lock?.release();
  }
}
