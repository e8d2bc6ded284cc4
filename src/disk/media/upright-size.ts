import { imageSize } from 'image-size';
import { endingOf } from '../../domain/media/kinds.ts';
import { boxesOf } from './boxes.ts';
import type { FileBytes } from './file-bytes.ts';

/** Enough for the header of nearly every picture. */
const HEADER_BYTES = 128 * 1024;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture as it is shown: upright, also where its file says that the camera was held otherwise. That is how it is decoded
 * (`src/build/pictures/make-files.ts`), and a picture of which width and height are taken for each other would be squeezed.
 *
 * @throws Where it says none.
 */
export function uprightSizeOf(path: string, bytes: FileBytes): Size {
  const ending = endingOf(path);
  const ofAvif = ending === 'avif' ? sizeOfAvif(bytes) : undefined;
  if (ofAvif) return ofAvif;
  const size = measure(bytes);
  const exif = EXIF[ending]?.(bytes);
  return exif && isTurned(exif) ? turned(size) : size;
}

function measure(bytes: FileBytes): Size {
  try {
    return imageSize(bytes.read(0, HEADER_BYTES));
  } catch {
    return imageSize(bytes.read(0, bytes.size));
  }
}

function turned({ width, height }: Size): Size {
  return { width: height, height: width };
}

/** Where a file has what its camera says of it, by the ending of its name. */
const EXIF: Readonly<Record<string, (bytes: FileBytes) => Buffer | undefined>> = {
  jpg: exifOfJpeg,
  jpeg: exifOfJpeg,
  png: exifOfPng,
  webp: exifOfWebp,
};

/** In a segment of its own before the pixels (Exif 2.32, 4.5.4). */
function exifOfJpeg({ size, read }: FileBytes): Buffer | undefined {
  for (let at = 2; at + 4 <= size; ) {
    const head = read(at, 10);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff || marker === 0xda) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (marker === 0xe1 && head.toString('latin1', 4) === 'Exif\0\0') return read(at + 10, length - 8);
    at += 2 + length;
  }
  return undefined;
}

/** In the chunk `eXIf`, before the pixels (PNG, 11.3.4.5). */
function exifOfPng({ size, read }: FileBytes): Buffer | undefined {
  for (let at = 8; at + 12 <= size; ) {
    const head = read(at, 8);
    const [length, name] = [head.readUInt32BE(0), head.toString('latin1', 4)];
    if (name === 'eXIf') return read(at + 8, length);
    if (name === 'IDAT') return undefined;
    at += length + 12;
  }
  return undefined;
}

/** In the chunk `EXIF` (RFC 9649, 2.7.1.5), before which some programs write what stands before it in a JPEG. */
function exifOfWebp({ size, read }: FileBytes): Buffer | undefined {
  for (let at = 12; at + 8 <= size; ) {
    const head = read(at, 14);
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'EXIF') {
      const start = head.toString('latin1', 8) === 'Exif\0\0' ? 6 : 0;
      return read(at + 8 + start, length - start);
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

const ORIENTATION = 0x0112;
const SHORT = 3;

/** Whether the camera was held on its side: orientations 5 to 8 (Exif 2.32, 4.6.4) turn the picture by a quarter. */
function isTurned(exif: Buffer): boolean {
  const isLittle = exif.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number =>
    at + 2 > exif.length ? 0 : isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at);
  if (exif.length < 8) return false;
  const start = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  for (let entry = start + 2, left = two(start); left > 0; entry += 12, left -= 1) {
    if (two(entry) !== ORIENTATION) continue;
    const value = two(entry + 8);
    return two(entry + 2) === SHORT && value >= 5 && value <= 8;
  }
  return false;
}

/**
 * What is shown of an AVIF: the item that its file names, whose properties say how large it is, what is cut off, and how far it is turned. A file may have
 * other items before it, such as the tiles that it is put together of (ISO/IEC 23008-12, 6.5; ISO/IEC 14496-12, 8.11).
 */
function sizeOfAvif(bytes: FileBytes): Size | undefined {
  const meta = childrenOf(bytes.read(0, HEADER_BYTES)).get('meta');
  // What follows a version and flags, as it does in `pitm` and `ipma`.
  const boxes = meta && childrenOf(meta.subarray(4));
  const [primary, properties] = [boxes?.get('pitm'), boxes?.get('iprp')];
  if (!primary || !properties) return undefined;
  const known = childrenOf(properties);
  const associations = known.get('ipma');
  if (!associations) return undefined;
  try {
    const item = primary[0] === 0 ? primary.readUInt16BE(4) : primary.readUInt32BE(4);
    return shownSize(propertiesOf(item, associations), listOf(known.get('ipco') ?? Buffer.alloc(0)));
  } catch {
    return undefined;
  }
}

interface Property {
  readonly type: string;
  readonly content: Buffer;
}

/** The boxes within another, in their order. */
function listOf(within: Buffer): readonly Property[] {
  let start = 0;
  const boxes = boxesOf({ size: within.length, read: (from, length) => within.subarray(from, from + length) });
  return boxes.map(({ type, end }) => {
    const content = within.subarray(start + 8, end);
    start = end;
    return { type, content };
  });
}

/** Boxes by their types, of each type the first. */
function childrenOf(within: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    listOf(within)
      .toReversed()
      .map(({ type, content }) => [type, content] as const),
  );
}

/** Which properties an item has, counted from one, in the order in which they are applied (ISO/IEC 14496-12, 8.11.14). */
function propertiesOf(item: number, associations: Buffer): readonly number[] {
  const [isLongItem, isLongIndex] = [associations[0] !== 0, ((associations[3] ?? 0) & 1) === 1];
  let at = 8;
  const next = (length: number): number => {
    const value = associations.readUIntBE(at, length);
    at += length;
    return value;
  };
  for (let left = associations.readUInt32BE(4); left > 0; left -= 1) {
    const id = next(isLongItem ? 4 : 2);
    const found = Array.from({ length: next(1) }, () => (isLongIndex ? next(2) & 0x7fff : next(1) & 0x7f));
    if (id === item) return found;
  }
  return [];
}

function shownSize(indices: readonly number[], properties: readonly Property[]): Size | undefined {
  let size: Size | undefined;
  for (const index of indices) {
    const { type, content } = properties[index - 1] ?? {};
    if (!content) continue;
    if (type === 'ispe') size = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) };
    // Fractions: of the width, and of the height.
    if (type === 'clap') {
      const [width, ofWidth, height, ofHeight] = [0, 4, 8, 12].map((at) => content.readUInt32BE(at));
      size = { width: Math.round((width ?? 0) / (ofWidth ?? 1)), height: Math.round((height ?? 0) / (ofHeight ?? 1)) };
    }
    if (type === 'irot' && size && ((content[0] ?? 0) & 1) === 1) size = turned(size);
  }
  return size;
}
