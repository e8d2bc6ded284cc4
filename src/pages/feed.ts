import type { Edition, Story } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { RssFeed, RssItem } from '../formats/rss.ts';
import type { Imprint } from './publication.ts';
import { printBody } from './story-body.ts';

const ITEMS = 50;
const FEED_URL = '/feed.xml' as UrlPath;

/** What the site's feed is made of: its newest stories. Stories that ask not to be indexed stay out. */
export function listFeed({ stories }: Edition): readonly (readonly Story[])[] {
  return [stories.filter(({ article }) => !article.noindex).slice(0, ITEMS)];
}

/** Makes the site's feed: stories in full. */
export function makeFeed(stories: readonly Story[], { edition }: Imprint): Page<RssFeed> {
  const { site } = edition;
  const data: RssFeed = {
    title: site.title,
    link: absoluteUrl(site, '/'),
    self: absoluteUrl(site, FEED_URL),
    description: site.description ?? site.title,
    language: site.language,
    lastBuild: stories[0]?.article.date.instant,
    items: stories.map((story) => makeItem(story, site)),
  };
  return { url: FEED_URL, layout: 'rss', data };
}

function makeItem(story: Story, site: Site): RssItem {
  const { article, url, section, topics, credits } = story;
  const link = absoluteUrl(site, url);
  return {
    title: article.headline.text,
    link,
    guid: link,
    published: article.date.instant,
    creators: credits.filter(({ role }) => role === 'byline').map(({ name }) => name),
    categories: [...(section ? [section.title] : []), ...topics.map(({ name }) => name)],
    description: article.dek?.text,
    content: withAbsoluteUrls(printBody({ html: article.body.html, references: story.references }, site), site, link),
  };
}

/** Addresses in the text are from the root of the host, or fragments of the page. */
function withAbsoluteUrls(html: string, site: Site, page: string): string {
  return html.replace(/ (href|src)="(\/(?!\/)|#)/g, (_all, name: string, start: string) =>
    start === '#' ? ` ${name}="${page}#` : ` ${name}="${site.origin}/`,
  );
}
