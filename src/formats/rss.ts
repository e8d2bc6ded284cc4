import type { Feed, FeedEntry, FeedTime } from './feed.ts';
import { MEDIA_NAMESPACE, printMedia } from './media.ts';
import { attributeList, cdata, element, emptyElement, escapeXml, lines } from './xml.ts';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  MEDIA_NAMESPACE,
].join(' ');

/**
 * A feed as RSS 2.0 (rssboard.org/rss-specification), with Dublin Core's creators, Media RSS's picture and the full text
 * (`content:encoded`).
 */
export function printRss(feed: Feed): string {
  const { title, home, self, hub, description, language, updated, entries, logo } = feed;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
${lines(
  element('title', title),
  element('link', home),
  element('description', description),
  element('language', language),
  element('lastBuildDate', entries.length > 0 ? rfc822(updated) : undefined),
  '<generator>Broadsheet</generator>',
  logo === undefined ? '' : `<image>${element('url', logo)}${element('title', title)}${element('link', home)}</image>`,
  emptyElement('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
  hub === undefined ? '' : emptyElement('atom:link', { href: hub, rel: 'hub' }),
  ...entries.map(printItem),
)}
</channel>
</rss>
`;
}

function printItem(entry: FeedEntry): string {
  const { id, url, title, language, published, authors, tags, summary, picture, content } = entry;
  return lines(
    `<item${attributeList({ 'xml:lang': language })}>`,
    element('title', title),
    element('link', url),
    `<guid isPermaLink="${id === url}">${escapeXml(id)}</guid>`,
    element('pubDate', rfc822(published)),
    ...authors.map(({ name }) => element('dc:creator', name)),
    element('dc:language', language),
    ...tags.map((tag) => element('category', tag)),
    element('description', summary?.html),
    printMedia(picture),
    `<content:encoded>${cdata(content)}</content:encoded>`,
    '</item>',
  );
}

/** RFC 822, as RSS 2.0 asks for it: `Mon, 23 Nov 2026 07:30:00 GMT`. */
function rfc822({ instant }: FeedTime): string {
  return new Date(instant).toUTCString();
}
