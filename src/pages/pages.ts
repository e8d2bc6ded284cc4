import type { Story } from '../domain/related-story.ts';
import type { Page } from '../domain/page.ts';
import { makePage, packPage, specsOf } from './page-spec.ts';
import type { Publication } from './publication.ts';

/** Every output file of an edition but those that Eleventy templates make, each with all that its layout may know. */
export function layOutPages(publication: Publication): readonly Page[] {
  const stories = new Map(publication.edition.stories.map((story) => [story.entry.path, story]));
  const storyAt = (path: string): Story => {
    const story = stories.get(path);
    if (!story) throw new Error(`There is no story ${path}`);
    return story;
  };
  return [...specsOf(publication.edition)].map((spec) => makePage(packPage(spec), storyAt, publication));
}
