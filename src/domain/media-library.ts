import type { MediaFile } from './picture.ts';

/** The files of `content/` that are not text, as far as a stage may know them. */
export interface MediaLibrary {
  /** Looks a file up by its path from the content folder's parent. */
  find(path: string): MediaFound;
  /** Reads a file that is text: a table, captions, a transcript. */
  read(path: string): MediaText;
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

/** The text of a file; `version` changes with its bytes. */
export type MediaText =
  | { readonly kind: 'read'; readonly text: string; readonly version: string }
  | Extract<MediaFound, { readonly kind: 'missing' | 'outside' }>
  /** It is too large, or not in UTF-8; `reason` says so. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly version: string };
