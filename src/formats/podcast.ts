import type { FeedPerson, FeedTime } from './feed.ts';
import { cdata, element, emptyElement, escapeXml, lines } from './xml.ts';

/** Stories to be heard. Every address in it is whole. */
export interface Podcast {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** The home page of the site. */
  readonly home: string;
  readonly self: string;
  readonly hub: string | undefined;
  readonly publisher: string;
  /** A picture of pixels that stands for the publisher. */
  readonly logo: string | undefined;
  readonly updated: FeedTime;
  /** Newest first. */
  readonly episodes: readonly Episode[];
}

/** A story to be heard. */
export interface Episode {
  /** Never changes, whatever happens to the story. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Where it is not the site's. */
  readonly language: string | undefined;
  readonly published: FeedTime;
  readonly authors: readonly FeedPerson[];
  /** What it is about, as HTML. */
  readonly summary: string;
  readonly sound: {
    readonly url: string;
    /** MIME type. */
    readonly type: string;
    /** In bytes; 0 where it is not known. */
    readonly size: number;
    /** In whole seconds. */
    readonly duration: number | undefined;
  };
  /** The address of what is said in it, as WebVTT. */
  readonly captions: string | undefined;
  /** A picture of pixels. */
  readonly picture: string | undefined;
}

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
].join(' ');

/** Stories to be heard, as RSS 2.0 with what players of podcasts ask for (Apple's and the Podcast Index's namespaces). */
export function printPodcast(podcast: Podcast): string {
  const { title, description, language, home, self, hub, publisher, logo, updated, episodes } = podcast;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
${lines(
  element('title', title),
  element('link', home),
  element('description', description),
  element('language', language),
  element('lastBuildDate', new Date(updated.instant).toUTCString()),
  '<generator>Broadsheet</generator>',
  emptyElement('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
  hub === undefined ? '' : emptyElement('atom:link', { href: hub, rel: 'hub' }),
  element('itunes:author', publisher),
  element('itunes:type', 'episodic'),
  element('itunes:explicit', 'false'),
  emptyElement('itunes:category', { text: 'News' }),
  logo === undefined ? '' : emptyElement('itunes:image', { href: logo }),
  ...episodes.map(printEpisode),
)}
</channel>
</rss>
`;
}

function printEpisode(episode: Episode): string {
  const { id, url, title, language, published, authors, summary, sound, captions, picture } = episode;
  return lines(
    '<item>',
    element('title', title),
    element('link', url),
    `<guid isPermaLink="${id === url}">${escapeXml(id)}</guid>`,
    element('pubDate', new Date(published.instant).toUTCString()),
    ...authors.map(({ name }) => element('dc:creator', name)),
    element('dc:language', language),
    `<description>${cdata(summary)}</description>`,
    emptyElement('enclosure', { url: sound.url, length: sound.size, type: sound.type }),
    element('itunes:duration', sound.duration === undefined ? undefined : String(sound.duration)),
    element('itunes:author', authors.length > 0 ? authors.map(({ name }) => name).join(', ') : undefined),
    element('itunes:episodeType', 'full'),
    picture === undefined ? '' : emptyElement('itunes:image', { href: picture }),
    captions === undefined ? '' : emptyElement('podcast:transcript', { url: captions, type: 'text/vtt', language }),
    '</item>',
  );
}
