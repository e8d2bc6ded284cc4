import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

const CHUNK = 2 ** 21;

/** Unpacks one program. */
export async function unpackBrotli(packed: string, program: string): Promise<void> {
  await pipeline(
    createReadStream(packed, { highWaterMark: CHUNK }),
    createBrotliDecompress({ chunkSize: CHUNK }),
    createWriteStream(program, { mode: 0o755 }),
  );
}

/** Unpacks an archive into a folder. */
export function unpackBrotliTar(packed: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(packed));
  execFileSync('tar', ['-xf', '-', '--no-same-owner', '-C', folder], { input });
}
