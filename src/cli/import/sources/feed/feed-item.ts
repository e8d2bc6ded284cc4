import type { ImportNote } from '../../archive.ts';

/** What a feed says of itself. */
export interface FeedHead {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The address of the site, whole. */
  readonly url?: string | undefined;
  /** The address of the feed itself, whole. */
  readonly self?: string | undefined;
  readonly language?: string | undefined;
  /** Of items that name nobody. */
  readonly authors: readonly FeedPerson[];
}

/** One item of a feed of any format, in one shape. Addresses are whole where the feed says enough for that. */
export interface FeedItem {
  /** Where it begins in its file, from 1 on; in JSON which item it is. */
  readonly line: number;
  readonly isNumbered?: boolean;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly otherUrls: readonly string[];
  readonly title?: FeedText | undefined;
  readonly summary?: FeedText | undefined;
  readonly content?: FeedText | undefined;
  /** What addresses in its texts are relative to. */
  readonly base?: string | undefined;
  /** As written. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  readonly isDraft: boolean;
  readonly kind: 'story' | 'page' | 'none';
  readonly authors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly media: readonly FeedMedium[];
  readonly notes: readonly ImportNote[];
}

/** Words with or without markup. `guess`: the feed does not say which, see `htmlOf`. */
export interface FeedText {
  readonly type: 'text' | 'html' | 'guess';
  readonly value: string;
}

/** Somebody whom a feed names, never with an address of mail. */
export interface FeedPerson {
  readonly name: string;
  readonly url?: string | undefined;
  readonly image?: string | undefined;
}

export interface FeedCategory {
  readonly id?: string | undefined;
  readonly title: string;
}

export interface FeedMedium {
  readonly kind: 'image' | 'audio' | 'video' | 'file';
  readonly url: string;
  readonly title?: string | undefined;
  /** Of a picture, what the feed says it shows. */
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** In pixels. */
  readonly width?: number | undefined;
  /** Whether it is a small form of another picture. */
  readonly isThumbnail?: boolean;
}

/**
 * Who an author of RSS is: `mail@host (Name)`, `Name <mail@host>`, `Name`.
 *
 * @returns `undefined` where it is an address of mail and nothing else.
 */
export function personOf(text: string, url?: string): FeedPerson | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  const behind = /^\S+@\S+ \((.+)\)$/.exec(line);
  const bare = (behind?.[1] ?? line)
    .split(' ')
    .filter((word) => !/^[(<"]*(?:mailto:)?[^\s@]+@[^\s@]+$/i.test(word))
    .join(' ')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  return bare === '' ? undefined : { name: bare, url };
}

/** Whether text that may be either has markup of HTML in it. */
export function hasMarkup(text: string): boolean {
  return /<(?:[a-z]|\/[a-z]|!--)/i.test(text) || /&(?:#\d|#x[\da-f]|[a-z]+;)/i.test(text);
}

/** An address that is whole, or made so. `undefined` for what no browser would open as a page or a file. */
export function wholeAddress(address: string | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  const url = URL.canParse(trimmed, base) ? new URL(trimmed, base) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

export function mediumKind(type: string | undefined, url: string): FeedMedium['kind'] {
  const named = /^(image|audio|video)\b/.exec(type?.trim().toLowerCase() ?? '')?.[1];
  if (named !== undefined) return named as FeedMedium['kind'];
  const ending = /\.([a-z\d]{2,5})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return ENDINGS.find(([, endings]) => endings.includes(ending))?.[0] ?? 'file';
}

const ENDINGS: readonly [FeedMedium['kind'], readonly string[]][] = [
  ['image', ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'svg']],
  ['audio', ['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav']],
  ['video', ['mp4', 'm4v', 'webm', 'mov']],
];

/** The first of each that a name is the same of. */
export function uniqueBy<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const name = nameOf(value);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
