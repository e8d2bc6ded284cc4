import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { textHash } from '../../domain/lists/grouping.ts';
import { makeOwnFolder } from '../../disk/files.ts';
import { readChecked, writeChecked } from '../../disk/checked-file.ts';

/** Rows that one file of a table holds, about: writing one row writes so many. */
const ROWS_PER_FILE = 400;
const MOST_FILES = 1024;

/** How a table lies on disk. */
interface Head {
  /** What all rows depend on beside their keys: rows of another stamp count for nothing. */
  readonly stamp: string;
  readonly files: number;
}

/** How rows are written: as something that JSON can hold. */
export interface RowForm<Row, Packed> {
  pack(row: Row): Packed;
  unpack(key: string, packed: Packed): Row;
}

/** The form of rows that JSON can hold as they are. */
export function plainRows<Row>(): RowForm<Row, Row> {
  return { pack: (row) => row, unpack: (_key, packed) => packed };
}

/**
 * Rows by key, kept from build to build in a folder of small files, of which saving writes those that changed. What is
 * damaged, gone, or of another stamp is as if it had never been kept, so each row must say by itself what it is of.
 */
export class Table<Row, Packed = Row> {
  private readonly folder: string;
  private readonly stamp: string;
  private readonly form: RowForm<Row, Packed>;
  /** What was kept when the table was opened. */
  readonly found: 'rows' | 'rows of another stamp' | 'nothing';
  private stored: Head | undefined;
  private buckets: (Map<string, Row> | undefined)[];
  private readonly changed = new Set<number>();
  private damaged = false;

  /**
   * @param folder Absolute path of the folder that is the table's own.
   * @param stamp What all rows depend on.
   */
  constructor(folder: string, stamp: string, form: RowForm<Row, Packed>) {
    this.folder = folder;
    this.stamp = stamp;
    this.form = form;
    const head = readHead(folder);
    this.stored = head?.stamp === stamp ? head : undefined;
    this.found = this.stored ? 'rows' : head ? 'rows of another stamp' : 'nothing';
    this.buckets = Array.from({ length: this.stored?.files ?? 1 }, () => (this.stored ? undefined : new Map()));
  }

  get(key: string): Row | undefined {
    return this.bucket(this.bucketOf(key)).get(key);
  }

  set(key: string, row: Row): void {
    const index = this.bucketOf(key);
    this.bucket(index).set(key, row);
    this.changed.add(index);
  }

  delete(key: string): void {
    const index = this.bucketOf(key);
    if (this.bucket(index).delete(key)) this.changed.add(index);
  }

  /** Whether all that was kept is there, as far as it was looked at. */
  get isWhole(): boolean {
    return !this.damaged;
  }

  /** How many rows there are. */
  get size(): number {
    let size = 0;
    for (let index = 0; index < this.buckets.length; index += 1) size += this.bucket(index).size;
    return size;
  }

  /** Whether saving would write anything. */
  get hasChanged(): boolean {
    return this.stored === undefined || this.changed.size > 0;
  }

  *entries(): Generator<readonly [key: string, row: Row]> {
    for (let index = 0; index < this.buckets.length; index += 1) yield* this.bucket(index);
  }

  /** Writes what changed, and what was damaged. */
  save(): void {
    if (this.stored && this.changed.size === 0) return;
    if (this.stored && !isSameHead(readHead(this.folder), this.stored)) this.forgetFolder();
    const files = filesFor(this.sizeAbout, this.buckets.length);
    if (this.stored && files === this.buckets.length) {
      for (const index of this.changed) this.write(files, index, this.bucket(index));
    } else {
      this.rewrite(files);
    }
    this.changed.clear();
  }

  /**
   * A process that builds again and again has a table in memory, of which the folder may be lost meanwhile. Rows that were not read are lost
   * with it: nothing is then known, for a table that lacks some would pass for a whole one.
   */
  private forgetFolder(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.stored = undefined;
    if (!this.buckets.every((bucket) => bucket !== undefined)) this.buckets = [new Map()];
  }

  /** How many rows there are, as far as the files tell that were looked at. */
  private get sizeAbout(): number {
    let size = 0;
    let looked = 0;
    for (const bucket of this.buckets) {
      if (!bucket) continue;
      size += bucket.size;
      looked += 1;
    }
    return looked === 0 ? 0 : Math.round((size * this.buckets.length) / looked);
  }

  /** Writes all rows to another number of files, and then says that those count. */
  private rewrite(files: number): void {
    const buckets = Array.from({ length: files }, () => new Map<string, Row>());
    for (const [key, row] of this.entries()) buckets[textHash(key) % files]?.set(key, row);
    makeOwnFolder(this.folder);
    // Files of the same number but of another stamp would count while they are replaced.
    rmSync(join(this.folder, 'head'), { recursive: true, force: true });
    buckets.forEach((bucket, index) => {
      this.write(files, index, bucket);
    });
    const head: Head = { stamp: this.stamp, files };
    writeChecked(join(this.folder, 'head'), JSON.stringify(head), headOf(this.folder));
    this.stored = head;
    this.buckets = buckets;
    for (const name of readdirSync(this.folder)) {
      if (name !== 'head' && name !== String(files)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  private write(files: number, index: number, bucket: ReadonlyMap<string, Row>): void {
    const rows = [...bucket].map(([key, row]) => [key, this.form.pack(row)] as const);
    makeOwnFolder(dirname(this.fileOf(files, index)));
    writeChecked(this.fileOf(files, index), JSON.stringify(rows), this.whatIs(files, index));
  }

  private bucketOf(key: string): number {
    return this.buckets.length === 1 ? 0 : textHash(key) % this.buckets.length;
  }

  private bucket(index: number): Map<string, Row> {
    const known = this.buckets[index];
    if (known) return known;
    const { length } = this.buckets;
    const text = readChecked(this.fileOf(length, index), this.whatIs(length, index));
    if (text === undefined) {
      this.damaged = true;
      this.changed.add(index);
    }
    const rows = text === undefined ? [] : (JSON.parse(text) as [string, Packed][]);
    const bucket = new Map<string, Row>();
    for (const [key, packed] of rows) bucket.set(key, this.form.unpack(key, packed));
    this.buckets[index] = bucket;
    return bucket;
  }

  /** What a file is: a file of another table, or of another stamp, is none of this one's. */
  private whatIs(files: number, index: number): string {
    return `${basename(this.folder)} ${this.stamp} ${index} of ${files}`;
  }

  private fileOf(files: number, index: number): string {
    return join(this.folder, String(files), String(index));
  }
}

function headOf(folder: string): string {
  return `head of ${basename(folder)}`;
}

function isSameHead(head: Head | undefined, other: Head): boolean {
  return head?.stamp === other.stamp && head.files === other.files;
}

function readHead(folder: string): Head | undefined {
  const text = readChecked(join(folder, 'head'), headOf(folder));
  return text === undefined ? undefined : (JSON.parse(text) as Head);
}

/** As many as there are, unless they would be much too full or too empty; always a power of two. */
function filesFor(rows: number, files: number): number {
  const wanted = Math.min(MOST_FILES, 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_PER_FILE))));
  return wanted > files || wanted < files / 4 ? wanted : files;
}
