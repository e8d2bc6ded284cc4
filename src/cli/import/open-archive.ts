import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Archive, type ArchiveReader, ImportError, type OpenOptions } from './archive.ts';
import { READERS } from './sources/readers.ts';

const HEAD_BYTES = 65_536;

/**
 * Opens an archive by the first reader that knows it.
 *
 * @param type Which reader is meant, where it is not to be found out.
 * @throws {ImportError} if there is nothing at the path, or nobody knows what it is.
 */
export async function openArchive(path: string, type: string | undefined, options: OpenOptions): Promise<Archive> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ImportError(`Unexpected \`${path}\`, expected a file or a folder that is there`);
  const readers = (await Promise.all(READERS.map((load) => load()))).flat();
  if (type !== undefined) {
    const reader = readers.find((one) => one.type === type);
    if (reader) return reader.open(path, options);
    throw new ImportError(`Unexpected --type \`${type}\`, expected ${readers.map((one) => one.type).join(', ')}`);
  }
  const head = found.isDirectory() ? undefined : headOf(path);
  const reader = readers.find((one: ArchiveReader) => one.recognises(path, head));
  if (reader) return reader.open(path, options);
  const known = readers.map((one) => `${one.reads} (--type ${one.type})`).join(', ');
  throw new ImportError(`Unexpected \`${path}\`, expected ${known}; say with --type which it is`);
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    const size = readSync(file, bytes, 0, HEAD_BYTES, 0);
    const head = bytes.subarray(0, size);
    const [first, second] = head;
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head);
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head);
    return head.toString('utf8');
  } finally {
    closeSync(file);
  }
}
