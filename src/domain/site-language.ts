import type { ExternalLink } from './contributor.ts';
import type { LocalPublisher } from './publisher.ts';
import type { UrlPath } from './url-path.ts';

/** A further language of a site, in which it has a front, sections and feeds of its own. schema.org: `inLanguage`. */
export interface SiteLanguage {
  /** BCP 47. */
  readonly language: string;
  /** Address of its front: `/es/`. */
  readonly home: UrlPath;
  readonly title: string;
  readonly description: string | undefined;
  /** Titles of the sections in its navigation, by id; all of them, as they are called anyway, where it does not say. */
  readonly sections: Readonly<Record<string, string>> | undefined;
  readonly navigation: readonly ExternalLink[] | undefined;
  readonly publisher: LocalPublisher;
}
