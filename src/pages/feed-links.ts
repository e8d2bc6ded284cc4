import { FEED_FORMATS, FEED_NAMES, FEED_TYPES, feedUrl } from '../domain/feed-url.ts';
import { href, type Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { Link } from './link.ts';

/** A feed, with the MIME type of its format. */
export interface FeedLink extends Link {
  readonly type: string;
}

/** The feeds of a list whose front is there, in all formats. */
export function feedLinks(site: Site, front: UrlPath, title: string): readonly FeedLink[] {
  return FEED_FORMATS.map((format) => ({
    type: FEED_TYPES[format],
    label: `${title} (${FEED_NAMES[format]})`,
    href: href(site, feedUrl(front, format)),
  }));
}
