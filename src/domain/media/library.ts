import type { MediaFile, Raster } from './files.ts';
import { isRasterFile, type RasterFile } from './recipes.ts';

/** The files of `content/` that are not text, as far as a stage may know them. */
export interface MediaLibrary {
  /** Looks a file up by its path from the content folder's parent. */
  find(path: string): MediaFound;
  /** Reads a file that is text: a table, captions, a transcript. */
  read(path: string): MediaText;
  /** The paths of all files, for suggestions. */
  readonly paths: readonly string[];
}

export type MediaFound =
  | { readonly kind: 'found'; readonly file: MediaFile }
  | { readonly kind: 'missing' }
  /** A symbolic link to somewhere outside the content folder. */
  | { readonly kind: 'outside' }
  /** Its bytes are not those of a picture; `reason` says why. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A picture made of pixels that was found. */
export type FoundRaster = { readonly kind: 'found'; readonly file: RasterFile };

/** The text of a file; `fingerprint` changes with its bytes. */
export type MediaText =
  | { readonly kind: 'read'; readonly text: string; readonly fingerprint: string }
  | Extract<MediaFound, { readonly kind: 'missing' | 'outside' }>
  /** It is too large, or not in UTF-8; `reason` says so. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly fingerprint: string };

/** What stands before the path of a file whose text was read. */
const TEXT = 'text:';

/** A media library that notes what it was asked for, so that what was made of the answers can be kept while they hold. */
export class RecordedMedia implements MediaLibrary {
  readonly lookups = new Map<string, string>();
  /** The pictures among what was found, into which nobody has to look again. */
  readonly pictures = new Set<FoundRaster>();
  /** Whether all paths were asked for: that depends on every file. */
  hasListed = false;
  private readonly media: MediaLibrary;

  constructor(media: MediaLibrary) {
    this.media = media;
  }

  get paths(): readonly string[] {
    this.hasListed = true;
    return this.media.paths;
  }

  find(path: string): MediaFound {
    const found = this.media.find(path);
    this.lookups.set(path, answerOf(found));
    if (found.kind === 'found' && isRasterFile(found.file)) this.pictures.add(found as FoundRaster);
    return found;
  }

  read(path: string): MediaText {
    const read = this.media.read(path);
    const isThere = read.kind === 'read' || read.kind === 'unreadable';
    this.lookups.set(TEXT + path, isThere ? read.fingerprint : read.kind);
    return read;
  }
}

/** What was found, as a text that is the same as long as the answer is. */
export function answerOf(found: MediaFound): string {
  if (found.kind !== 'found') return found.kind === 'unreadable' ? `unreadable: ${found.reason}` : found.kind;
  const { width, height, size, raster } = found.file;
  if (raster) {
    // The bytes were perhaps others when they were counted than when their fingerprint was taken.
    const { frames, bytes, content } = raster;
    return `${width}×${height}, ${kindOf(raster)}, ${frames}, ${bytes}, ${content}`;
  }
  return size === undefined ? `${width}×${height}` : `${width}×${height}, ${size}`;
}

function kindOf({ kind, isTransparent }: Raster): string {
  return isTransparent ? `transparent ${kind}` : kind;
}

/**
 * What a library would answer now to what was asked, as {@link RecordedMedia} noted it.
 *
 * @param fingerprintOf The fingerprint of a file that is there, see {@link MediaText}.
 */
export function answerTo(
  asked: string,
  media: Pick<MediaLibrary, 'find'>,
  fingerprintOf: (path: string) => string | undefined,
): string {
  if (!asked.startsWith(TEXT)) return answerOf(media.find(asked));
  const path = asked.slice(TEXT.length);
  const { kind } = media.find(path);
  return kind === 'missing' || kind === 'outside' ? kind : (fingerprintOf(path) ?? 'unknown');
}
