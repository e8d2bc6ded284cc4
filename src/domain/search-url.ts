import type { UrlPath } from './url-path.ts';

export const SEARCH_URL = '/search/' as UrlPath;

/** Where it is said which buckets there are. */
export const SEARCH_INDEX_URL = '/search/index.json' as UrlPath;

/** How many files the words of a bucket are in. */
export const SEARCH_PARTS = 6;

/** A file of a bucket: the stories as they look among results, or one of the parts that its words are in. */
export type SearchFile = 'cards' | number;

/** The files that every bucket has. */
export const SEARCH_FILES: readonly SearchFile[] = [
  'cards',
  ...Array.from({ length: SEARCH_PARTS }, (_, part) => part),
];

/** The address of a file of a bucket: `/search/2026/0-cards.json`, `/search/2026/0-3.json`. */
export function searchFileUrl(bucket: string, file: SearchFile): UrlPath {
  return `${SEARCH_URL}${bucket}-${file}.json` as UrlPath;
}
