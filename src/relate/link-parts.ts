import { groupBy } from '../domain/group-by.ts';
import { writtenLanguage } from '../domain/written-language.ts';
import type { Site } from '../domain/site.ts';
import type { PublishedStory } from './published-story.ts';
import { partsBySeries, seriesNamed, seriesUrl } from './series-of.ts';

/**
 * Tells each part of a series its number and the parts beside it. Parts in another language are counted for themselves: they
 * are mostly translations, and a reader goes on in the language of the story.
 */
export function linkParts(site: Site, newestFirst: readonly PublishedStory[]): void {
  for (const [id, parts] of partsBySeries(newestFirst)) {
    const series = { title: seriesNamed(id, site).title, url: seriesUrl(id) };
    const byLanguage = groupBy(parts, ({ entry: { language } }) => [writtenLanguage(language)]);
    for (const ofLanguage of byLanguage.values()) {
      ofLanguage.forEach((story, index) => {
        const number = ofLanguage.length - index;
        story.part = { series, number, earlier: ofLanguage[index + 1], later: ofLanguage[index - 1] };
      });
    }
  }
}
