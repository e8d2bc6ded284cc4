import { statSync } from 'node:fs';
import type { FoundRaster, MediaFound, MediaLibrary, MediaText } from '../../domain/media/library.ts';
import { endingOf, isDownload } from '../../domain/media/kinds.ts';
import { recordingTypeOf } from '../../domain/media/files.ts';
import { fingerprintOfFile } from '../files.ts';
import { decodeSvg } from './decode-svg.ts';
import { type FileBytes, lookInto } from './file-bytes.ts';
import { findOtherFormat } from './formats.ts';
import { IS_WHOLE_PICTURE } from './picture-faults.ts';
import { type RasterDepth, rasterKindOf } from './rasters.ts';
import { IS_WHOLE_RECORDING } from './recording-faults.ts';
import { readText } from '../read-text.ts';
import { uprightSizeOf } from './upright-size.ts';

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Where the media files of a newsroom are, as it can be sent to another thread. */
export interface MediaPlaces {
  /** Path from the content folder's parent → path on disk. */
  readonly diskPaths: ReadonlyMap<string, string>;
  /** Paths of symbolic links that leave the content folder. */
  readonly outside: ReadonlySet<string>;
  /** What is known already of files that have not changed. */
  readonly known: ReadonlyMap<string, MediaFound>;
  /** The fingerprints of pictures, as far as they are known. */
  readonly contents: ReadonlyMap<string, string>;
  readonly depth: RasterDepth;
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

  /** Takes over what was found in another thread. */
  take(found: readonly FoundRaster[]): void {
    for (const one of found) this.found.set(one.file.path, one);
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
    try {
      if (PICTURE.test(path)) {
        const found = lookInto(diskPath, (bytes) => lookAtPicture(path, asRead(path, bytes)));
        return this.withRaster(found, diskPath);
      }
      if (isDownload(path)) return lookInto(diskPath, (bytes) => lookAtDownload(path, bytes));
      if (recordingTypeOf(path)) return lookInto(diskPath, (bytes) => lookAtRecording(path, bytes));
    } catch (fault) {
      return { kind: 'unreadable', reason: fault instanceof Error ? fault.message : String(fault) };
    }
    return { kind: 'found', file: { path, width: undefined, height: undefined } };
  }

  /** Adds what decides about the files that are made of a picture. */
  private withRaster(found: MediaFound, diskPath: string): MediaFound {
    if (found.kind !== 'found') return found;
    const { path } = found.file;
    const { depth } = this.places;
    const { size, raster } = lookInto(diskPath, (bytes) => {
      return { size: bytes.size, raster: rasterKindOf(path, bytes, depth) };
    });
    if (!raster) return found;
    const content = this.places.contents.get(path) ?? fingerprintOfFile(diskPath, size);
    return { kind: 'found', file: { ...found.file, raster: { ...raster, content, bytes: size } } };
  }
}

function lookAtPicture(path: string, bytes: FileBytes): MediaFound {
  const fault = findFault(path, bytes, 'picture');
  if (fault !== undefined) return { kind: 'unreadable', reason: fault };
  const { width, height } = uprightSizeOf(path, bytes);
  const [across, down] = [Math.round(width), Math.round(height)];
  if (isSize(path, across, down)) return { kind: 'found', file: { path, width: across, height: down } };
  const isNumber = Number.isFinite(across) && Number.isFinite(down);
  return { kind: 'unreadable', reason: isNumber ? `it is ${across} × ${down} pixels` : 'its size is no number' };
}

/** Units of a drawing may be as small as micrometres. */
const MOST_UNITS = 10_000_000;
/** A JPEG has no longer side, and no browser has room for more pixels. */
const MOST_PIXELS = { side: 65_535, all: 500_000_000 };

/** Whether a picture of this size can be shown. */
function isSize(path: string, across: number, down: number): boolean {
  if (!(across > 0 && down > 0)) return false;
  const longest = Math.max(across, down);
  if (endingOf(path) === 'svg') return longest <= MOST_UNITS;
  return longest <= MOST_PIXELS.side && across * down <= MOST_PIXELS.all;
}

/** The bytes of a picture; those of a drawing in UTF-8, whatever encoding it is in. */
function asRead(path: string, bytes: FileBytes): FileBytes {
  const decoded = endingOf(path) === 'svg' ? decodeSvg(bytes.read(0, bytes.size)) : undefined;
  if (!decoded) return bytes;
  const text = Buffer.from(decoded.text);
  return { size: text.length, read: (from, length) => text.subarray(Math.max(0, from), from + length) };
}

function lookAtRecording(path: string, bytes: FileBytes): MediaFound {
  const fault = findFault(path, bytes, 'recording');
  if (fault !== undefined) return { kind: 'unreadable', reason: fault };
  return { kind: 'found', file: { path, width: undefined, height: undefined, size: bytes.size } };
}

function lookAtDownload(path: string, bytes: FileBytes): MediaFound {
  const fault = bytes.size === 0 ? 'the file is empty' : findOtherFormat(path, bytes);
  if (fault !== undefined) return { kind: 'unreadable', reason: fault };
  return { kind: 'found', file: { path, width: undefined, height: undefined } };
}

/** Says what is wrong with a file: nothing in it, something else than its name says, or not all of it. */
function findFault(path: string, bytes: FileBytes, kind: 'picture' | 'recording'): string | undefined {
  if (bytes.size === 0) return 'the file is empty';
  const isWhole = (kind === 'picture' ? IS_WHOLE_PICTURE : IS_WHOLE_RECORDING)[endingOf(path)];
  const other = findOtherFormat(path, bytes);
  return other ?? (isWhole?.(bytes) === false ? `the file ends before the ${kind} does` : undefined);
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
