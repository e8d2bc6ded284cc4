// build/*/: the steps of a build. This file has what they work with.
// May import: domain, plan, diagnostics, baseline, markdown, formats, parse, validate, pages, newsroom, disk, assets,
// eleventy, build.

import type { Cache } from './cache/cache.ts';
import type { Workspace } from './publishing/workspace.ts';
import type { SourceFiles } from './reading/source-files.ts';
import type { OutputScan } from './workers/scan-output.ts';
import type { Workers } from './workers/workers.ts';
import { resolve } from 'node:path';
import type { Shard } from '../plan/plan-pages.ts';
import { readMoment } from '../time/read-moment.ts';
import type { LockWait } from '../disk/lock.ts';
import { NEWSROOM } from '../disk/project.ts';

/** Is told how far a build is. */
export interface BuildWatcher {
  /** Another build has had the output or the cache for some seconds: this one waits. */
  onWait(wait: LockWait): void;
  /** Not all of a cache was taken over, or nothing: what it lacks is read here. */
  onPassedOver(folder: string, why: string): void;
  /** Nothing can be kept for later builds: they will make everything anew. */
  onUnkept(fault: Error): void;
  /** `count` of `total` are done, where that is known. */
  onProgress(stage: 'read' | 'render' | 'publish', count?: number, total?: number): void;
}

/** What a build works with. */
export interface Building {
  readonly options: BuildOptions;
  readonly workers: Workers;
  readonly workspace: Workspace;
  readonly watcher: BuildWatcher;
}

/** A build that has looked at its content folder and at what earlier builds left. */
export interface BegunBuild extends Building {
  readonly cache: Cache;
  readonly files: SourceFiles;
  /** Looks at the output meanwhile. */
  readonly scanning: Promise<OutputScan>;
  /** Whether the output is taken to be as the last build left it, and not looked at. */
  readonly isAsLeft: boolean;
}

/** What to read, and when. */
export interface ReadOptions {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** The moment of publication as it was written, or `undefined` for the clock's. */
  readonly now: string | undefined;
  readonly drafts: boolean;
  /** The site's address for this build, in place of `url` in `site.yaml`. */
  readonly url: string | undefined;
}

/** How to build: where from, where to, and when. */
export interface BuildOptions extends ReadOptions {
  /** Absolute path of the output folder. */
  readonly output: string;
  /** Absolute path of the folder for what later builds can use again. */
  readonly cache: string;
  /** Absolute paths of folders of caches of other builds, of which stories are taken over. */
  readonly cachesFrom: readonly string[];
  /** How many threads may work at once. */
  readonly jobs: number;
  /** The part of the site to build, if not all of it. */
  readonly shard: Shard | undefined;
  /**
   * Absolute paths of the files and folders that changed, came or went since the last build that used the cache, as somebody says who
   * knows; `undefined` where nobody does.
   */
  readonly changed: readonly string[] | undefined;
  /** Whether to build as if nothing had been built before. */
  readonly isClean: boolean;
  /** Whether warnings, and what is still to do in drafts, stop the build. */
  readonly isStrict: boolean;
}

/** The moment of publication in milliseconds since 1970: the clock's, unless the build was told another. */
export function momentOf({ now }: Pick<ReadOptions, 'now'>, timeZone: string): number {
  if (now === undefined) return Date.now();
  const read = readMoment(now, timeZone);
  if (read.kind !== 'moment') throw new Error(`The time ${now} was not checked before it was used`);
  return read.moment.instant;
}

/** The options of a build that was started by Eleventy's own command: the defaults, and `BROADSHEET_NOW`. */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): ReadOptions {
  return {
    content: resolve(NEWSROOM, environment['BROADSHEET_CONTENT'] ?? 'content'),
    now: environment['BROADSHEET_NOW'] ?? new Date().toISOString(),
    drafts: environment['BROADSHEET_DRAFTS'] === 'true',
    url: environment['BROADSHEET_URL'],
  };
}
