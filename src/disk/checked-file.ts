import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { readPlainFile, writeOwnFile } from './files.ts';

const END_OF_LINE = 0x0a;

/**
 * Writes a text so that it can be told later whether all of it is there, and as it was: its checksum goes before it.
 *
 * @param what What the text is: whoever reads it for something else finds nothing.
 */
export function writeChecked(path: string, text: string, what = ''): void {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = Buffer.from(text);
  writeOwnFile(path, Buffer.concat([Buffer.from(`${checksumOf(bytes, what)}\n`), bytes]));
}

/** The text of a file that {@link writeChecked} wrote, or `undefined` where it is gone, damaged or something else. */
export function readChecked(path: string, what = ''): string | undefined {
  const content = readPlainFile(path);
  if (content === undefined) return undefined;
  const end = content.indexOf(END_OF_LINE);
  const bytes = content.subarray(end + 1);
  return content.toString('latin1', 0, end) === checksumOf(bytes, what) ? bytes.toString() : undefined;
}

/** It finds damage, which is an accident; whoever may write to the cache need not forge anything. */
function checksumOf(bytes: Uint8Array, what: string): string {
  return `${crc32(bytes, crc32(`${what}\n`)).toString(16)} ${bytes.length}`;
}
