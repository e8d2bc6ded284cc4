import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The bytes of a file, of which only those are read that somebody asks for. */
export interface FileBytes {
  /** How many there are. */
  readonly size: number;
  /** So many bytes from a place on; fewer, where the file ends before. */
  read(from: number, length: number): Buffer;
}

/** What tells whether a file is whole, by the ending of its name; others are taken for whole. */
export type WholenessTests = Readonly<Record<string, (bytes: FileBytes) => boolean>>;

/** Looks into a file, without reading it whole. */
export function lookInto<Value>(diskPath: string, look: (bytes: FileBytes) => Value): Value {
  const file = openSync(diskPath, 'r');
  try {
    return look({ size: fstatSync(file).size, read: (from, length) => readFrom(file, from, length) });
  } finally {
    closeSync(file);
  }
}

function readFrom(file: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(Math.max(0, length));
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(file, buffer, filled, buffer.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
