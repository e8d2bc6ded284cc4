import { loadSharp } from '../../../build/pictures/sharp.ts';
import { PICTURE_LIMITS } from '../../../domain/media/limits.ts';

/** Pixels on the longer side of a picture that was too large: more than any screen shows. */
const LONGEST_SIDE = 5_000;

/**
 * A picture of more bytes or pixels than Broadsheet takes, made smaller, upright, with its colours, and with what it says of its authors.
 *
 * @returns `undefined` where it is within the limits, or cannot be read.
 */
export async function shrinkPicture(bytes: Buffer): Promise<Buffer | undefined> {
  const sharp = loadSharp();
  try {
    const picture = sharp(bytes, { limitInputPixels: false });
    const { width, height, pages = 1 } = await picture.metadata();
    if (bytes.length <= PICTURE_LIMITS.bytes && width * height <= PICTURE_LIMITS.pixels) return undefined;
    // Of what moves, each frame would have to be made anew.
    if (pages > 1) return undefined;
    const smaller = picture.autoOrient().resize({
      width: LONGEST_SIDE,
      height: LONGEST_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    });
    return await smaller.keepMetadata().toBuffer();
  } catch {
    return undefined;
  }
}
