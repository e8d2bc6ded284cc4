import type { UrlPath } from '../domain/url-path.ts';

/** The address of a page of a list's archive: `/news/archive/12/`. */
export function archiveUrl(front: UrlPath, number: number): UrlPath {
  return `${front}archive/${number}/` as UrlPath;
}
