import type { Contributor } from './contributor.ts';
import type { UrlPath } from './url-path.ts';

/** The address of the page of all contributors. */
export const CONTRIBUTORS_URL = '/contributors/' as UrlPath;

/** The address of a contributor's page. */
export function contributorUrl({ id }: Pick<Contributor, 'id'>): UrlPath {
  return `${CONTRIBUTORS_URL}${id}/` as UrlPath;
}
