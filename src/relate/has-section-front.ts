import type { Section } from '../domain/site.ts';
import type { SiteLanguage } from '../domain/site-language.ts';

/**
 * Whether a section has a front in a further language of the site before there is a story: its navigation leads there. A
 * navigation that followed the stories would change all pages of the language with the first story of a section.
 */
export function hasSectionFront({ sections, navigation }: SiteLanguage, { id }: Section): boolean {
  return sections === undefined ? navigation === undefined : Object.hasOwn(sections, id);
}
