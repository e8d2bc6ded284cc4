import { lstatSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { changedWithin } from '../../disk/changed-paths.ts';
import { stateOf, statIfThere } from '../../disk/files.ts';
import type { BuildOptions } from '../building.ts';
import type { Cache } from '../cache/cache.ts';
import { folderOf, type OutputIndex } from '../cache/output-index.ts';
import type { BuildState } from './build-state.ts';
import { MARK, MARK_ASSET } from './workspace.ts';

/**
 * Where the content has changed since the last build that used this cache, as whoever asked for the build says: then nothing else has to be
 * looked at. `undefined` where nobody says it, and where all has to be looked at: the last build failed or wrote another output, the output
 * was changed by a build with another cache, or something outside of the content changed.
 */
export function changedSinceLast(
  options: BuildOptions,
  cache: Cache,
  state: BuildState | undefined,
): ReadonlySet<string> | undefined {
  if (!options.changed || state?.output !== nameOfOutput(options)) return undefined;
  return isAsLeft(options.output, cache.outputs) ? changedWithin(options.content, options.changed) : undefined;
}

/** Which output was built, as the cache says it: copied together to another place, they still belong together. */
export function nameOfOutput({ cache, output }: Pick<BuildOptions, 'cache' | 'output'>): string {
  return relative(cache, output);
}

/** Whether no build has changed an output since the one that the index is of: each begins with the mark, see {@link Mark}. */
function isAsLeft(output: string, index: OutputIndex): boolean {
  const [, , , state] = index.rowOf(MARK) ?? [];
  const stats = statIfThere(join(output, MARK));
  return (
    state !== undefined && stats?.isFile() === true && stats.size === state[0] && isSameTime(stats.mtimeMs, state[1])
  );
}

/** Whether two times, in milliseconds, are one: who copies files may keep them in milliseconds, archives in whole seconds. */
function isSameTime(now: number, then: number): boolean {
  return Math.abs(now - then) < 1 || (now % 1000 === 0 && now === Math.floor(then / 1000) * 1000);
}

/** The mark of an output that is about to be changed. */
export class Mark {
  private readonly place: { readonly site: string; readonly output: string; readonly index: OutputIndex };
  private isNew = false;

  /** @param place Where it is; `site` is the folder in which new files are until they are moved. */
  constructor(place: Mark['place']) {
    this.place = place;
  }

  /**
   * Makes it anew, before anything else of the output is changed: its time says to whoever knew the output that it is another, also where
   * this build is killed, and where it has another cache.
   */
  renew(): void {
    const { site, output, index } = this.place;
    if (this.isNew) return;
    this.isNew = true;
    const path = join(output, MARK);
    if (!statIfThere(path)?.isFile()) return;
    const aside = join(site, `${MARK}.new`);
    writeFileSync(aside, MARK_ASSET.text);
    renameSync(aside, path);
    const known = index.get(MARK);
    if (known) index.set({ ...known, state: stateOf(lstatSync(path)) });
  }
}

/** The folders around some files of an output to which something may have come, or from which it may have gone, since the last build. */
export function foldersNotAsLeft(output: string, paths: Iterable<string>, index: OutputIndex): ReadonlySet<string> {
  const looked = new Set<string>();
  const different = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); !looked.has(folder); folder = folderOf(folder)) {
      looked.add(folder);
      const stats = statIfThere(join(output, folder));
      if (stats?.mtimeMs !== index.timeOf(folder)) different.add(folder);
    }
  }
  return different;
}
