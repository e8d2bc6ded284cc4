import { attributeList, element, lines, type XmlText } from '../xml.ts';

/** What a feed says of itself, whatever it is printed as and a feed of. Every address in it is whole. */
export interface Channel {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** The page that has the same list. */
  readonly home: string;
  /** Its own address. */
  readonly self: string;
  /** Who tells its readers of news at once (W3C WebSub), if there is one. */
  readonly hub: string | undefined;
  readonly publisher: string;
  /** A picture of pixels that stands for the publisher. */
  readonly logo: string | undefined;
  /** When something in it changed last; nothing where it is empty. */
  readonly updated: FeedTime | undefined;
}

/** A feed of stories. */
export interface Feed<Entry = FeedEntry> extends Channel {
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** A feed in which entries that were printed before, in its own format, are there as bytes. */
export type PartlyPrintedFeed = Feed<FeedEntry | Uint8Array>;

/** A moment in both of its forms. */
export interface FeedTime {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** With the offset of the site's clocks (RFC 3339). */
  readonly iso: string;
}

/** A story in a feed of any kind. */
export interface FeedItem {
  /** Never changes, whatever happens to the story. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Where it is not the site's. */
  readonly language: string | undefined;
  readonly published: FeedTime;
  /** Of the byline. */
  readonly authors: readonly FeedPerson[];
}

/** A story to be read. */
export interface FeedEntry extends FeedItem {
  readonly updated: FeedTime;
  /** Of the other credits. */
  readonly contributors: readonly FeedPerson[];
  readonly tags: readonly string[];
  readonly summary: FeedText | undefined;
  readonly picture: FeedPicture | undefined;
  /** All of the story, as HTML. */
  readonly content: XmlText;
}

export interface FeedPerson {
  readonly name: string;
  readonly url: string | undefined;
}

export interface FeedText {
  readonly text: string;
  readonly html: string;
}

export interface FeedPicture {
  readonly url: string;
  /** MIME type, where it is known. */
  readonly type: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly credit: string | undefined;
  /** Its caption, or what it shows. */
  readonly description: string | undefined;
}

export const MEDIA_NAMESPACE = 'xmlns:media="http://search.yahoo.com/mrss/"';

/** The picture of a story by the Media RSS specification 1.5.1, which Atom feeds use too; nothing where there is none. */
export function printMedia(picture: FeedPicture | undefined): string {
  if (!picture) return '';
  const { url, type, width, height, credit, description } = picture;
  return lines(
    `<media:content${attributeList({ url, type, medium: 'image', width, height })}>`,
    element('media:credit', credit),
    element('media:description', description),
    '</media:content>',
  );
}
