import type { ArticleRecord } from '../domain/story/article.ts';
import type { ContentRead } from '../domain/content/content-kinds.ts';
import type { Entry } from '../domain/story/entry.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import type { Site } from '../domain/site/site.ts';

/** Every file of a newsroom, validated by itself. */
export interface Newsroom extends ContentRead {
  readonly site: Site;
  readonly entries: readonly Entry[];
  /** All of an article but its text. */
  readonly recordOf: (path: string) => ArticleRecord;
  readonly media: MediaLibrary;
  /** Paths of the files of `content/public/`. */
  readonly publicFiles: readonly string[];
}

/** When to publish, and what beside the finished stories. */
export interface EditionOptions {
  /** The moment of publication, in milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
  /** Whether stories under embargo are shown before it ends, as a preview does; not unless it is said. */
  readonly withEmbargoed?: boolean;
  /** Paths of stories and own pages that are left out because of their errors. */
  readonly leftOut?: ReadonlySet<string>;
  /** Paths of files that have errors by themselves: what their pages are, and at which addresses, is not known for certain. */
  readonly faulty?: ReadonlySet<string>;
  /** Whether pages may be at addresses that nobody knows before the errors of files are mended. */
  readonly hasUnknownAddresses?: boolean;
}
