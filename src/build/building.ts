// build/*/: the steps of a build. This file has what they work with.
// May import: domain, plan, diagnostics, baseline, formats, parse, validate, pages, newsroom, disk, assets, eleventy,
// build.

import type { Cache } from './cache/cache.ts';
import type { BuildOptions } from './options.ts';
import type { Workspace } from './publishing/workspace.ts';
import type { SourceFiles } from './reading/source-files.ts';
import type { OutputScan } from './workers/scan-output.ts';
import type { Workers } from './workers/workers.ts';

/** Is told how far a build is. */
export interface BuildWatcher {
  /** Another build has the output or the cache: this one waits. */
  onWait(processId: number): void;
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
}
