import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { FileState } from '../../disk/files.ts';
import type { Table } from './table.ts';

/** A file of the output as a build left it. */
export interface OutputFile {
  /** Path from the root of the output. */
  readonly path: string;
  /** Of what it was made of. */
  readonly fingerprint: string;
  /** Of its bytes. */
  readonly content: Fingerprint;
  readonly state: FileState;
}

/** A folder of the output: when a file in it was last added or removed, and its files. */
export type FolderRow = readonly [modified: number, files: FileRow[]];

/** A file of a folder by its name. */
export type FileRow = readonly [name: string, fingerprint: string, content: Fingerprint, state: FileState];

/** Where a folder was not looked at since it changed. */
export const UNKNOWN = -1;
/** Where a later build has to look at what is in a folder. */
export const LATER = -2;

/** The files of the output, by their paths, as they are kept from build to build. Each folder has a row. */
export class OutputIndex {
  private readonly table: Table<FolderRow>;
  private readonly unlooked = new Set<string>();
  private readonly byName = new FilesByName();

  constructor(table: Table<FolderRow>) {
    this.table = table;
  }

  get(path: string): OutputFile | undefined {
    const row = this.rowOf(path);
    return row && fileOf(folderOf(path), row);
  }

  /** What is kept of a file: the same object each time, until it is set again. */
  rowOf(path: string): FileRow | undefined {
    const files = this.table.get(folderOf(path))?.[1];
    return files && this.byName.find(files, nameOf(path));
  }

  *rows(): Generator<readonly [path: () => string, row: FileRow]> {
    for (const [folder, [, rows]] of this.table.entries()) {
      for (const row of rows) yield [() => pathOf(folder, row[0]), row];
    }
  }

  /** When files of a folder were last added or removed, as far as that is known. */
  timeOf(folder: string): number | undefined {
    return this.table.get(folder)?.[0];
  }

  /** Sets a file; its folder has to be looked at again, and the one around that if it is new there. */
  set({ path, fingerprint, content, state }: OutputFile): void {
    const folder = folderOf(path);
    const files = this.table.get(folder)?.[1] ?? [];
    this.byName.set(files, [nameOf(path), fingerprint, content, state]);
    this.setRow(folder, [UNKNOWN, files]);
  }

  /** Forgets a file. */
  delete(path: string): void {
    const folder = folderOf(path);
    const files = this.table.get(folder)?.[1];
    if (files) this.byName.delete(files, nameOf(path));
    this.lookAgainAt(folder);
  }

  /** Says when files of a folder were last added or removed, or that it is gone: that changed the one around it. */
  setFolder(folder: string, modified: number | undefined): void {
    if (modified !== undefined) {
      this.setRow(folder, [modified, this.table.get(folder)?.[1] ?? []]);
      return;
    }
    this.table.delete(folder);
    this.unlooked.delete(folder);
    if (folder !== ROOT && this.table.get(folderOf(folder))) this.setFolder(folderOf(folder), UNKNOWN);
  }

  /** Says that a folder has to be looked at again, and those around it: one that is empty may be removed. */
  lookAgainAt(folder: string): void {
    this.setFolder(folder, UNKNOWN);
    if (folder !== ROOT) this.lookAgainAt(folderOf(folder));
  }

  *files(): Generator<OutputFile> {
    for (const [folder, [, rows]] of this.table.entries()) for (const row of rows) yield fileOf(folder, row);
  }

  *folders(): Generator<readonly [folder: string, row: FolderRow]> {
    yield* this.table.entries();
  }

  /** The folders of which somebody said that they have to be looked at again. */
  get foldersToLookAt(): readonly (readonly [folder: string, row: FolderRow])[] {
    return [...this.unlooked].flatMap((folder) => {
      const row = this.table.get(folder);
      return row ? [[folder, row] as const] : [];
    });
  }

  private setRow(folder: string, row: FolderRow): void {
    const isNew = this.table.get(folder) === undefined;
    this.table.set(folder, row);
    if (row[0] === UNKNOWN) this.unlooked.add(folder);
    else this.unlooked.delete(folder);
    if (isNew && folder !== ROOT) this.setFolder(folderOf(folder), UNKNOWN);
  }
}

/** The path of the output's own folder. */
export const ROOT = '.';

/** The path of the folder around a file or a folder. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? ROOT : path.slice(0, end);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a file of a folder. */
export function pathOf(folder: string, name: string): string {
  return folder === ROOT ? name : `${folder}/${name}`;
}

function fileOf(folder: string, [name, fingerprint, content, state]: FileRow): OutputFile {
  return { path: pathOf(folder, name), fingerprint, content, state };
}

/** From so many files on, it takes too long to look at each for its name. */
const MANY = 50;

/** Finds, sets and removes files of folders by their names, in the lists that are kept of them. */
class FilesByName {
  /** Where each file stands in a long list. */
  private readonly places = new WeakMap<readonly FileRow[], Map<string, number>>();

  find(files: readonly FileRow[], name: string): FileRow | undefined {
    return files[this.placeOf(files, name)];
  }

  set(files: FileRow[], file: FileRow): void {
    const place = this.placeOf(files, file[0]);
    if (place >= 0) {
      files[place] = file;
      return;
    }
    files.push(file);
    this.places.get(files)?.set(file[0], files.length - 1);
  }

  /** Removes a file; the last one takes its place. */
  delete(files: FileRow[], name: string): void {
    const place = this.placeOf(files, name);
    const last = place < 0 ? undefined : files.pop();
    if (!last) return;
    const places = this.places.get(files);
    places?.delete(name);
    if (place === files.length) return;
    files[place] = last;
    places?.set(last[0], place);
  }

  private placeOf(files: readonly FileRow[], name: string): number {
    if (files.length < MANY) return files.findIndex((file) => file[0] === name);
    const known = this.places.get(files);
    if (known) return known.get(name) ?? -1;
    const places = new Map(files.map((file, place) => [file[0], place]));
    this.places.set(files, places);
    return places.get(name) ?? -1;
  }
}

/** What marks the fingerprints of files that templates made. */
const OF_TEMPLATES = 'templates ';

/** The fingerprint of a file that the templates of `content/pages/` made. */
export function asOfTemplates(templates: string | undefined): string {
  return `${OF_TEMPLATES}${templates}`;
}

/** Whether a fingerprint is that of a file that templates made. */
export function isOfTemplates(fingerprint: string): boolean {
  return fingerprint.startsWith(OF_TEMPLATES);
}
