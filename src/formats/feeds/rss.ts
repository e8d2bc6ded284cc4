import {
  type Channel,
  type FeedEntry,
  type FeedItem,
  type FeedTime,
  MEDIA_NAMESPACE,
  type PartlyPrintedFeed,
  printMedia,
} from './feed.ts';
import type { TextParts } from '../text-parts.ts';
import { attributeList, cdata, element, emptyElement, escapeXml, lines } from '../xml.ts';

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

/** What a channel of RSS has beside what every channel says of itself. */
export interface RssParts {
  readonly namespaces: readonly string[];
  /** What else it says of itself, as whatever it is a channel of. */
  readonly parts: readonly string[];
  readonly items: readonly (string | Uint8Array)[];
}

/** A channel of RSS 2.0 (rssboard.org/rss-specification). */
export function printRssChannel(
  { title, home, self, hub, description, language, updated }: Channel,
  { namespaces, parts, items }: RssParts,
): TextParts {
  const before = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" ${[...CHANNEL_NAMESPACES, ...namespaces].join(' ')}>
<channel>
${lines(
  element('title', title),
  element('link', home),
  element('description', description),
  element('language', language),
  element('lastBuildDate', updated && rfc822(updated)),
  '<generator>Broadsheet</generator>',
  emptyElement('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
  hub === undefined ? '' : emptyElement('atom:link', { href: hub, rel: 'hub' }),
  ...parts,
)}
`;
  return [before, ...items.flatMap((item) => [item, '\n']), '</channel>\n</rss>\n'];
}

const CHANNEL_NAMESPACES = ['xmlns:atom="http://www.w3.org/2005/Atom"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'];

/** An item of such a channel, with Dublin Core's creators, and `parts` of whatever it is. */
export function printRssItem(item: FeedItem, parts: readonly string[]): string {
  const { id, url, title, language, published, authors } = item;
  return lines(
    `<item${attributeList({ 'xml:lang': language })}>`,
    element('title', title),
    element('link', url),
    `<guid isPermaLink="${id === url}">${escapeXml(id)}</guid>`,
    element('pubDate', rfc822(published)),
    ...authors.map(({ name }) => element('dc:creator', name)),
    element('dc:language', language),
    ...parts,
    '</item>',
  );
}

/** RFC 822, as RSS 2.0 asks for it, by the clocks of the site's zone: `Mon, 23 Nov 2026 07:30:00 +0100`. */
function rfc822({ iso }: FeedTime): string {
  const [clock, offset] = [iso.slice(0, 'yyyy-mm-ddThh:mm:ss'.length), iso.slice('yyyy-mm-ddThh:mm:ss'.length)];
  const zone = offset === '+00:00' ? 'GMT' : offset.replace(':', '');
  return new Date(`${clock}Z`).toUTCString().replace('GMT', zone);
}
