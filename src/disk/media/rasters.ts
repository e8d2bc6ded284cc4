import type { Raster } from '../../domain/media/files.ts';
import { endingOf } from '../../domain/media/kinds.ts';
import type { FileBytes } from './file-bytes.ts';

/** What of a picture decides which files are made of it, as far as its headers tell. */
export type RasterKind = Pick<Raster, 'kind' | 'frames'>;

const STILL = { photograph: { kind: 'photograph', frames: 1 }, graphic: { kind: 'graphic', frames: 1 } } as const;
const TRANSPARENT: RasterKind = { kind: 'transparent', frames: 1 };

/** More than an animation may have are not counted. */
const MOST_COUNTED = 10_000;

/**
 * Tells what kind of picture a whole file is, by the ending of its name. Nothing is made of drawings, and of animated PNG and AVIF, of which
 * our library knows the first frame only: they are published as they are.
 */
export function rasterKindOf(path: string, bytes: FileBytes): RasterKind | undefined {
  return KINDS[endingOf(path)]?.(bytes);
}

const KINDS: Readonly<Record<string, (bytes: FileBytes) => RasterKind | undefined>> = {
  jpg: () => STILL.photograph,
  jpeg: () => STILL.photograph,
  png: kindOfPng,
  gif: kindOfGif,
  webp: kindOfWebp,
  avif: kindOfAvif,
};

/** Colour type 2 and 0 have no transparency unless `tRNS` gives them some (PNG, 11.2.1, 11.3.1); `acTL` makes it an animation. */
function kindOfPng({ size, read }: FileBytes): RasterKind | undefined {
  const type = read(25, 1)[0] ?? 0;
  let isOpaque = type === 0 || type === 2;
  for (let at = 8; at + 12 <= size; ) {
    const head = read(at, 8);
    const name = head.toString('latin1', 4);
    if (name === 'acTL') return undefined;
    if (name === 'tRNS') isOpaque = false;
    if (name === 'IDAT' || name === 'IEND') break;
    at += head.readUInt32BE(0) + 12;
  }
  return isOpaque ? STILL.graphic : TRANSPARENT;
}

/** Counts its frames (GIF89a, 20): each stands behind a comma, with blocks of known lengths around it. */
function kindOfGif({ size, read }: FileBytes): RasterKind {
  const bytes = read(0, size);
  const tableAt = (at: number): number => ((bytes[at] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[at] ?? 0) & 7) + 1) : 0);
  let frames = 0;
  for (let at = 13 + tableAt(10); at < size && frames < MOST_COUNTED; at += 1) {
    const isFrame = bytes[at] === 0x2c;
    if (!isFrame && bytes[at] !== 0x21) break;
    if (isFrame) frames += 1;
    at += isFrame ? 11 + tableAt(at + 9) : 2;
    while (at < size && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
  }
  return frames > 1 ? { kind: 'animation', frames } : TRANSPARENT;
}

/** Its chunks tell (RFC 9649, 2): `ANMF` is a frame, `VP8L` has no loss, `ALPH` or a flag of `VP8X` transparency. */
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
  if (frames > 1) return { kind: 'animation', frames };
  if (hasAlpha) return TRANSPARENT;
  return isLossless ? STILL.graphic : STILL.photograph;
}

/** Where its properties stand, before the pixels. */
const AVIF_HEADER = 4096;

/** The brand `avis` is that of sequences; an auxiliary picture has the transparency (AV1 Image File Format, 4). */
function kindOfAvif({ read }: FileBytes): RasterKind | undefined {
  const start = read(0, AVIF_HEADER).toString('latin1');
  if (start.startsWith('avis', 8)) return undefined;
  return start.includes('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha') ? TRANSPARENT : STILL.photograph;
}
