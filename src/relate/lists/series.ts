import type { RelatedStory } from '../../domain/story/story.ts';
import type { SeriesStories } from '../../domain/lists/lists.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import type { Series, Site } from '../../domain/site/site.ts';
import type { Slug, UrlPath } from '../../domain/addresses.ts';
import { listOf } from './list.ts';
import { writtenLanguage } from '../../domain/languages.ts';

/** Each series that a published story is a part of, with its parts, by id. `stories` are newest first. */
export function seriesOf(site: Site, stories: readonly RelatedStory[]): readonly SeriesStories[] {
  return [...partsBySeries(stories)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => ({ series: seriesNamed(id, site), ...listOf(seriesUrl(id), parts) }));
}

/** The parts of each series, in the order of the stories. */
function partsBySeries<Story extends { readonly entry: Entry }>(
  stories: readonly Story[],
): ReadonlyMap<Slug, readonly [Story, ...Story[]]> {
  const parts = stories.filter(({ entry }) => entry.series !== undefined);
  return groupBy(parts, ({ entry: { series } }) => (series === undefined ? [] : [series]));
}

/** The series of an id: that of `site.yaml`, or one whose title is made of the id. */
function seriesNamed(id: Slug, site: Site): Series {
  return site.series.find((series) => series.id === id) ?? { id, title: titleOf(id), description: undefined };
}

/** The address of a series: `/series/the-long-repair/`. */
function seriesUrl(id: Slug): UrlPath {
  return `/series/${id}/` as UrlPath;
}

/** `the-long-repair` → “The long repair”. */
function titleOf(id: Slug): string {
  return (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');
}

/**
 * Tells each part of a series its number and the parts beside it. Parts in another language are counted for themselves: they
 * are mostly translations, and a reader goes on in the language of the story.
 */
export function linkParts(site: Site, newestFirst: readonly RelatedStory[]): void {
  for (const [id, parts] of partsBySeries(newestFirst)) {
    const series = { title: seriesNamed(id, site).title, url: seriesUrl(id) };
    const byLanguage = groupBy(parts, ({ entry: { language } }) => [writtenLanguage(language)]);
    for (const ofLanguage of byLanguage.values()) {
      ofLanguage.forEach((story, index) => {
        const number = ofLanguage.length - index;
        story.relate({ part: { series, number, earlier: ofLanguage[index + 1], later: ofLanguage[index - 1] } });
      });
    }
  }
}
