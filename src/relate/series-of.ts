import type { RelatedStory } from '../domain/related-story.ts';
import type { SeriesStories } from '../domain/story-list.ts';
import type { Entry } from '../domain/entry.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Series } from '../domain/series.ts';
import type { Site } from '../domain/site.ts';
import type { Slug } from '../domain/slug.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { listOf } from './list-of.ts';

/** Each series that a published story is a part of, with its parts, by id. `stories` are newest first. */
export function seriesOf(site: Site, stories: readonly RelatedStory[]): readonly SeriesStories[] {
  return [...partsBySeries(stories)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => ({ series: seriesNamed(id, site), ...listOf(seriesUrl(id), parts) }));
}

/** The parts of each series, in the order of the stories. */
export function partsBySeries<Story extends { readonly entry: Entry }>(
  stories: readonly Story[],
): ReadonlyMap<Slug, readonly [Story, ...Story[]]> {
  const parts = stories.filter(({ entry }) => entry.series !== undefined);
  return groupBy(parts, ({ entry: { series } }) => (series === undefined ? [] : [series]));
}

/** The series of an id: that of `site.yaml`, or one whose title is made of the id. */
export function seriesNamed(id: Slug, site: Site): Series {
  return site.series.find((series) => series.id === id) ?? { id, title: titleOf(id), description: undefined };
}

/** The address of a series: `/series/the-long-repair/`. */
export function seriesUrl(id: Slug): UrlPath {
  return `/series/${id}/` as UrlPath;
}

/** `the-long-repair` → “The long repair”. */
function titleOf(id: Slug): string {
  return (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');
}
