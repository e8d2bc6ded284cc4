import type { Edition } from '../../domain/edition.ts';
import type { Page } from '../../domain/page.ts';
import { SEARCH_INDEX_URL } from '../../domain/search-url.ts';
import type { UrlPath } from '../../domain/url-path.ts';
import type { SearchIndex } from '../../formats/search-files.ts';
import { sealedOf } from './search-bucket-files.ts';

/** What the list of all buckets is made of. */
export interface SearchIndexSubject extends SearchIndex {
  readonly url: UrlPath;
}

export function listSearchIndex({ site, hasArchive, searchBuckets }: Edition): readonly SearchIndexSubject[] {
  if (!site.search || !hasArchive) return [];
  const buckets = searchBuckets.map((bucket) => {
    const sealed = sealedOf(bucket);
    return {
      name: bucket.name,
      // Asked for when the list is made: in a preview a story may be another one by then.
      get stamp() {
        return sealed.stamp;
      },
      from: bucket.stories[0]?.entry.day ?? '',
      to: bucket.stories.at(-1)?.entry.day ?? '',
    };
  });
  return [{ url: SEARCH_INDEX_URL, buckets: buckets.reverse() }];
}

/** Makes the list of all buckets. */
export function makeSearchIndex({ url, buckets }: SearchIndexSubject): Page<SearchIndex> {
  return { url, layout: 'search-file', data: { buckets } };
}
