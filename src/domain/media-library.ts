import type { MediaFile } from './picture.ts';

/** The files of `content/` that are not text, as far as a stage may know them. */
export interface MediaLibrary {
  /** Looks a file up by its path from the content folder's parent. */
  find(path: string): MediaFound;
  /** The paths of all files, for suggestions. */
  readonly paths: readonly string[];
}

export type MediaFound =
  | { readonly kind: 'found'; readonly file: MediaFile }
  | { readonly kind: 'missing' }
  /** A symbolic link to somewhere outside the content folder. */
  | { readonly kind: 'outside' }
  /** Its bytes are not those of a picture; `reason` says why. */
  | { readonly kind: 'unreadable'; readonly reason: string };
