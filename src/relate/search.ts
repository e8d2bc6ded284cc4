import type { RelatedStory } from '../domain/story/story.ts';
import { searchBuckets, type SiteSearch } from '../domain/search/buckets.ts';
import { searchUrl } from '../domain/search/urls.ts';
import type { Site } from '../domain/site/site.ts';

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
