/** Pixels from side to side. */
const SIDE = 16;
const HEADER = 6 + 16;
const BITMAP = 40;

/**
 * A favicon for programs that know no drawings: a square of one colour, as an ICO with one bitmap (`BITMAPINFOHEADER`, bottom-up, blue
 * first).
 *
 * @param colour `#0d5260`
 */
export function drawFavicon(colour: string): Buffer {
  const pixels = SIDE * SIDE * 4;
  // A row of bits is as long as a whole number of four bytes.
  const mask = SIDE * 4;
  const icon = Buffer.alloc(HEADER + BITMAP + pixels + mask);
  icon.writeUInt16LE(1, 2);
  icon.writeUInt16LE(1, 4);
  icon.writeUInt8(SIDE, 6);
  icon.writeUInt8(SIDE, 7);
  icon.writeUInt16LE(1, 10);
  icon.writeUInt16LE(32, 12);
  icon.writeUInt32LE(BITMAP + pixels + mask, 14);
  icon.writeUInt32LE(HEADER, 18);
  icon.writeUInt32LE(BITMAP, HEADER);
  icon.writeInt32LE(SIDE, HEADER + 4);
  // The height of the colours and of the mask together.
  icon.writeInt32LE(SIDE * 2, HEADER + 8);
  icon.writeUInt16LE(1, HEADER + 12);
  icon.writeUInt16LE(32, HEADER + 14);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const pixel = Buffer.from([blue ?? 0, green ?? 0, red ?? 0, 255]);
  for (let at = 0; at < SIDE * SIDE; at += 1) pixel.copy(icon, HEADER + BITMAP + at * 4);
  return icon;
}
