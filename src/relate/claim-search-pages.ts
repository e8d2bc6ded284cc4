import { SEARCH_INDEX, searchUrl } from '../domain/search-url.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Addresses, OF_SITE } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { storiesByLanguage } from './stories-by-language.ts';

/**
 * Claims the pages that readers search on, with their lists of buckets: one in each language in which there is a story to be
 * found. Returns those that are not there yet, for stories under embargo.
 */
export function claimSearchPages(
  site: Site,
  { published, embargoed }: CheckedStories,
  addresses: Addresses,
): readonly UrlPath[] {
  if (!site.search) return [];
  const publishedIn = storiesByLanguage(published, site);
  const embargoedIn = storiesByLanguage(embargoed, site);
  return [site, ...site.languages].flatMap(({ language, home }) => {
    const isThere = publishedIn(language).some(isFound);
    if (!isThere && !embargoedIn(language).some(isFound)) return [];
    const url = searchUrl({ home });
    const what = language === site.language ? 'the search' : `the search in ${language}`;
    addresses.claimFixed(url, () => ({ ...OF_SITE, what }));
    addresses.claimFixed(`${url}${SEARCH_INDEX}` as UrlPath, () => ({ ...OF_SITE, what: `the index of ${what}` }));
    return isThere ? [] : [url];
  });
}

function isFound({ entry }: CheckedStories['published'][number]): boolean {
  return !entry.noindex;
}
