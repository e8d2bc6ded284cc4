import type { Edition } from '../../domain/edition.ts';
import type { Page } from '../../domain/page.ts';
import type { SearchBucket } from '../../domain/search-bucket.ts';
import { SEARCH_INDEX } from '../../domain/search-url.ts';
import type { UrlPath } from '../../domain/url-path.ts';
import type { SearchIndex } from '../../formats/search-files.ts';
import { sealedOf } from './search-bucket-files.ts';

/** What the list of all buckets of a language is made of. */
export interface SearchIndexSubject extends SearchIndex {
  readonly url: UrlPath;
}

/** The list of each language that readers can search. */
export function listSearchIndexes({ searches }: Edition): readonly SearchIndexSubject[] {
  return searches.map(({ url, buckets }) => ({
    url: `${url}${SEARCH_INDEX}` as UrlPath,
    buckets: buckets.map(listed).reverse(),
  }));
}

function listed(bucket: SearchBucket): SearchIndex['buckets'][number] {
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
}

/** Makes the list of all buckets of a language. */
export function makeSearchIndex({ url, buckets }: SearchIndexSubject): Page<SearchIndex> {
  return { url, layout: 'search-file', data: { buckets } };
}
