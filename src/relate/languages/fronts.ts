import type { RelatedStory } from '../../domain/story/story.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Section, Site, SiteLanguage } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';

/** The stories of each language that the site has a front in, and in all others those of the main language; in their order. */
export function storiesByLanguage<Given extends Pick<RelatedStory, 'entry'>>(
  stories: readonly Given[],
  site: Site,
): (language: string) => readonly Given[] {
  if (site.languages.length === 0) return () => stories;
  const groups = groupBy(stories, ({ entry }) => [siteIn(entry.language, site)]);
  return (language) => groups.get(siteIn(language, site)) ?? [];
}

/**
 * Whether a section has a front in a further language of the site before there is a story: its navigation leads there. A
 * navigation that followed the stories would change all pages of the language with the first story of a section.
 */
export function hasSectionFront({ sections, navigation }: SiteLanguage, { id }: Section): boolean {
  return sections === undefined ? navigation === undefined : Object.hasOwn(sections, id);
}
