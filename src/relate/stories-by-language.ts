import type { RelatedStory } from '../domain/related-story.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Site } from '../domain/site.ts';
import { siteIn } from '../domain/site-in.ts';

/** The stories of each language that the site has a front in, and in all others those of the main language; in their order. */
export function storiesByLanguage<Given extends Pick<RelatedStory, 'entry'>>(
  stories: readonly Given[],
  site: Site,
): (language: string) => readonly Given[] {
  if (site.languages.length === 0) return () => stories;
  const groups = groupBy(stories, ({ entry }) => [siteIn(entry.language, site)]);
  return (language) => groups.get(siteIn(language, site)) ?? [];
}
