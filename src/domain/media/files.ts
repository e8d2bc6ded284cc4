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
  /** For a picture made of pixels that is published as smaller files; without it, the file itself is published. */
  readonly raster?: Raster | undefined;
}

/** What decides which files are made of a picture made of pixels. */
export interface Raster {
  /** The fingerprint of its bytes. */
  readonly content: string;
  /** How many there are. */
  readonly bytes: number;
  /** A `graphic` may have flat colours; one with a `palette` has few of them; an `animation` has several frames. */
  readonly kind: 'photograph' | 'graphic' | 'palette' | 'animation';
  /** Whether there are pixels that are seen through, as far as is known. */
  readonly isTransparent: boolean;
  /** How many pictures follow each other: one, unless it is an animation. */
  readonly frames: number;
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

const PICTURE_TYPES: Readonly<Record<string, string>> = {
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
  return PICTURE_TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** Whether a file is a picture made of pixels, by its name: crawlers and social networks take no drawings. */
export function isRaster({ path }: { readonly path: string }): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
}

/** Sound, or moving pictures. */
export type RecordingKind = 'audio' | 'video';

/** Sound or moving pictures, with what a reader needs who cannot hear or see them. schema.org: `AudioObject`, `VideoObject`. */
export interface Recording {
  readonly kind: RecordingKind;
  readonly source: RecordingSource;
  readonly title: RichText | undefined;
  /** In whole seconds. */
  readonly duration: number | undefined;
  /** The picture that stands in its place until it is played. */
  readonly poster: MediaFile | undefined;
  /** What is said in it, timed: WebVTT. */
  readonly captions: MediaFile | undefined;
  /** Whether the story prints what is said in it. */
  readonly hasTranscript: boolean;
}

/** Where a recording is. */
export type RecordingSource =
  | {
      readonly kind: 'file';
      /** Path in `content/`. */
      readonly path: string;
      /** `audio/mpeg` */
      readonly type: string;
      /** In bytes. */
      readonly size: number | undefined;
    }
  /** On another site: nothing is loaded from there. */
  | { readonly kind: 'elsewhere'; readonly url: string };

const RECORDING_TYPES: ReadonlyMap<string, { readonly kind: RecordingKind; readonly type: string }> = new Map([
  ['.mp3', { kind: 'audio', type: 'audio/mpeg' }],
  ['.m4a', { kind: 'audio', type: 'audio/mp4' }],
  ['.ogg', { kind: 'audio', type: 'audio/ogg' }],
  ['.opus', { kind: 'audio', type: 'audio/ogg' }],
  ['.wav', { kind: 'audio', type: 'audio/wav' }],
  ['.mp4', { kind: 'video', type: 'video/mp4' }],
  ['.webm', { kind: 'video', type: 'video/webm' }],
]);

/** What a file is a recording of, by its name; `undefined` where it is none. */
export function recordingTypeOf(path: string): { readonly kind: RecordingKind; readonly type: string } | undefined {
  return RECORDING_TYPES.get(/\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '');
}

/** How the names of files end that hold recordings of a kind: `.mp3`, `.m4a` … */
export function endingsOf(kind: RecordingKind): readonly string[] {
  return [...RECORDING_TYPES].flatMap(([ending, type]) => (type.kind === kind ? [ending] : []));
}
