import { resolve } from 'node:path';
import type { Shard } from '../plan/shard.ts';
import { readMoment } from '../time/read-moment.ts';
import { PROJECT } from '../disk/project.ts';

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
  /** How many threads may work at once. */
  readonly jobs: number;
  /** The part of the site to build, if not all of it. */
  readonly shard: Shard | undefined;
  /** Whether to build as if nothing had been built before. */
  readonly isClean: boolean;
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
    content: resolve(PROJECT, environment['BROADSHEET_CONTENT'] ?? 'content'),
    now: environment['BROADSHEET_NOW'] ?? new Date().toISOString(),
    drafts: environment['BROADSHEET_DRAFTS'] === 'true',
    url: environment['BROADSHEET_URL'],
  };
}
