import type { Raster } from '../../domain/media/files.ts';
import { endingOf } from '../../domain/media/kinds.ts';
import { PICTURE_LIMITS } from '../../domain/media/limits.ts';
import type { FileBytes } from './file-bytes.ts';
import { isOpaquePng } from './png-alpha.ts';

/** What of a picture decides which files are made of it. */
export type RasterKind = Pick<Raster, 'kind' | 'frames' | 'isTransparent'>;

/**
 * How far a file is looked into: at what its headers say; or at its pixels too, where an alpha channel does not tell whether anything is seen
 * through. That takes a tenth of the time in which the files are made, and who makes none need not know.
 */
export type RasterDepth = 'headers' | 'pixels';

const PHOTOGRAPH: RasterKind = { kind: 'photograph', frames: 1, isTransparent: false };
const GRAPHIC: RasterKind = { kind: 'graphic', frames: 1, isTransparent: false };
const TRANSPARENT: RasterKind = { kind: 'graphic', frames: 1, isTransparent: true };

/** More than an animation may have are not counted. */
const MOST_COUNTED = 10_000;

/**
 * Tells what kind of picture a whole file is, by the ending of its name. Nothing is made of drawings, and of animated PNG and AVIF, of which
 * our library knows the first frame only: they are published as they are.
 */
export function rasterKindOf(path: string, bytes: FileBytes, depth: RasterDepth): RasterKind | undefined {
  return KINDS[endingOf(path)]?.(bytes, depth);
}

const KINDS: Readonly<Record<string, (bytes: FileBytes, depth: RasterDepth) => RasterKind | undefined>> = {
  jpg: () => PHOTOGRAPH,
  jpeg: () => PHOTOGRAPH,
  png: kindOfPng,
  gif: kindOfGif,
  webp: kindOfWebp,
  avif: kindOfAvif,
};

/** The types of colours of a PNG (PNG, 11.2.1). */
const COLOURS = { grey: 0, rgb: 2, palette: 3 };

/**
 * Grey and RGB are seen through where `tRNS` says so, a palette where a colour of it is, by the same chunk (PNG, 11.3.1); the others have an alpha
 * channel. `acTL` makes it an animation.
 */
function kindOfPng(bytes: FileBytes, depth: RasterDepth): RasterKind | undefined {
  const { size, read } = bytes;
  const type = read(25, 1)[0] ?? 0;
  let hasClearColours = false;
  for (let at = 8; at + 12 <= size; ) {
    const head = read(at, 8);
    const name = head.toString('latin1', 4);
    const length = head.readUInt32BE(0);
    if (name === 'acTL') return undefined;
    if (name === 'tRNS')
      hasClearColours = type !== COLOURS.palette || read(at + 8, length).some((alpha) => alpha < 255);
    if (name === 'IDAT' || name === 'IEND') break;
    at += length + 12;
  }
  if (type === COLOURS.palette) return { kind: 'palette', frames: 1, isTransparent: hasClearColours };
  if (type === COLOURS.grey || type === COLOURS.rgb) return hasClearColours ? TRANSPARENT : GRAPHIC;
  return depth === 'pixels' && isWithinLimits(bytes) && isOpaquePng(bytes) ? GRAPHIC : TRANSPARENT;
}

/** Nothing is made of what is larger. */
function isWithinLimits({ size, read }: FileBytes): boolean {
  const header = read(16, 8);
  return size <= PICTURE_LIMITS.bytes && header.readUInt32BE(0) * header.readUInt32BE(4) <= PICTURE_LIMITS.pixels;
}

/**
 * Counts its frames, each of which stands behind a comma, with blocks of known lengths around it (GIF89a, 20). It is seen through where the
 * first does not cover all, or has a clear colour, and where one is wiped away when the next one comes (23).
 */
function kindOfGif({ size, read }: FileBytes): RasterKind {
  const bytes = read(0, size);
  const tableAt = (at: number): number => ((bytes[at] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[at] ?? 0) & 7) + 1) : 0);
  const coversAll = (at: number): boolean =>
    bytes.readUInt32LE(at + 1) === 0 && bytes.readUInt32LE(at + 5) === bytes.readUInt32LE(6);
  let [frames, isTransparent, isWiped] = [0, false, false];
  let hasClearColour = false;
  for (let at = 13 + tableAt(10); at < size && frames < MOST_COUNTED; at += 1) {
    const isFrame = bytes[at] === 0x2c;
    if (!isFrame && bytes[at] !== 0x21) break;
    if (isFrame) {
      if (frames === 0) isTransparent = hasClearColour || at + 9 > size || !coversAll(at);
      frames += 1;
    } else if (bytes[at + 1] === 0xf9) {
      const flags = bytes[at + 3] ?? 0;
      hasClearColour = (flags & 1) !== 0;
      if (((flags >> 2) & 7) === WIPE) isWiped = true;
    }
    at += isFrame ? 11 + tableAt(at + 9) : 2;
    while (at < size && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
  }
  if (frames > 1) return { kind: 'animation', frames, isTransparent: isTransparent || isWiped };
  return { kind: 'palette', frames: 1, isTransparent };
}

/** What is done with a frame before the next one: its place becomes clear. */
const WIPE = 2;

/**
 * Its chunks tell (RFC 9649, 2): `ANMF` is a frame, `VP8L` has no loss, `ALPH` or a flag of `VP8X` transparency. Encoders give them to what is seen
 * through alone.
 */
function kindOfWebp({ size, read }: FileBytes): RasterKind {
  let [frames, hasAlpha, isLossless] = [0, false, false];
  for (let at = 12; at + 8 <= size && frames < MOST_COUNTED; ) {
    const head = read(at, 13);
    const name = head.toString('latin1', 0, 4);
    if (name === 'ANMF') frames += 1;
    if (name === 'VP8L') {
      isLossless = true;
      hasAlpha ||= ((head[12] ?? 0) & 0x10) !== 0;
    }
    if (name === 'ALPH' || (name === 'VP8X' && ((head[8] ?? 0) & 0x10) !== 0)) hasAlpha = true;
    const length = head.readUInt32LE(4);
    at += 8 + length + (length % 2);
  }
  if (frames > 1) return { kind: 'animation', frames, isTransparent: hasAlpha };
  if (hasAlpha) return TRANSPARENT;
  return isLossless ? GRAPHIC : PHOTOGRAPH;
}

/** Where its properties stand, before the pixels. */
const AVIF_HEADER = 4096;

/** The brand `avis` is that of sequences; an auxiliary picture has the transparency (AV1 Image File Format, 4). */
function kindOfAvif({ read }: FileBytes): RasterKind | undefined {
  const start = read(0, AVIF_HEADER).toString('latin1');
  if (start.startsWith('avis', 8)) return undefined;
  return start.includes('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha') ? TRANSPARENT : PHOTOGRAPH;
}
