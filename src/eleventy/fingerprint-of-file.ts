import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Fingerprint, fingerprintOfBytes } from '../plan/fingerprint.ts';

const PIECE = 4 * 1024 * 1024;

/** The fingerprint of a file's bytes; a film is not read into memory whole. */
export function fingerprintOfFile(path: string, size: number): Fingerprint {
  if (size <= PIECE) return fingerprintOfBytes(readFileSync(path));
  const digest = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      digest.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return digest.digest('base64url').slice(0, 16) as Fingerprint;
}
