import type { FeedEntry, PartlyPrintedFeed } from './feed.ts';
import { MEDIA_NAMESPACE, printMedia } from './media-rss.ts';
import { printRssChannel, printRssItem } from './rss-channel.ts';
import type { TextParts } from '../text-parts.ts';
import { cdata, element } from '../xml.ts';

const NAMESPACES = ['xmlns:content="http://purl.org/rss/1.0/modules/content/"', MEDIA_NAMESPACE];

/** A feed as RSS 2.0, with Media RSS's picture and the full text (`content:encoded`). */
export function printRss(feed: PartlyPrintedFeed): TextParts {
  const { title, home, entries, logo } = feed;
  const image = `<image>${element('url', logo)}${element('title', title)}${element('link', home)}</image>`;
  return printRssChannel(feed, {
    namespaces: NAMESPACES,
    parts: [logo === undefined ? '' : image],
    items: entries.map((entry) => (entry instanceof Uint8Array ? entry : printRssEntry(entry))),
  });
}

/** A story as it is in such feeds. */
export function printRssEntry(entry: FeedEntry): string {
  const { tags, summary, picture, content } = entry;
  return printRssItem(entry, [
    ...tags.map((tag) => element('category', tag)),
    element('description', summary?.html),
    printMedia(picture),
    `<content:encoded>${cdata(content)}</content:encoded>`,
  ]);
}
