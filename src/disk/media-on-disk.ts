import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { imageSize } from 'image-size';
import type { MediaFound, MediaLibrary, MediaText } from '../domain/media/library.ts';
import { recordingTypeOf } from '../domain/media/files.ts';
import { fingerprintOfFile } from './files.ts';
import { readText } from './read-text.ts';

/** Enough for the header of nearly every picture. */
const HEADER_BYTES = 128 * 1024;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Where the media files of a newsroom are, as it can be sent to another thread. */
export interface MediaPlaces {
  /** Path from the content folder's parent → path on disk. */
  readonly diskPaths: ReadonlyMap<string, string>;
  /** Paths of symbolic links that leave the content folder. */
  readonly outside: ReadonlySet<string>;
  /** What is known already of files that have not changed. */
  readonly known: ReadonlyMap<string, MediaFound>;
}

/** The media files of a newsroom on disk. A picture's size is read when something asks for it. */
export class MediaOnDisk implements MediaLibrary {
  private readonly places: MediaPlaces;
  /** What was found of the files that something asked for. */
  readonly found = new Map<string, MediaFound>();

  constructor(places: MediaPlaces) {
    this.places = places;
  }

  get paths(): readonly string[] {
    return [...this.places.diskPaths.keys()];
  }

  find(written: string): MediaFound {
    const path = written.normalize('NFC');
    const known = this.found.get(path) ?? this.places.known.get(path);
    if (known) return known;
    const found = this.look(path);
    this.found.set(path, found);
    return found;
  }

  read(written: string): MediaText {
    const path = written.normalize('NFC');
    if (this.places.outside.has(path)) return { kind: 'outside' };
    const diskPath = this.places.diskPaths.get(path);
    if (diskPath === undefined) return { kind: 'missing' };
    const read = readText(path, diskPath);
    if (read.kind === 'read') return { kind: 'read', text: read.file.text, fingerprint: read.content };
    return { kind: 'unreadable', reason: read.finding.message, fingerprint: fingerprintIfThere(diskPath) };
  }

  private look(path: string): MediaFound {
    if (this.places.outside.has(path)) return { kind: 'outside' };
    const diskPath = this.places.diskPaths.get(path);
    if (diskPath === undefined) return { kind: 'missing' };
    if (!PICTURE.test(path)) {
      const file = { path, width: undefined, height: undefined };
      return { kind: 'found', file: recordingTypeOf(path) ? { ...file, size: sizeOf(diskPath) } : file };
    }
    try {
      const { width, height, orientation = 1 } = measure(diskPath);
      // EXIF orientations from 5 on turn the picture by a quarter.
      const [across, down] = orientation >= 5 ? [height, width] : [width, height];
      return { kind: 'found', file: { path, width: Math.round(across), height: Math.round(down) } };
    } catch (fault) {
      return { kind: 'unreadable', reason: fault instanceof Error ? fault.message : String(fault) };
    }
  }
}

function sizeOf(diskPath: string): number {
  return statSync(diskPath).size;
}

function fingerprintIfThere(diskPath: string): string {
  try {
    return fingerprintOfFile(diskPath, sizeOf(diskPath));
  } catch {
    return 'unknown';
  }
}

function measure(diskPath: string): ReturnType<typeof imageSize> {
  try {
    return imageSize(readStart(diskPath));
  } catch {
    return imageSize(readFileSync(diskPath));
  }
}

function readStart(diskPath: string): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES);
  const file = openSync(diskPath, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
