import type { ResolvedCredit } from '../../domain/story/story.ts';
import { isRaster, mediaUrl } from '../../domain/media/files.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { Channel, FeedPerson, FeedTime } from '../../formats/feeds/feed.ts';
import { isoTime } from '../../time/print-time.ts';

/** What one feed says of itself. */
export interface ChannelGiven {
  readonly title: string;
  readonly description: string | undefined;
  /** The page that has the same list. */
  readonly front: UrlPath;
  /** Its own address. */
  readonly url: UrlPath;
  /** When something in it changed last, in milliseconds since 1970; nothing where it is empty. */
  readonly updated: number | undefined;
}

/** Makes what a feed of a site says of itself and its publisher. */
export function makeChannel({ title, description, front, url, updated }: ChannelGiven, site: Site): Channel {
  const { name, logo } = site.publisher;
  return {
    title,
    description: description ?? site.description ?? site.title,
    language: site.language,
    home: absoluteUrl(site, front),
    self: absoluteUrl(site, url),
    hub: site.hub,
    publisher: name,
    logo: logo !== undefined && isRaster({ path: logo }) ? absoluteUrl(site, mediaUrl(logo)) : undefined,
    updated: updated === undefined ? undefined : feedTime(updated, site),
  };
}

/** A moment as feeds have it. */
export function feedTime(instant: number, { timeZone }: Site): FeedTime {
  return { instant, iso: isoTime(instant, timeZone) };
}

/** Someone who took part in a story, as feeds have them. */
export function feedPerson({ name, url }: ResolvedCredit, site: Site): FeedPerson {
  return { name, url: url && absoluteUrl(site, url) };
}
