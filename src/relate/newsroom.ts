import type { ArticleRecord, Body } from '../domain/article.ts';
import type { Contributor } from '../domain/contributor.ts';
import type { FrontSource } from '../domain/curated-front.ts';
import type { Entry } from '../domain/entry.ts';
import type { MediaLibrary } from '../domain/media-library.ts';
import type { WrittenRedirect } from '../domain/redirect.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';

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
