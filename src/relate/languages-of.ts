import type { RelatedStory } from '../domain/related-story.ts';
import type { LanguageStories } from '../domain/story-list.ts';
import type { Site } from '../domain/site.ts';
import { siteIn } from '../domain/site-in.ts';
import { hasSectionFront } from './has-section-front.ts';
import { listOf } from './list-of.ts';
import { sectionsOf } from './sections-of.ts';

/** What the fronts of each further language of a site hold; `storiesIn` gives its stories, newest first. */
export function languagesOf(
  site: Site,
  storiesIn: (language: string) => readonly RelatedStory[],
): readonly LanguageStories[] {
  return site.languages.map((own) => {
    const stories = storiesIn(own.language);
    const sections = sectionsOf(siteIn(own.language, site), stories);
    return {
      language: own.language,
      ...listOf(own.home, stories),
      sections: sections.filter(({ section, stories: { length } }) => length > 0 || hasSectionFront(own, section)),
    };
  });
}
