import type { Section, Site } from './site.ts';
import { siteIn } from './site-in.ts';
import type { Slug } from './slug.ts';

/** The section of a story, as it is called in the story's language. */
export function sectionOf(
  { section, language }: { readonly section: Slug | undefined; readonly language: string },
  site: Site,
): Section | undefined {
  return section && siteIn(language, site).sections.find(({ id }) => id === section);
}
