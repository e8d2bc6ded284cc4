import { boxesOf } from './boxes.ts';
import type { FileBytes, WholenessTests } from './file-bytes.ts';

/** Whether a picture is whole, by the ending of its name, as far as its format tells that without decoding it. */
export const IS_WHOLE_PICTURE: WholenessTests = {
  png: isWholePng,
  jpg: isWholeJpeg,
  jpeg: isWholeJpeg,
  gif: isWholeGif,
  webp: ({ size, read }) => read(4, 4).length === 4 && read(4, 4).readUInt32LE(0) + 8 <= size,
  avif: (bytes) => {
    const boxes = boxesOf(bytes);
    return boxes.some(({ type }) => type === 'mdat') && boxes.every(({ end }) => end <= bytes.size);
  },
  svg: ({ size, read }) => {
    const text = read(0, size).toString('utf8');
    return /<\/(?:[\w.-]{1,40}:)?svg\s*>/.test(text) || /<(?:[\w.-]{1,40}:)?svg\b[^<>]*\/>/.test(text);
  },
};

/** Ends with the chunk `IEND` (PNG, 11.2.5); bytes behind it are nobody's business. */
function isWholePng({ size, read }: FileBytes): boolean {
  if (read(size - 8, 4).toString('latin1') === 'IEND') return true;
  for (let at = 8; at + 12 <= size; ) {
    const head = read(at, 8);
    if (head.toString('latin1', 4) === 'IEND') return true;
    at += head.readUInt32BE(0) + 12;
  }
  return false;
}

/** Has the marker of its end behind the beginning of the pixels (ITU T.81, B.1); within them, no byte pair is that. */
function isWholeJpeg({ size, read }: FileBytes): boolean {
  if (size > 4 && read(size - 2, 2).toString('latin1') === '\xff\xd9') return true;
  const bytes = read(0, size);
  let at = 2;
  // Segments before the pixels have a length; a thumbnail in one of them has an end of its own.
  while (at + 4 <= size && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return bytes.indexOf('\xff\xd9', at, 'latin1') >= 0;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** Has the whole of its first frame (GIF89a, 20 to 23). Browsers show it without the last byte, too. */
function isWholeGif({ size, read }: FileBytes): boolean {
  if (size > 14 && read(size - 2, 2).toString('latin1') === '\0;') return true;
  const bytes = read(0, size);
  const tableAt = (at: number): number => ((bytes[at] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[at] ?? 0) & 7) + 1) : 0);
  let at = 13 + tableAt(10);
  while (at < size) {
    const isFrame = bytes[at] === 0x2c;
    if (!isFrame && bytes[at] !== 0x21) return false;
    at += isFrame ? 11 + tableAt(at + 9) : 2;
    while (at < size && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    if (isFrame) return at < size;
    at += 1;
  }
  return false;
}
