import type { UrlPath } from '../addresses.ts';

/** The file that says which addresses have been published: what readers have linked to must lead somewhere for ever. */
export const ADDRESSES_PATH = 'content/addresses.txt';

/** An address that has been published. */
export interface PermanentAddress {
  readonly url: UrlPath;
  /** Path of the file that was published there, or of the one that names it: `content/articles/flood.md`. Empty where a line says none. */
  readonly source: string;
}

/** An address as a line of the file has it. */
export interface RecordedAddress extends PermanentAddress {
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The addresses of the file, in the order of its lines. There may be a hundred thousand, of which nearly all are where they were: only those that are asked for are
 * taken out of the text.
 */
export interface RecordedAddresses {
  all(): readonly RecordedAddress[];
  /** Those that are none of some addresses. */
  missing(there: readonly string[]): readonly RecordedAddress[];
}

/** A page of an edition. */
export interface PageNow {
  readonly url: UrlPath;
  /** Of its file. */
  readonly path: string;
  /** The key of its file that says its address, if one does. */
  readonly key: 'permalink' | 'slug';
}

/** An address at which there is nothing any more. */
export interface LostAddress extends RecordedAddress {
  /** Where the same file is published now. */
  readonly now: PageNow | undefined;
  /** The one new story whose address ends alike, where the file is gone: perhaps it is the same. */
  readonly perhaps: PageNow | undefined;
  /** Why its file is not published, if that is there. */
  readonly unpublished: 'draft' | 'embargo' | 'errors' | undefined;
}
