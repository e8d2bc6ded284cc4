import type { Channel, FeedItem } from './feed.ts';
import { printRssChannel, printRssItem } from './rss.ts';
import type { TextParts } from '../text-parts.ts';
import { cdata, element, emptyElement, withoutForbidden } from '../xml.ts';

/** Stories to be heard. Every address in it is whole. */
export interface Podcast extends Channel {
  /** Newest first. */
  readonly episodes: readonly Episode[];
}

/** A story to be heard. */
export interface Episode extends FeedItem {
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
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
];

/** Stories to be heard, as RSS 2.0 with what players of podcasts ask for (Apple's and the Podcast Index's namespaces). */
export function printPodcast(podcast: Podcast): TextParts {
  const { publisher, logo, episodes } = podcast;
  return printRssChannel(podcast, {
    namespaces: NAMESPACES,
    parts: [
      element('itunes:author', publisher),
      element('itunes:type', 'episodic'),
      element('itunes:explicit', 'false'),
      emptyElement('itunes:category', { text: 'News' }),
      logo === undefined ? '' : emptyElement('itunes:image', { href: logo }),
    ],
    items: episodes.map(printEpisode),
  });
}

function printEpisode(episode: Episode): string {
  const { language, authors, summary, sound, captions, picture } = episode;
  return printRssItem(episode, [
    `<description>${cdata(withoutForbidden(summary))}</description>`,
    emptyElement('enclosure', { url: sound.url, length: sound.size, type: sound.type }),
    element('itunes:duration', sound.duration === undefined ? undefined : String(sound.duration)),
    element('itunes:author', authors.length > 0 ? authors.map(({ name }) => name).join(', ') : undefined),
    element('itunes:episodeType', 'full'),
    picture === undefined ? '' : emptyElement('itunes:image', { href: picture }),
    captions === undefined ? '' : emptyElement('podcast:transcript', { url: captions, type: 'text/vtt', language }),
  ]);
}
