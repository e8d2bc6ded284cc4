import type { UrlPath } from '../addresses.ts';
import type { RelatedStory } from '../story/story.ts';

/** The address of the page of all corrections. */
export const CORRECTIONS_URL = '/corrections/' as UrlPath;

/** The address of the corrections of a month: `2026-11` → `/corrections/2026/11/`. */
export function correctionsUrl(month: string): UrlPath {
  return `${CORRECTIONS_URL}${month.replaceAll('-', '/')}/` as UrlPath;
}

/** A correction of a story. schema.org: `CorrectionComment`. */
export interface StoryCorrection {
  readonly story: RelatedStory;
  /** Which of the story's corrections it is, counted from 0. */
  readonly index: number;
  /** In milliseconds since 1970. */
  readonly date: number;
}

/** All corrections of an edition. */
export interface CorrectionList {
  /** Those on the page of all corrections, newest first. */
  readonly newest: readonly StoryCorrection[];
  /** The newest first; those with corrections only. */
  readonly months: readonly CorrectionMonth[];
}

/** The corrections of a month, in the site's zone. */
export interface CorrectionMonth {
  /** `2026-11`. */
  readonly date: string;
  readonly url: UrlPath;
  /** Newest first. */
  readonly corrections: readonly StoryCorrection[];
  /** Where there are very many: the earlier ones, the page with the oldest first. No later correction changes such a page. */
  readonly archive: readonly CorrectionArchivePage[];
}

export interface CorrectionArchivePage {
  readonly url: UrlPath;
  readonly corrections: readonly StoryCorrection[];
}
