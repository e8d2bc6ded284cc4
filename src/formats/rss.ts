import type { Feed, FeedEntry } from './feed.ts';
import { MEDIA_NAMESPACE, printMedia } from './media.ts';
import { printRssChannel, printRssItem } from './rss-channel.ts';
import { cdata, element } from './xml.ts';

const NAMESPACES = ['xmlns:content="http://purl.org/rss/1.0/modules/content/"', MEDIA_NAMESPACE];

/** A feed as RSS 2.0, with Media RSS's picture and the full text (`content:encoded`). */
export function printRss(feed: Feed): string {
  const { title, home, entries, logo } = feed;
  const image = `<image>${element('url', logo)}${element('title', title)}${element('link', home)}</image>`;
  return printRssChannel(feed, {
    namespaces: NAMESPACES,
    parts: [logo === undefined ? '' : image, ...entries.map(printItem)],
  });
}

function printItem(entry: FeedEntry): string {
  const { tags, summary, picture, content } = entry;
  return printRssItem(entry, [
    ...tags.map((tag) => element('category', tag)),
    element('description', summary?.html),
    printMedia(picture),
    `<content:encoded>${cdata(content)}</content:encoded>`,
  ]);
}
