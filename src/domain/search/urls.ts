import type { UrlPath } from '../addresses.ts';

/** The page that readers search on, in the language that a site is in: `/search/`, `/es/search/`. */
export function searchUrl({ home }: { readonly home: UrlPath }): UrlPath {
  return `${home}search/` as UrlPath;
}

/** The name of the file, beside the page, that says which buckets there are. */
export const SEARCH_INDEX = 'index.json';

/** How many files the words of a bucket are in. */
export const SEARCH_PARTS = 3;

/** A file of a bucket: the stories as they look among results, or one of the parts that its words are in. */
export type SearchFile = 'cards' | number;

/** The files that every bucket has. */
export const SEARCH_FILES: readonly SearchFile[] = [
  'cards',
  ...Array.from({ length: SEARCH_PARTS }, (_, part) => part),
];

/** The name of a file of a bucket, from the page on: `2026/0-cards.json`, `2026/0-2.json`. */
export function searchFileName(bucket: string, file: SearchFile): string {
  return `${bucket}-${file}.json`;
}
