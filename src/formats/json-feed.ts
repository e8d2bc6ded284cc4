import type { Feed, FeedEntry } from './feed.ts';
import { withoutForbidden } from './xml.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), one line an item. */
export function printJsonFeed(feed: Feed): string {
  const { title, home, self, hub, description, language, entries, logo, publisher } = feed;
  const head = printJson({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    icon: logo,
    authors: [{ name: publisher }],
    language,
    hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
  });
  return `${head.slice(0, -1)},"items":[\n${entries.map(printItem).join(',\n')}\n]}\n`;
}

function printItem(entry: FeedEntry): string {
  const { id, url, title, language, published, updated, authors, tags, summary, picture, content } = entry;
  const others = printJson({
    id,
    url,
    title,
    summary: summary?.text,
    image: picture?.url,
    date_published: published.iso,
    date_modified: updated.iso,
    authors: authors.length > 0 ? authors : undefined,
    tags: tags.length > 0 ? tags : undefined,
    language,
  });
  // The text is by far the longest, and needs no second look.
  return `${others.slice(0, -1)},"content_html":${JSON.stringify(content)}}`;
}

/** JSON of texts without the characters that other formats of the same feed cannot hold, halves of characters above all. */
function printJson(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? withoutForbidden(inner) : inner));
}
