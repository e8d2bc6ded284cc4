import { closeSync, fstatSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeOwnFolder, namesInOwnFolder, openOwnFile, openPlainFile } from '../../disk/files.ts';

/** Where a record lies: name of its log, first byte, number of bytes, checksum. */
export type RecordPlace = readonly [log: string, start: number, bytes: number, checksum: number];

/** Whether two places are one. All of it counts: a log that was cut short has new records where lost ones were. */
export function isSamePlace(one: RecordPlace, other: RecordPlace): boolean {
  return one === other || (one[1] === other[1] && one[3] === other[3] && one[2] === other[2] && one[0] === other[0]);
}

const OF_THREAD = /\.\d+$/;

/** The name of a thread's log, made of the name of an earlier log, which may be another thread's; it grows no longer by that. */
export function logName(name: string, thread: number): string {
  const begun = name.replace(OF_THREAD, '');
  return thread === 0 ? begun : `${begun}.${thread}`;
}

const LENT = 'lent-';

/** The name of a log that another cache has too: nobody appends to it. */
export function lentLogName(name: string): string {
  return `${LENT}${name}`;
}

/** Whether a log may be appended to: no other cache has it. */
export function isOwnLog(name: string): boolean {
  return !name.startsWith(LENT);
}

/**
 * Appends texts to a log of its own. What was appended is never changed. A text for which there is no room is not found later,
 * and is made again then.
 */
export class RecordWriter {
  /** Absolute path of the folder of logs. */
  readonly folder: string;
  private readonly name: string;
  private readonly file: number;
  private end: number;
  private pending: Buffer[] = [];

  /**
   * @param folder Absolute path of the folder of logs.
   * @param name Name of the log, which is made where there is none.
   */
  constructor(folder: string, name: string) {
    makeOwnFolder(folder);
    this.folder = folder;
    this.name = name;
    this.file = openOwnFile(join(folder, name));
    this.end = fstatSync(this.file).size;
  }

  /**
   * Takes a text, in UTF-8. It is written when the log is flushed.
   *
   * @param kept What is handed out if it is asked for soon: a string need not be decoded then. `null` where it is at hand elsewhere.
   */
  append(bytes: Buffer, kept: Buffer | string | null = bytes): RecordPlace {
    const start = this.end;
    const checksum = crc32(bytes);
    this.pending.push(bytes);
    this.end += bytes.length;
    const place: RecordPlace = [this.name, start, bytes.length, checksum];
    if (kept !== null) appended.keep(this.folder, place, kept);
    return place;
  }

  flush(): void {
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written);
    } catch (fault) {
      if (!isWithoutRoom(fault)) throw fault;
      this.end = fstatSync(this.file).size;
    }
  }

  close(): void {
    closeSync(this.file);
    appended.forget(this.folder, this.name);
  }
}

/** In bytes: the records and texts of some three thousand stories. */
const MOST_KEPT = 48 * 2 ** 20;

/** The first texts that this thread has appended to logs which are still open: a cold build asks for each again, and need not read it. */
class AppendedTexts {
  private readonly logs = new Map<string, Map<number, readonly [place: RecordPlace, text: Buffer | string]>>();
  private room = MOST_KEPT;

  keep(folder: string, place: RecordPlace, text: Buffer | string): void {
    const size = sizeOf(text);
    if (size > this.room) return;
    this.room -= size;
    const [name, start] = place;
    const log = this.logs.get(keyOf(folder, name)) ?? new Map<number, readonly [RecordPlace, Buffer | string]>();
    this.logs.set(keyOf(folder, name), log);
    log.set(start, [place, text]);
  }

  /** What was appended at a place, unless something else stands there since. */
  at(folder: string, place: RecordPlace): Buffer | string | undefined {
    if (this.logs.size === 0) return undefined;
    const [kept, text] = this.logs.get(keyOf(folder, place[0]))?.get(place[1]) ?? [];
    return kept && isSamePlace(kept, place) ? text : undefined;
  }

  forget(folder: string, name: string): void {
    for (const [, text] of this.logs.get(keyOf(folder, name))?.values() ?? []) this.room += sizeOf(text);
    this.logs.delete(keyOf(folder, name));
  }
}

function keyOf(folder: string, name: string): string {
  return `${folder}/${name}`;
}

/** In bytes, at most. */
function sizeOf(text: Buffer | string): number {
  return typeof text === 'string' ? text.length * 2 : text.length;
}

const appended = new AppendedTexts();

function isWithoutRoom(fault: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((fault as NodeJS.ErrnoException).code ?? '');
}

/** Reads texts that a {@link RecordWriter} wrote. */
export class RecordReader {
  private readonly folder: string;
  private readonly files: OpenFiles;
  private buffer = Buffer.allocUnsafe(64 * 1024);

  /** @param folder Absolute path of the folder of logs. */
  constructor(folder: string) {
    this.folder = folder;
    this.files = new OpenFiles(folder);
  }

  /** The text at a place, or `undefined` where it is gone or damaged. */
  read(place: RecordPlace): string | undefined {
    const kept = appended.at(this.folder, place);
    if (kept !== undefined) return kept.toString('utf8');
    const [name, start, length, checksum] = place;
    if (this.buffer.length < length) this.buffer = Buffer.allocUnsafe(length * 2);
    const bytes = this.buffer.subarray(0, length);
    const isWhole = this.files.fill(bytes, name, start) === length && crc32(bytes) === checksum;
    return isWhole ? bytes.toString('utf8') : undefined;
  }

  close(): void {
    this.files.close();
  }
}

/** Removes the logs that nothing refers to. */
export function removeLogsBut(used: ReadonlySet<string>, folder: string): void {
  for (const name of namesInOwnFolder(folder))
    if (!used.has(name)) rmSync(join(folder, name), { force: true, recursive: true });
}

/** Files of one folder of which parts are read, again and again: each is opened once. */
export class OpenFiles {
  private readonly folder: string;
  private readonly files = new Map<string, number | undefined>();

  /** @param folder Absolute path of their folder. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Fills a buffer with what stands in a file.
   *
   * @param name Of the file.
   * @param start The first byte to read.
   * @returns How many bytes were there: none where there is no such file, or where it cannot be read.
   */
  fill(buffer: Buffer, name: string, start: number): number {
    const file = this.fileOf(name);
    if (file === undefined) return 0;
    try {
      return readSync(file, buffer, 0, buffer.length, start);
    } catch {
      return 0;
    }
  }

  close(): void {
    for (const file of this.files.values()) if (file !== undefined) closeSync(file);
    this.files.clear();
  }

  private fileOf(name: string): number | undefined {
    if (this.files.has(name)) return this.files.get(name);
    const file = openPlainFile(join(this.folder, name));
    this.files.set(name, file);
    return file;
  }
}
