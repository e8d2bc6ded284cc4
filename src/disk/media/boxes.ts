import type { FileBytes } from './file-bytes.ts';

/** A box of MP4, M4A and AVIF (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  /** Where it ends, which may be behind the end of the file. */
  readonly end: number;
}

const MOST_BOXES = 10_000;

/** The boxes of a file, the outermost only. A box that says no size goes to the end. */
export function boxesOf({ size, read }: FileBytes): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < size && boxes.length < MOST_BOXES; ) {
    const head = read(at, 16);
    if (head.length < 8) return [...boxes, { type: '', end: Number.POSITIVE_INFINITY }];
    const written = head.readUInt32BE(0);
    const isLong = written === 1;
    if (isLong && head.length < 16) return [...boxes, { type: '', end: Number.POSITIVE_INFINITY }];
    const length = isLong ? Number(head.readBigUInt64BE(8)) : written === 0 ? size - at : written;
    if (length < 8) return boxes;
    boxes.push({ type: head.toString('latin1', 4, 8), end: at + length });
    at += length;
  }
  return boxes;
}
