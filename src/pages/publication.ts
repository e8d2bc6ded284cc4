import type { FeedFormat } from '../domain/feed-url.ts';
import type { Edition } from '../domain/edition.ts';
import type { Story } from '../domain/related-story.ts';
import type { Html } from '../domain/html.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { PrintedEntry } from './feeds/printed-entry.ts';

/** The files of `layouts/` that every page asks for. */
export interface Assets {
  readonly stylesheet: UrlPath;
  /** The script in the head of every page, see `src/baseline/gate.ts`. */
  readonly gate: string;
  /** The script of live blogs, see `layouts/scripts/live-blog.js`. */
  readonly liveBlog: UrlPath;
  /** The script of the search page, unless the site has none. */
  readonly search: UrlPath | undefined;
}

/** What making a page may know beside its subject. It is small, and the same for all pages of an edition. */
export interface Imprint {
  readonly edition: Pick<Edition, 'site' | 'hasArchive' | 'hasContributors' | 'searchUrls'>;
  readonly assets: Assets;
  /** The text of a story, in which slots stand for its references. */
  readonly textOf: (story: Story) => Html;
  /** The words that a story is found by, see `src/formats/story-words.ts`. */
  readonly wordsOf: (story: Story) => string;
  /** The bytes of an entry that was printed before its feeds, where that is done. */
  readonly printedEntry?: (entry: PrintedEntry, format: FeedFormat) => Uint8Array;
}

/** An edition that is to be laid out. */
export interface Publication extends Imprint {
  readonly edition: Edition;
}
