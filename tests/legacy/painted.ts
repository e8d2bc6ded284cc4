import sharp from 'sharp';

/** Pixels: the banner begins here, and reaches further. */
const REACH = 60;
/** Of 255; pictures are not exact to the last bit. */
const NEAR = 3;

/**
 * How much of the top of a picture has a colour, from 0 to 1: what a script is told of a page is not yet what is painted.
 *
 * @param colour As a computed style has it, `rgb(1, 2, 3)`.
 */
export async function painted(file: string, colour: string): Promise<number> {
  const wanted = (colour.match(/\d+/g) ?? []).map(Number);
  const picture = sharp(file).removeAlpha();
  const { width } = await picture.metadata();
  const pixels = await picture.extract({ left: 0, top: 0, width, height: REACH }).raw().toBuffer();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    if (wanted.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) <= NEAR)) count += 1;
  }
  return count / (width * REACH);
}
