import { contributorUrl } from '../domain/contributor-url.ts';
import { FEED_FORMATS, feedUrl, PODCAST_URL } from '../domain/feed-url.ts';
import type { Topic } from '../domain/related-story.ts';
import { SITE_PATH } from '../domain/site.ts';
import { sectionUrl } from '../domain/section-url.ts';
import { isHeard } from '../domain/is-heard.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import type { Newsroom } from './newsroom.ts';
import { partsBySeries, seriesNamed, seriesUrl } from './series-of.ts';

/** Claims the feeds of all lists, and the podcast if a story can be heard. */
export function claimFeeds(
  { site, contributors }: Newsroom,
  { published }: CheckedStories,
  addresses: Addresses,
): void {
  const claim = (front: UrlPath, name: string, path: string): void => {
    for (const format of FEED_FORMATS) {
      addresses.claimFixed(feedUrl(front, format), { path, at: WHOLE_FILE, what: `a feed of ${name}` });
    }
  };
  for (const section of site.sections) {
    claim(sectionUrl(section, site), `the section “${section.title}”`, SITE_PATH);
  }
  for (const contributor of contributors) claim(contributorUrl(contributor), contributor.name, contributor.path);
  const topics = new Map<Topic, string>();
  for (const { entry, topics: ofStory } of published) {
    for (const topic of ofStory) if (!topics.has(topic)) topics.set(topic, entry.path);
  }
  for (const [{ url, name }, path] of topics) claim(url, `the topic “${name}”`, path);
  for (const [id, [first]] of partsBySeries(published)) {
    if (first) claim(seriesUrl(id), `the series “${seriesNamed(id, site).title}”`, first.entry.path);
  }
  const heard = published.find(({ entry }) => isHeard(entry));
  if (heard) addresses.claimFixed(PODCAST_URL, { path: heard.entry.path, at: WHOLE_FILE, what: 'the podcast' });
}
