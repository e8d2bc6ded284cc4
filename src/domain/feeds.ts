import type { UrlPath } from './addresses.ts';

/** A format in which a list of stories can be followed. */
interface FeedFormatRecord {
  /** What its file is called, beside the front of the list. */
  readonly file: string;
  /** What such a file is said to be. */
  readonly type: string;
  /** What it is called, in any language. */
  readonly name: string;
  /** The site's own feed, where its address is told of. */
  readonly ofSite: string;
}

/**
 * All formats of feeds; how each is printed, `formats/formats.ts` says.
 * Types: RFC 4287 and jsonfeed.org; RSS has no registered type, but one that all use.
 */
export const FEEDS = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', name: 'RSS', ofSite: 'the RSS feed' },
  atom: { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom', ofSite: 'the Atom feed' },
  'json-feed': { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed', ofSite: 'the JSON Feed' },
} as const satisfies Readonly<Record<string, FeedFormatRecord>>;

export type FeedFormat = keyof typeof FEEDS;

export const FEED_FORMATS = Object.keys(FEEDS) as readonly FeedFormat[];

/** The feed of stories that can be heard. */
export const PODCAST_URL = '/podcast.xml' as UrlPath;

/** The address of a feed of the list whose front is there: `/news/` → `/news/feed.xml`. */
export function feedUrl(front: UrlPath, format: FeedFormat): UrlPath {
  return `${front}${FEEDS[format].file}` as UrlPath;
}

/** The addresses of the feeds of such a list, in the order of the formats. */
export function feedUrls(front: UrlPath): readonly UrlPath[] {
  return FEED_FORMATS.map((format) => feedUrl(front, format));
}

/** Makes a value for each format. */
export function eachFeedFormat<Value>(make: (format: FeedFormat) => Value): Readonly<Record<FeedFormat, Value>> {
  return Object.fromEntries(FEED_FORMATS.map((format) => [format, make(format)])) as Record<FeedFormat, Value>;
}
