import type { Section, Site } from './site.ts';
import type { UrlPath } from './url-path.ts';

/** The address of the front of a section, in the language that a site is in: `/news/`, `/es/news/`. */
export function sectionUrl({ id }: Section, { home }: Site): UrlPath {
  return `${home}${id}/` as UrlPath;
}
