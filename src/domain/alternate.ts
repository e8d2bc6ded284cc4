import type { UrlPath } from './url-path.ts';

/** A page in one of the languages that it is in. */
export interface Alternate {
  /** BCP 47. */
  readonly language: string;
  readonly url: UrlPath;
}
