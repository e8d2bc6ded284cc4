import type { ArticleRecord, Body } from '../domain/story/article.ts';
import type { Contributor } from '../domain/contributors.ts';
import type { FrontSource } from '../domain/fronts.ts';
import type { Entry } from '../domain/story/entry.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import type { WrittenRedirect } from '../domain/redirects.ts';
import type { Site } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';

/** Every file of a newsroom, validated by itself. */
export interface Newsroom {
  readonly site: Site;
  readonly entries: readonly Entry[];
  /** All of an article but its text. */
  readonly recordOf: (path: string) => ArticleRecord;
  readonly contributors: readonly Contributor[];
  readonly ownPages: readonly UnresolvedPage[];
  readonly fronts: readonly FrontSource[];
  /** Of `redirects.yaml`, in its order. */
  readonly redirects: readonly WrittenRedirect[];
  readonly media: MediaLibrary;
}

/** A page of `content/pages/` whose references are not resolved yet. */
export interface UnresolvedPage {
  readonly path: string;
  readonly url: UrlPath | undefined;
  readonly noindex: boolean;
  readonly language: string;
  readonly body: Pick<Body, 'html' | 'references' | 'media'> | undefined;
}

/** When to publish, and what beside the finished stories. */
export interface EditionOptions {
  /** The moment of publication, in milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
}
