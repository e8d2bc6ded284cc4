import type { Article, Body } from '../domain/article.ts';
import type { Contributor } from '../domain/contributor.ts';
import type { MediaLibrary } from '../domain/media-library.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** Every file of a newsroom, validated by itself. */
export interface Newsroom {
  readonly site: Site;
  readonly articles: readonly Article[];
  readonly contributors: readonly Contributor[];
  readonly ownPages: readonly UnresolvedPage[];
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
