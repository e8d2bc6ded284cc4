import type { SearchBucket } from '../domain/search-bucket.ts';
import { SEARCH_FILES, searchFileUrl } from '../domain/search-url.ts';
import { type Addresses, OF_SITE } from './addresses.ts';

/** Claims the files of all buckets that are searched. */
export function claimSearch(buckets: readonly SearchBucket[], addresses: Addresses): void {
  for (const { name } of buckets) {
    for (const file of SEARCH_FILES) {
      addresses.claimFixed(searchFileUrl(name, file), { ...OF_SITE, what: 'a file of the search' });
    }
  }
}
