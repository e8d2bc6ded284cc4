import { element, escapeXml } from './xml.ts';

/** A feed of stories. */
export interface RssFeed {
  readonly title: string;
  readonly link: string;
  readonly self: string;
  readonly description: string;
  readonly language: string;
  /** When its newest story was published, in milliseconds since 1970. */
  readonly lastBuild: number | undefined;
  readonly items: readonly RssItem[];
}

/** A story in a feed. */
export interface RssItem {
  readonly title: string;
  readonly link: string;
  /** Never changes, whatever happens to the story: its address. */
  readonly guid: string;
  readonly published: number;
  readonly creators: readonly string[];
  readonly categories: readonly string[];
  readonly description: string | undefined;
  /** The whole text as HTML, every address in it absolute. */
  readonly content: string;
}

/** A feed as RSS 2.0, with Dublin Core's creators and the full text (`content:encoded`). */
export function printRss(feed: RssFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
${element('title', feed.title)}
${element('link', feed.link)}
<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>
${element('description', feed.description)}
${element('language', feed.language)}
${element('lastBuildDate', feed.lastBuild === undefined ? undefined : rfc822(feed.lastBuild))}
<generator>Broadsheet</generator>
${feed.items.map(printItem).join('\n')}
</channel>
</rss>
`;
}

function printItem(item: RssItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.link),
    `<guid isPermaLink="${item.guid === item.link}">${escapeXml(item.guid)}</guid>`,
    element('pubDate', rfc822(item.published)),
    ...item.creators.map((name) => element('dc:creator', name)),
    ...item.categories.map((name) => element('category', name)),
    element('description', item.description),
    element('content:encoded', item.content),
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** RFC 822, as RSS 2.0 asks for it: `Mon, 23 Nov 2026 07:30:00 GMT`. */
function rfc822(instant: number): string {
  return new Date(instant).toUTCString();
}
