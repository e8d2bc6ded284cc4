import { SEARCH_FILES, searchFileName } from '../domain/search-url.ts';
import type { SiteSearch } from '../domain/site-search.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Addresses, OF_SITE } from './addresses.ts';

/** Claims the files of all buckets that are searched. */
export function claimSearchFiles(searches: readonly SiteSearch[], addresses: Addresses): void {
  for (const { url, buckets } of searches) {
    for (const { name } of buckets) {
      for (const file of SEARCH_FILES) {
        addresses.claimFixed(`${url}${searchFileName(name, file)}` as UrlPath, () => ({
          ...OF_SITE,
          what: 'a file of the search',
        }));
      }
    }
  }
}
