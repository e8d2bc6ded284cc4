import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { type Fingerprint, fingerprintOfBytes } from '../plan/fingerprint.ts';

/** The paths of all files in a folder and in those within it, from there; none where there is no folder. */
export function filesIn(folder: string): readonly string[] {
  const files: string[] = [];
  const open = [''];
  for (let within = open.pop(); within !== undefined; within = open.pop()) {
    for (const entry of entriesOf(`${folder}/${within}`)) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else files.push(path);
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

const { O_RDONLY, O_APPEND, O_CREAT } = constants;
/** Opens nothing that a link leads to, and does not wait for the other end of a pipe. Windows knows neither. */
const AS_IT_IS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a file for reading, unless there is none or something else: a link, a pipe, a device, a folder. */
export function openPlainFile(path: string): number | undefined {
  try {
    return plainOrClosed(openSync(path, O_RDONLY | AS_IT_IS));
  } catch {
    return undefined;
  }
}

/** Opens a file of our own for appending. It is made where there is none; what is no file stands in its place no longer. */
export function openOwnFile(path: string): number {
  const flags = O_APPEND | O_CREAT | constants.O_WRONLY | AS_IT_IS;
  const stats = statIfThere(path);
  if (stats && !stats.isFile()) rmSync(path, { recursive: true, force: true });
  const file = plainOrClosed(openSync(path, flags));
  if (file === undefined) throw new Error(`${path} was replaced while it was opened`);
  return file;
}

/**
 * Writes a file of our own aside, and then puts it in place of whatever stands there: nobody ever reads half of it, the other end of a pipe
 * is not waited for, and nothing is written to where a link leads.
 */
export function writeOwnFile(path: string, content: string | Uint8Array): void {
  const aside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(aside, content);
    if (statIfThere(path)?.isDirectory()) rmSync(path, { recursive: true });
    renameSync(aside, path);
  } catch (fault) {
    rmSync(aside, { force: true });
    throw fault;
  }
}

function plainOrClosed(file: number): number | undefined {
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return undefined;
}

/** The bytes of a file, or `undefined` where there is none, or where something else stands in its place. */
export function readPlainFile(path: string): Buffer | undefined {
  const file = openPlainFile(path);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * Makes a folder where somebody said, with those around it, one by one: where the system has room for none, as below `/proc`, Node 20 would try
 * for ever to make all of them.
 *
 * @param path Absolute path.
 */
export function makeGivenFolder(path: string): void {
  if (isFolder(path)) return;
  makeGivenFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw fault;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes a folder of our own; what else stands in its place (a file, a link, a pipe) goes. */
export function makeOwnFolder(path: string): void {
  const stats = statIfThere(path);
  if (stats && !stats.isDirectory()) rmSync(path, { force: true });
  mkdirSync(path, { recursive: true });
}

/** What is in a folder of our own; nothing where there is none, and nothing of where a link leads that stands in its place. */
export function namesInOwnFolder(path: string): readonly string[] {
  return statIfThere(path)?.isDirectory() ? readdirSync(path) : [];
}

/** Removes a file, a link, a pipe or an empty folder, if it is there; throws for a folder that holds something. */
export function removeEntry(path: string): void {
  if (statIfThere(path)?.isDirectory()) rmdirSync(path);
  else rmSync(path, { force: true });
}

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

/** What stands at a path of the output itself, if anything does: a link is not followed, for no build made it. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A file stands where one of its folders should be.
    return undefined;
  }
}

/** What the system says of a file, by which a change is noticed: size in bytes, times in milliseconds, number on the disk. */
export type FileState = readonly [size: number, modified: number, changed: number, inode: number];

export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileState {
  return [size, mtimeMs, ctimeMs, ino];
}

export function isSameState(one: FileState, other: FileState): boolean {
  return one[0] === other[0] && one[1] === other[1] && one[2] === other[2] && one[3] === other[3];
}

/** Whether this is what the system says of a file. */
export function isStateOf({ size, mtimeMs, ctimeMs, ino }: Stats, state: FileState): boolean {
  return size === state[0] && mtimeMs === state[1] && ctimeMs === state[2] && ino === state[3];
}
