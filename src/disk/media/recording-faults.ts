import { boxesOf } from './boxes.ts';
import type { FileBytes, WholenessTests } from './file-bytes.ts';
import { isFrame } from './formats.ts';

/** Whether a recording is whole, by the ending of its name, as far as its format tells that without decoding it. */
export const IS_WHOLE_RECORDING: WholenessTests = {
  mp3: isWholeMp3,
  m4a: isWholeMp4,
  mp4: isWholeMp4,
  ogg: isWholeOgg,
  opus: isWholeOgg,
  wav: isWholeWav,
  webm: isWholeWebm,
};

/** How far from its tags a sound file may begin. */
const PADDING = 16 * 1024;

/** Has a frame behind its tags (ID3v2.4, 3.1). */
function isWholeMp3({ size, read }: FileBytes): boolean {
  let at = 0;
  for (let head = read(at, 10); head.toString('latin1', 0, 3) === 'ID3' && head.length === 10; head = read(at, 10)) {
    at += 10 + [...head.subarray(6)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  }
  const bytes = read(at, Math.min(PADDING, size - at));
  for (let place = bytes.indexOf(0xff); place >= 0; place = bytes.indexOf(0xff, place + 1)) {
    if (isFrame(bytes, place)) return true;
  }
  return false;
}

/** Has its index, and all of each box. */
function isWholeMp4(bytes: FileBytes): boolean {
  const boxes = boxesOf(bytes);
  return boxes.some(({ type }) => type === 'moov') && boxes.every(({ end }) => end <= bytes.size);
}

/** A page has at most 255 segments of 255 bytes. */
const LONGEST_PAGE = 27 + 255 + 255 * 255;

/** Has all of its last page (RFC 3533, 6). */
function isWholeOgg({ size, read }: FileBytes): boolean {
  const from = Math.max(0, size - LONGEST_PAGE);
  const tail = read(from, size - from);
  const at = tail.lastIndexOf('OggS');
  const count = tail[at + 26];
  if (at < 0 || count === undefined) return false;
  const lengths = tail.subarray(at + 27, at + 27 + count);
  const end = at + 27 + count + lengths.reduce((sum, length) => sum + length, 0);
  // The first page names the codec only.
  return lengths.length === count && end <= tail.length && from + at > 0;
}

/** Recorders that could not say how long it would be leave these. */
const UNKNOWN_LENGTHS = [0, 0xffff_ffff];
const MOST_CHUNKS = 1_000;

/** Has all samples that it says it has (RIFF, WAVE). */
function isWholeWav({ size, read }: FileBytes): boolean {
  let at = 12;
  for (let count = 0; count < MOST_CHUNKS && at + 8 < size; count += 1) {
    const head = read(at, 8);
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'data') return UNKNOWN_LENGTHS.includes(length) || at + 8 + length <= size;
    at += 8 + length + (length % 2);
  }
  return false;
}

/** Has all of the segment that stands behind its header (RFC 9559), where that says how long it is. */
function isWholeWebm({ size, read }: FileBytes): boolean {
  const header = sizeAt(read(4, 8), 4);
  const segmentAt = header.end + header.value;
  const head = read(segmentAt, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== '\x18\x53\x80\x67') return false;
  const segment = sizeAt(head.subarray(4), segmentAt + 4);
  return segment.isUnknown || segment.end + segment.value <= size;
}

/** A size as EBML writes it (RFC 8794, 4): the zeros before the first bit that is set say how many bytes it has. */
function sizeAt(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly end: number; readonly isUnknown: boolean } {
  const first = bytes[0] ?? 0;
  const length = first === 0 ? 8 : Math.clz32(first) - 23;
  let value = first & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (const byte of bytes.subarray(1, length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value, end: at + length, isUnknown };
}
