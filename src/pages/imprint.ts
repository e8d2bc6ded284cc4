import type { FeedFormat } from '../domain/feeds.ts';
import type { Edition } from '../domain/edition.ts';
import type { Story } from '../domain/story/story.ts';
import type { Html } from '../domain/html.ts';
import type { UrlPath } from '../domain/addresses.ts';
import type { PrintedEntry } from './feeds/printed-entry.ts';
import { siteIn } from '../domain/languages.ts';

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
  /** The words that a story is found by, see `src/formats/search/story-words.ts`. */
  readonly wordsOf: (story: Story) => string;
  /** The bytes of an entry that was printed before its feeds, where that is done. */
  readonly printedEntry?: (entry: PrintedEntry, format: FeedFormat) => Uint8Array;
}

/** An edition that is to be laid out. */
export interface Publication extends Imprint {
  readonly edition: Edition;
}

/** An imprint as it is for pages in a language (BCP 47): of the site as it is in that language. */
export function imprintIn(language: string | undefined, imprint: Imprint): Imprint {
  const { edition } = imprint;
  const site = language === undefined ? edition.site : siteIn(language, edition.site);
  return site === edition.site ? imprint : { ...imprint, edition: { ...edition, site } };
}
