import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { imageSize } from 'image-size';
import type { MediaFound, MediaLibrary } from '../domain/media-library.ts';

/** Enough for the header of nearly every picture. */
const HEADER_BYTES = 128 * 1024;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** The media files of a newsroom on disk. A picture's size is read when something asks for it. */
export class MediaOnDisk implements MediaLibrary {
  /** Path from the content folder's parent → path on disk, or `outside` for a link that leaves the folder. */
  private readonly diskPaths: ReadonlyMap<string, string>;
  private readonly outside: ReadonlySet<string>;
  private readonly found = new Map<string, MediaFound>();

  constructor(diskPaths: ReadonlyMap<string, string>, outside: ReadonlySet<string>) {
    this.diskPaths = diskPaths;
    this.outside = outside;
  }

  get paths(): readonly string[] {
    return [...this.diskPaths.keys()];
  }

  diskPath(path: string): string | undefined {
    return this.diskPaths.get(path.normalize('NFC'));
  }

  find(written: string): MediaFound {
    const path = written.normalize('NFC');
    const known = this.found.get(path);
    if (known) return known;
    const found = this.look(path);
    this.found.set(path, found);
    return found;
  }

  private look(path: string): MediaFound {
    if (this.outside.has(path)) return { kind: 'outside' };
    const diskPath = this.diskPaths.get(path);
    if (diskPath === undefined) return { kind: 'missing' };
    if (!PICTURE.test(path)) return { kind: 'found', file: { path, width: undefined, height: undefined } };
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
