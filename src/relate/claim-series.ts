import type { RelatedStory } from '../domain/related-story.ts';
import type { Site } from '../domain/site.ts';
import { valueAt } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';
import { partsBySeries, seriesNamed, seriesUrl } from './series-of.ts';

/** Claims the pages of series; each belongs to the first of the published stories, in their order, that is a part of it. */
export function claimSeries(site: Site, published: readonly RelatedStory[], addresses: Addresses): void {
  for (const [id, [first]] of partsBySeries(published)) {
    if (!first) continue;
    const what = `the series “${seriesNamed(id, site).title}”`;
    addresses.claim(seriesUrl(id), { path: first.entry.path, at: valueAt('series'), what });
  }
}
