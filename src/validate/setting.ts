import type { MediaLibrary } from '../domain/media-library.ts';
import type { Site } from '../domain/site.ts';

/** What validating one file may know beside it. */
export interface Setting {
  readonly site: Site;
  readonly media: MediaLibrary;
  /** Names of the layouts that can print a story. */
  readonly storyLayouts: readonly string[];
  /** Names of the layouts that can print a page of `content/pages/`. */
  readonly pageLayouts: readonly string[];
}
