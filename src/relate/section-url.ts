import type { UrlPath } from '../domain/url-path.ts';

/** The address of the page of a section. */
export function sectionUrl(id: string): UrlPath {
  return `/${id}/` as UrlPath;
}
