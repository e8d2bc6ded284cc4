import { HOME } from './curated-front.ts';
import type { Section, Site } from './site.ts';

/** The name of a front in `content/fronts/`: `home`, `sport`, and in a further language of the site `es/home`, `es/sport`. */
export function frontName(section: Section | undefined, { home }: Site): string {
  return `${home.slice(1)}${section?.id ?? HOME}`;
}
