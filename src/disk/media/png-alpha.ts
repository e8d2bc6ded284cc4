import { constants, inflateSync } from 'node:zlib';
import type { FileBytes } from './file-bytes.ts';

/** What of the header of a PNG decides where its pixels lie (PNG, 11.2.1). */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel, and of its alpha, which is the last of it. */
  readonly pixel: number;
  readonly alpha: number;
  readonly isInterlaced: boolean;
}

/** What has something to see through has it mostly in a corner: so many compressed bytes are looked at before the others. */
const FIRST_LOOK = 32_768;

/**
 * Whether all pixels of a PNG with an alpha channel are opaque: screenshots, and what design programs export, have the channel and make no use
 * of it. Of one that cannot be inflated it says no; whoever decodes it says what is wrong.
 *
 * No filter has to be undone. Each byte is predicted by bytes of the same channel (PNG, 9.2), which are all 255 as long as nothing was seen
 * through, so that it is known of each what it is filtered, too.
 */
export function isOpaquePng(bytes: FileBytes): boolean {
  const layout = layoutOf(bytes.read(16, 13));
  const compressed = imageDataOf(bytes);
  try {
    const start = inflate(compressed.subarray(0, FIRST_LOOK), layout);
    if (!isOpaqueAsFarAs(start, layout)) return false;
    const pixels = compressed.length > FIRST_LOOK ? inflate(compressed, layout) : start;
    return pixels.length >= lengthOf(layout) && isOpaqueAsFarAs(pixels, layout);
  } catch {
    return false;
  }
}

const GREY_AND_ALPHA = 4;

function layoutOf(header: Buffer): Layout {
  const [depth = 8, type, , , interlace] = header.subarray(8);
  const alpha = depth === 16 ? 2 : 1;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    pixel: (type === GREY_AND_ALPHA ? 2 : 4) * alpha,
    alpha,
    isInterlaced: interlace === 1,
  };
}

/** The compressed pixels, which may be in several chunks. */
function imageDataOf({ size, read }: FileBytes): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= size; ) {
    const head = read(at, 8);
    const length = head.readUInt32BE(0);
    if (head.toString('latin1', 4) === 'IDAT') parts.push(read(at + 8, length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Inflates what there is, into one buffer. */
function inflate(compressed: Buffer, layout: Layout): Buffer {
  const most = lengthOf(layout);
  return inflateSync(compressed, {
    chunkSize: Math.max(
      constants.Z_MIN_CHUNK,
      Math.min(most + 1, compressed.length === FIRST_LOOK ? 1 << 18 : most + 1),
    ),
    maxOutputLength: most + 1,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

/** How the pixels of an interlaced picture are dealt out (PNG, 8.2): where each pass begins, and its steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const ALL_AT_ONCE = [[0, 0, 1, 1]] as const;

/** The pictures that follow each other in the pixels: pixels in a line, and lines. */
function passesOf({ width, height, isInterlaced }: Layout): readonly (readonly [across: number, lines: number])[] {
  return (isInterlaced ? ADAM7 : ALL_AT_ONCE)
    .map(([x, y, dx, dy]) => [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)] as const)
    .filter(([across, lines]) => across > 0 && lines > 0);
}

/** Of all lines, each with the number of its filter. */
function lengthOf(layout: Layout): number {
  return passesOf(layout).reduce((sum, [across, lines]) => sum + lines * (1 + across * layout.pixel), 0);
}

/**
 * What 255 is when it is filtered where all before it are 255, by the number of the filter: of the first pixel of a line and of the others, in the first
 * line, above which all counts as nothing, and in those below.
 */
const FILTERED = [
  { top: [255, 255], below: [255, 255] },
  { top: [255, 0], below: [255, 0] },
  { top: [255, 255], below: [0, 0] },
  { top: [255, 128], below: [128, 0] },
  { top: [255, 0], below: [0, 0] },
] as const;

/** Whether there is no pixel that is seen through among those that are there. */
function isOpaqueAsFarAs(pixels: Buffer, layout: Layout): boolean {
  const { pixel, alpha } = layout;
  let at = 0;
  for (const [across, lines] of passesOf(layout)) {
    for (let line = 0; line < lines; line += 1) {
      const filter = FILTERED[pixels[at] ?? 0];
      if (!filter) return at >= pixels.length;
      const [first, others] = line === 0 ? filter.top : filter.below;
      at += 1;
      const end = Math.min(at + across * pixel, pixels.length);
      for (let byte = pixel - alpha; byte < pixel; byte += 1) {
        if (at + byte < end && pixels[at + byte] !== first) return false;
        for (let next = at + byte + pixel; next < end; next += pixel) if (pixels[next] !== others) return false;
      }
      at += across * pixel;
      if (at >= pixels.length) return true;
    }
  }
  return true;
}
