import type { UrlPath } from './addresses.ts';

/** The formats in which a list of stories can be followed. */
export const FEED_FORMATS = ['rss', 'atom', 'json-feed'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const FILES: Readonly<Record<FeedFormat, string>> = {
  rss: 'feed.xml',
  atom: 'atom.xml',
  'json-feed': 'feed.json',
};

/** What a file of a format is said to be (RFC 4287; jsonfeed.org; RSS has no registered type, but one that all use). */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  'json-feed': 'application/feed+json',
};

/** What the formats are called, in any language. */
export const FEED_NAMES: Readonly<Record<FeedFormat, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  'json-feed': 'JSON Feed',
};

/** The feed of stories that can be heard. */
export const PODCAST_URL = '/podcast.xml' as UrlPath;

/** The address of a feed of the list whose front is there: `/news/` → `/news/feed.xml`. */
export function feedUrl(front: UrlPath, format: FeedFormat): UrlPath {
  return `${front}${FILES[format]}` as UrlPath;
}
