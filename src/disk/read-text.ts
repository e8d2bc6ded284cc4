import { describeUnreadable } from './describe-unreadable.ts';
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ADDRESSES_PATH } from '../domain/site/permanent-addresses.ts';
import { REDIRECTS_PATH } from '../domain/redirects/redirects.ts';
import type { SourceFile } from '../domain/content/source.ts';
import { type Fingerprint, fingerprintOfBytes } from '../plan/fingerprint.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { isStateOf, stateOf } from './files.ts';

/** No story comes near it; a file beyond it is something else under a story's name. */
const MOST_BYTES = 2_000_000;
/** A line for each address of an archive of years. */
const MOST_BYTES_OF_REDIRECTS = 20_000_000;
/** Some hundred bytes for each page of a million. */
const MOST_BYTES_OF_ADDRESSES = 100_000_000;
/** How often a file is read that is saved again and again. */
const MOST_ATTEMPTS = 3;

/** The text of a file, or why there is none. */
export type TextRead =
  /** `content` is the fingerprint of the file's bytes. */
  | { readonly kind: 'read'; readonly file: SourceFile; readonly content: Fingerprint }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** The bytes of a file that is a text, or why there are none. */
export type BytesRead =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | Extract<TextRead, { readonly kind: 'failed' }>;

/** Reads a text file: UTF-8, with or without byte order mark, with line ends of any system. */
export function readText(path: string, diskPath: string): TextRead {
  const read = readTextBytes(path, diskPath);
  if (read.kind === 'failed') return read;
  const { bytes } = read;
  if (!isUtf8(bytes) || isUnmarkedUtf16(bytes)) return { kind: 'failed', finding: notUtf8(path, bytes) };
  return { kind: 'read', file: { path, text: normalText(bytes.toString('utf8')) }, content: fingerprintOfBytes(bytes) };
}

/** Reads the bytes of a text file, in whatever encoding, unless they are too many. */
export function readTextBytes(path: string, diskPath: string): BytesRead {
  try {
    const bytes = readWhole(diskPath, mostBytesOf(path));
    if (typeof bytes === 'number') return { kind: 'failed', finding: tooLarge(path, bytes) };
    return { kind: 'read', bytes };
  } catch (fault) {
    const finding: Finding = { code: 'file-unreadable', path, at: WHOLE_FILE, ...describeUnreadable(fault, 'file') };
    return { kind: 'failed', finding };
  }
}

/** A text without byte order mark, its lines ending in `\n`. */
export function normalText(text: string): string {
  const unmarked = text.replace(/^\ufeff/, '');
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

function mostBytesOf(path: string): number {
  if (path === ADDRESSES_PATH) return MOST_BYTES_OF_ADDRESSES;
  return path === REDIRECTS_PATH ? MOST_BYTES_OF_REDIRECTS : MOST_BYTES;
}

/** The bytes of a file, or how many there are of one that is too large. One that is saved meanwhile is read again. */
function readWhole(diskPath: string, mostBytes: number): Buffer | number {
  const file = openSync(diskPath, 'r');
  try {
    let before = fstatSync(file);
    for (let attempt = 1; ; attempt += 1) {
      if (before.size > mostBytes) return before.size;
      const bytes = readFrom(file, before.size);
      const after = fstatSync(file);
      if (attempt === MOST_ATTEMPTS || isStateOf(after, stateOf(before))) return bytes;
      before = after;
    }
  } finally {
    closeSync(file);
  }
}

/** So many bytes from the beginning of a file, or fewer where it has no more. */
function readFrom(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (let read = -1; read !== 0 && end < size; end += read) read = readSync(file, bytes, end, size - end, end);
  return bytes.subarray(0, end);
}

/** Western text in UTF-16 has a zero in every second byte, which UTF-8 allows and nobody writes. */
function isUnmarkedUtf16(bytes: Buffer): boolean {
  const length = Math.min(200, bytes.length);
  let zeros = 0;
  for (let index = 0; index < length; index += 1) if (bytes[index] === 0) zeros += 1;
  return zeros > 3 && zeros > length / 3;
}

function tooLarge(path: string, size: number): Finding {
  return {
    code: 'file-too-large',
    path,
    at: WHOLE_FILE,
    message: `Unexpected file of ${(size / 1e6).toFixed(1)} MB, expected at most ${mostBytesOf(path) / 1e6} MB of text`,
    hint: 'put pictures and data into content/media/ and link to them',
  };
}

/** Says where a file is not in UTF-8. */
export function notUtf8(path: string, bytes: Buffer): Finding {
  const isUtf16 = ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex')) || isUnmarkedUtf16(bytes);
  let line = 1;
  let start = 0;
  let end = bytes.indexOf(10);
  while (end >= 0 && isUtf8(bytes.subarray(start, end))) {
    line += 1;
    start = end + 1;
    end = bytes.indexOf(10, start);
  }
  const text = bytes.subarray(start, end < 0 ? undefined : end).toString('utf8');
  return {
    code: 'file-encoding',
    path,
    at: { kind: 'position', line, column: Math.max(1, text.indexOf('\ufffd') + 1) },
    message: `Unexpected ${isUtf16 ? 'UTF-16' : 'characters from here on'}, expected text in UTF-8`,
    hint: 'save the file with the encoding “UTF-8” in your editor',
  };
}
