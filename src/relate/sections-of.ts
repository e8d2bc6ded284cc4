import type { SectionStories, RelatedStory } from '../domain/edition.ts';
import { groupBy } from '../domain/group-by.ts';
import { listOf } from './list-of.ts';
import type { Newsroom } from './newsroom.ts';
import { sectionUrl } from './section-url.ts';

/** Each section of the site with its stories. */
export function sectionsOf({ site }: Newsroom, stories: readonly RelatedStory[]): readonly SectionStories[] {
  const byId = groupBy(stories, ({ section }) => (section ? [section.id] : []));
  return site.sections.map((section) => ({ section, ...listOf(sectionUrl(section.id), byId.get(section.id) ?? []) }));
}
