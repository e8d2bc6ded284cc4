import type { UrlPath } from './url-path.ts';

/** The addresses of the lists of all redirects, which hosts of sites read. */
export const REDIRECT_LISTS: readonly UrlPath[] = ['/_redirects', '/redirects.json'] as readonly string[] as UrlPath[];
