/** A page of so many bytes takes a reader on a slow line minutes, and search engines read no more of it. */
export const LARGE_PAGE = 10_000_000;

/** No page may have more bytes: browsers of phones give up on it, and so may the memory of whoever builds. */
export const LARGEST_PAGE = 50_000_000;

/** A number of bytes for people: `1.9 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
