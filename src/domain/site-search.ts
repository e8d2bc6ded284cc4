import type { RelatedStory } from './related-story.ts';
import type { SearchBucket } from './search-bucket.ts';
import type { UrlPath } from './url-path.ts';

/** What readers search in one language: a page, and the stories that it finds. */
export interface SiteSearch {
  /** BCP 47: a language that the site has a front in. */
  readonly language: string;
  /** Of the page; all files of the search are below it. */
  readonly url: UrlPath;
  /** Of the fronts in that language, newest first. Those that ask not to be indexed are in no bucket. */
  readonly stories: readonly RelatedStory[];
  /** Oldest first; there is one at least. */
  readonly buckets: readonly SearchBucket[];
}
