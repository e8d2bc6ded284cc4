import type { RichText } from '../html.ts';
import type { UrlPath } from '../addresses.ts';

/** A file of `content/` that is published as it is. */
export interface MediaFile {
  /** Path from the content folder's parent: `content/media/bridge.jpg`. */
  readonly path: string;
  /** Width and height in CSS pixels, for pictures. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** In bytes, for sound and moving pictures. */
  readonly size?: number | undefined;
}

/** A picture with what a reader needs to know of it. schema.org: `ImageObject`. */
export interface Picture {
  readonly file: MediaFile;
  /** What it shows, for someone who cannot see it; empty for a decoration. */
  readonly alt: string;
  readonly caption: RichText | undefined;
  /** Who made it. */
  readonly credit: string | undefined;
  /** Where the licence can be read under which it may be shown. */
  readonly licence: string | undefined;
  /** The point that must stay in sight when the picture is cropped, in percent from the left and the top. */
  readonly focus: readonly [x: number, y: number] | undefined;
}

/** The address of a file of `content/`: its path there. `content/media/bridge.jpg` → `/media/bridge.jpg`. */
export function mediaUrl(path: string): UrlPath {
  return path.replace(/^content/, '') as UrlPath;
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** The MIME type of a picture, by its name; `undefined` where that does not say. */
export function mediaType(path: string): string | undefined {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** Whether a file is a picture made of pixels, by its name: crawlers and social networks take no drawings. */
export function isRaster({ path }: { readonly path: string }): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
}
