import type { SectionStories, Story } from '../domain/edition.ts';
import type { Newsroom } from './newsroom.ts';
import { sectionUrl } from './section-url.ts';

/** Each section of the site with its stories. */
export function sectionsOf({ site }: Newsroom, stories: readonly Story[]): readonly SectionStories[] {
  return site.sections.map((section) => ({
    section,
    url: sectionUrl(section.id),
    stories: stories.filter((story) => story.section?.id === section.id),
  }));
}
