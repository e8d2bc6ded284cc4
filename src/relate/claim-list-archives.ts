import { contributorUrl } from '../domain/contributor-url.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import { SITE_PATH } from '../domain/site.ts';
import { sectionUrl } from '../domain/section-url.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses, Holder } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { claimPages } from './claim-pages.ts';
import type { Newsroom } from './newsroom.ts';
import { storiesByLanguage } from './stories-by-language.ts';
import { partsBySeries, seriesNamed, seriesUrl } from './series-of.ts';

/** Claims the archive pages of sections, contributors, topics and series. */
export function claimListArchives(
  { site, contributors }: Newsroom,
  { published }: CheckedStories,
  addresses: Addresses,
): void {
  const mainStories = storiesByLanguage(published, site)(site.language);
  const bySection = count(mainStories, ({ section }) => (section === undefined ? [] : [section.id]));
  const byPerson = count(published, ({ credits }) => credits.map(({ url }) => url));
  const byTopic = count(published, ({ topics }) => topics);
  const claim = (url: UrlPath, length: number | undefined, holder: Holder): void => {
    claimPages({ url, length: length ?? 0 }, { ...holder, what: `the archive of ${holder.what}` }, addresses);
  };
  site.sections.forEach((section, index) => {
    const at = valueAt('sections', index, 'id');
    const holder = { path: SITE_PATH, at, what: `the section “${section.title}”` };
    claim(sectionUrl(section, site), bySection.get(section.id)?.length, holder);
  });
  for (const contributor of contributors) {
    const { path, name } = contributor;
    const url = contributorUrl(contributor);
    claim(url, byPerson.get(url)?.length, { path, at: WHOLE_FILE, what: name });
  }
  for (const [{ url, name }, { length, first }] of byTopic) {
    const at = valueAt('topics', first.entry.topics.indexOf(name));
    claim(url, length, { path: first.entry.path, at, what: `the topic “${name}”` });
  }
  for (const [id, parts] of partsBySeries(published)) {
    const path = parts[0]?.entry.path ?? '';
    const what = `the series “${seriesNamed(id, site).title}”`;
    claim(seriesUrl(id), parts.length, { path, at: valueAt('series'), what });
  }
}

/** How many stories have each key, and the first of them. */
function count<Key>(
  stories: readonly RelatedStory[],
  keysOf: (story: RelatedStory) => readonly Key[],
): ReadonlyMap<Key, { readonly first: RelatedStory; readonly length: number }> {
  const counts = new Map<Key, { readonly first: RelatedStory; length: number }>();
  for (const story of stories) {
    const keys = keysOf(story);
    keys.forEach((key, index) => {
      if (keys.indexOf(key) < index) return;
      const known = counts.get(key);
      if (known) known.length += 1;
      else counts.set(key, { first: story, length: 1 });
    });
  }
  return counts;
}
