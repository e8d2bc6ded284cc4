import type { MediaLibrary } from '../domain/media/library.ts';
import type { Site } from '../domain/site/site.ts';
import type { Finding } from '../diagnostics/finding.ts';

/** What validating one file may know beside it. */
export interface Setting {
  readonly site: Site;
  readonly media: MediaLibrary;
  /** Names of the layouts that can print a story. */
  readonly storyLayouts: readonly string[];
  /** Names of the layouts that can print a page of `content/pages/`. */
  readonly pageLayouts: readonly string[];
}

/** A value, and what is wrong with it. If any of that is an error, the value only stands in for a good one. */
export interface Validated<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
}
