import type { FeedEntry, PartlyPrintedFeed } from './feed.ts';
import type { TextParts } from '../text-parts.ts';
import { withoutForbidden } from '../xml.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), one line an item. */
export function printJsonFeed(feed: PartlyPrintedFeed): TextParts {
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
  const printed = entries.map((entry) => (entry instanceof Uint8Array ? entry : printJsonEntry(entry)));
  return [`${head.slice(0, -1)},"items":[\n`, ...printed.flatMap(withComma), '\n]}\n'];
}

function withComma(item: string | Uint8Array, index: number): readonly (string | Uint8Array)[] {
  return index === 0 ? [item] : [',\n', item];
}

/** A story as it is in such feeds. */
export function printJsonEntry(entry: FeedEntry): string {
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
