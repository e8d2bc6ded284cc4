import type { RasterFile } from './recipes.ts';

/** What making smaller files of a picture may take at the most: some 200 MB of memory, and a few seconds. */
export const PICTURE_LIMITS = {
  /** Of the file. */
  bytes: 20_000_000,
  /** Of a picture, or of a frame. */
  pixels: 40_000_000,
  /** Of all frames of an animation. */
  framePixels: 100_000_000,
  frames: 500,
} as const;

/** Says what of a picture is more than may be; nothing where it is within all limits. */
export function findExcess({ width, height, raster }: RasterFile): string | undefined {
  const { bytes, pixels, framePixels, frames } = PICTURE_LIMITS;
  if (raster.bytes > bytes) return `${oneDecimal(raster.bytes / 1e6)} MB, expected at most ${bytes / 1e6} MB`;
  const all = width * height;
  if (all > pixels)
    return `${width} × ${height} pixels, expected at most ${pixels / 1e6} million (${oneDecimal(all / 1e6)} now)`;
  if (raster.frames > frames) return `${raster.frames} frames, expected at most ${frames}`;
  if (all * raster.frames > framePixels)
    return `${raster.frames} frames of ${width} × ${height} pixels, expected at most ${framePixels / 1e6} million pixels in all`;
  return undefined;
}

/** Rounded up, so that what is too much never reads as what is not. */
function oneDecimal(value: number): number {
  return Math.ceil(value * 10) / 10;
}
