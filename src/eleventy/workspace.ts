import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from './build-place.ts';
import { newName } from './cache/cache.ts';

/**
 * A folder on the disk of the output for what a build makes until all of it is there: it is then moved over without
 * copying.
 */
export interface Workspace {
  /** Files as they will be in the output. */
  readonly site: string;
  /** What Eleventy writes. */
  readonly own: string;
  /** Texts of stories. */
  readonly texts: string;
  /** Entries of feeds, printed before the feeds. */
  readonly entries: string;
  /** Stands in for a cache that cannot be written. */
  readonly cache: string;
  remove(): void;
}

/** Makes the workspace of a build. Those of builds that were killed are removed: only one build at a time has an output. */
export function makeWorkspace(output: string): Workspace {
  const { folder: around, prefix } = placeOf(output);
  mkdirSync(around, { recursive: true });
  for (const name of readdirSync(around)) {
    if (name.startsWith(prefix)) rmSync(join(around, name), { recursive: true, force: true });
  }
  const root = join(around, prefix + newName());
  const within = (name: string): string => join(root, name);
  // The rights of `site` become the output's, so they are the ordinary ones.
  for (const name of ['site', 'own', 'texts', 'entries', 'cache']) mkdirSync(within(name), { recursive: true });
  return {
    site: within('site'),
    own: within('own'),
    texts: within('texts'),
    entries: within('entries'),
    cache: within('cache'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
