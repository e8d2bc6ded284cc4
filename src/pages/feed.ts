import type { Edition, RelatedStory, Story } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { RssFeed, RssItem } from '../formats/rss.ts';
import type { Imprint } from './publication.ts';
import { withoutPlayers } from './without-players.ts';
import { printBody } from './story-body.ts';

const ITEMS = 50;
export const FEED_URL = '/feed.xml' as UrlPath;

/** What the site's feed is made of: its newest stories. */
export interface FeedSubject {
  readonly items: readonly FeedItem[];
}

interface FeedItem extends Pick<RelatedStory, 'topics' | 'credits' | 'references'> {
  readonly story: Story;
  /** Changes with anything of the article. */
  readonly version: string;
}

/** Stories that ask not to be indexed stay out. */
export function listFeed({ stories }: Edition): readonly FeedSubject[] {
  const items: FeedItem[] = [];
  for (const story of stories) {
    if (items.length === ITEMS) break;
    const { entry, topics, credits, references } = story;
    if (!entry.noindex) items.push({ story, topics, credits, references, version: entry.version });
  }
  return [{ items }];
}

/** Makes the site's feed: stories in full. */
export function makeFeed({ items }: FeedSubject, imprint: Imprint): Page<RssFeed> {
  const { site } = imprint.edition;
  const data: RssFeed = {
    title: site.title,
    link: absoluteUrl(site, '/'),
    self: absoluteUrl(site, FEED_URL),
    description: site.description ?? site.title,
    language: site.language,
    lastBuild: items[0]?.story.article.date.instant,
    items: items.map((item) => makeItem(item, imprint)),
  };
  return { url: FEED_URL, layout: 'rss', data };
}

function makeItem({ story, topics, credits, references }: FeedItem, imprint: Imprint): RssItem {
  const { site } = imprint.edition;
  const { article, url, section } = story;
  const link = absoluteUrl(site, url);
  return {
    title: article.headline.text,
    link,
    guid: link,
    published: article.date.instant,
    creators: credits.filter(({ role }) => role === 'byline').map(({ name }) => name),
    categories: [...(section ? [section.title] : []), ...topics.map(({ name }) => name)],
    description: article.dek?.text,
    content: withAbsoluteUrls(withoutPlayers(printBody({ html: imprint.textOf(story), references }, site)), site, link),
  };
}

/** Addresses in the text are from the root of the host, or fragments of the page. */
function withAbsoluteUrls(html: string, site: Site, page: string): string {
  return html.replace(/ (href|src)="(\/(?!\/)|#)/g, (_all, name: string, start: string) =>
    start === '#' ? ` ${name}="${page}#` : ` ${name}="${site.origin}/`,
  );
}
