import type { RelatedStory } from '../domain/story/story.ts';
import { searchBuckets, type SiteSearch } from '../domain/search/buckets.ts';
import { SEARCH_FILES, SEARCH_INDEX, searchFileName, searchUrl } from '../domain/search/urls.ts';
import type { Site } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { type Addresses, OF_SITE } from './addresses/addresses.ts';
import type { CheckedStories } from './story/sorted-stories.ts';
import { storiesByLanguage } from './languages/fronts.ts';

/**
 * What readers search in each language that the site has a front in, the main one first; nothing in one in which there is no
 * story to be found. `storiesIn` gives the stories of a language, newest first.
 */
export function searchesOf(
  site: Site,
  storiesIn: (language: string) => readonly RelatedStory[],
): readonly SiteSearch[] {
  if (!site.search) return [];
  return [site, ...site.languages].flatMap(({ language, home }) => {
    const stories = storiesIn(language);
    const buckets = searchBuckets(stories);
    return buckets.length === 0 ? [] : [{ language, url: searchUrl({ home }), stories, buckets }];
  });
}

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
