import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findOtherFormat } from '../../disk/media/formats.ts';
import { MOST_BYTES_OF_TEXT, placeOf, type Refused, refuse, type ServedFiles, versionOf } from './content-file.ts';

/** A file that is ready to be written: all that can be judged before is. */
export interface ReadyFile {
  readonly kind: 'ready';
  readonly path: string;
  readonly diskPath: string;
  readonly bytes: Buffer;
  /** What the file has now; `undefined` where there is none. */
  readonly before: Buffer | undefined;
}

/**
 * Judges a text that is to be saved. A file that is another than the one that was opened is not written over.
 *
 * @param version Of the file that was opened; `undefined` for one that was just begun.
 */
export function readyText(
  { path, text, version }: { readonly path: unknown; readonly text: unknown; readonly version?: unknown },
  served: ServedFiles,
): ReadyFile | Refused {
  const place = placeOf(path, 'entry', served);
  if (place.kind === 'refused') return place;
  if (typeof text !== 'string' || text.includes('\u0000') || /[\ud800-\udfff]/u.test(text))
    return refuse(400, 'This is no text that can be saved');
  const bytes = Buffer.from(text);
  if (bytes.length > MOST_BYTES_OF_TEXT) return refuse(413, 'The text is longer than a file may be, which is 2 MB');
  if ((place.size ?? 0) > MOST_BYTES_OF_TEXT) return refuse(413, `${place.path} is larger than any story`);
  const before = place.size === undefined ? undefined : readFileSync(place.diskPath);
  if (version === undefined || version === null) {
    if (before) return refuse(409, `There is a file ${place.path} already: give this one another name`);
  } else if (!before) {
    return refuse(409, `${place.path} was removed since you opened it: copy what you need, and begin it anew`);
  } else if (versionOf(before) !== version) {
    return refuse(
      409,
      `${place.path} was changed by somebody else since you opened it, and nothing was saved: copy your text, load this page again, and put it in`,
    );
  }
  return { kind: 'ready', path: place.path, diskPath: place.diskPath, bytes, before };
}

/** Judges a picture or another medium that is to be saved: it must be what its name says, and takes the place of no other. */
export function readyMedium(asset: unknown, served: ServedFiles): ReadyFile | Refused {
  const { path, content, encoding } = (typeof asset === 'object' && asset !== null ? asset : {}) as Readonly<
    Record<string, unknown>
  >;
  const place = placeOf(path, 'medium', served);
  if (place.kind === 'refused') return place;
  if (typeof content !== 'string' || encoding !== 'base64' || !/^[A-Za-z0-9+/]*={0,2}$/.test(content))
    return refuse(400, 'This is no file');
  const bytes = Buffer.from(content, 'base64');
  const view = { size: bytes.length, read: (from: number, length: number) => bytes.subarray(from, from + length) };
  const other = bytes.length === 0 ? 'it is empty' : findOtherFormat(place.path, view);
  if (other !== undefined)
    return refuse(400, `${nameOf(place.path)} is not what its name says: ${other}. Save it anew as what it is to be`);
  const isSameSize = place.size === bytes.length;
  const before = isSameSize ? readFileSync(place.diskPath) : undefined;
  if (place.size !== undefined && !before?.equals(bytes))
    return refuse(409, `There is another file ${place.path} already: give this one another name`);
  return { kind: 'ready', path: place.path, diskPath: place.diskPath, bytes, before };
}

/**
 * Writes a file: beside its place, and then there at once. It keeps the rights that it had. Nothing is written where something else has come to its place
 * since it was judged.
 */
export function writeReady(file: ReadyFile): Refused | undefined {
  try {
    writeAside(file);
    return undefined;
  } catch (fault) {
    if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes(String((fault as NodeJS.ErrnoException).code))) throw fault;
    return refuse(409, `Something else has come to the place of ${file.path}: give this file another name`);
  }
}

function writeAside({ diskPath, bytes, before }: ReadyFile): void {
  if (before?.equals(bytes)) return;
  const folder = dirname(diskPath);
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, `.broadsheet-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = openSync(aside, 'wx', 0o666);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (before) {
      chmodSync(aside, statSync(diskPath).mode & 0o777);
      renameSync(aside, diskPath);
    } else {
      // A link takes the place of nothing, which renaming would.
      linkOrRename(aside, diskPath);
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

function linkOrRename(aside: string, diskPath: string): void {
  try {
    linkSync(aside, diskPath);
  } catch (fault) {
    // Not every file system has links.
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') throw fault;
    renameSync(aside, diskPath);
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
