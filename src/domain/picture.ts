import type { RichText } from './html.ts';

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
