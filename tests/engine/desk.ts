import type { Shard } from '../../src/plan/shard.ts';
import type { Newsroom } from './newsroom.ts';

/** A newsroom at work: its files, what it has built, and how it builds. */
export interface Desk {
  /** Absolute path of the folder that holds `content`, `site`, `cache`, and copies of them. */
  readonly folder: string;
  newsroom: Newsroom;
  settings: {
    /** The moment of publication, in milliseconds since 1970. */
    now: number;
    drafts: boolean;
    url: string | undefined;
    shard: Shard | undefined;
  };
  readonly jobs: number;
  /** Whether files of the next writing keep the times that they had, as a copying program may do it. */
  keepsTimes: boolean;
  /** Whether builds come an hour after the files were written: those that are younger are looked at more closely. */
  readonly isLater: boolean;
  /** Whether builds begin as if nothing had been built before. */
  readonly isClean: boolean;
}
