import type { RelatedStory } from '../domain/related-story.ts';
import type { SectionStories } from '../domain/story-list.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Site } from '../domain/site.ts';
import { listOf } from './list-of.ts';
import { sectionUrl } from '../domain/section-url.ts';

/** Each section of a site, as it is in one language, with its stories in that language. */
export function sectionsOf(site: Site, stories: readonly RelatedStory[]): readonly SectionStories[] {
  const byId = groupBy(stories, ({ section }) => (section ? [section.id] : []));
  const { language } = site;
  return site.sections.map((section) => {
    return { section, language, ...listOf(sectionUrl(section, site), byId.get(section.id) ?? []) };
  });
}
