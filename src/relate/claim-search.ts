import type { SearchBucket } from '../domain/search-bucket.ts';
import { SEARCH_FILES, searchFileUrl } from '../domain/search-url.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';

/** Claims the files of all buckets that are searched. */
export function claimSearch(buckets: readonly SearchBucket[], addresses: Addresses): void {
  for (const { name } of buckets) {
    for (const file of SEARCH_FILES) {
      const what = 'a file of the search';
      addresses.claimFixed(searchFileUrl(name, file), { path: 'content/site.yaml', at: WHOLE_FILE, what });
    }
  }
}
