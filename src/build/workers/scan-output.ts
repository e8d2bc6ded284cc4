import { type Dirent, readdirSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { isOfBuild } from '../publishing/workspace.ts';
import { type FileState, fingerprintOfFile, isStateOf, stateOf, statIfThere } from '../../disk/files.ts';
import {
  type FileRow,
  folderOf,
  type FolderRow,
  type OutputIndex,
  pathOf,
  ROOT,
  UNKNOWN,
} from '../cache/output-index.ts';

/** How the output differs from what the last build left there. Paths are from its root. */
export interface OutputScan {
  /** Files that are gone, or whose bytes are others. */
  readonly spoilt: readonly string[];
  /** Files that no build wrote. */
  readonly strays: readonly string[];
  /** Files whose bytes are the same, although they were touched or copied. */
  readonly touched: readonly (readonly [path: string, state: FileState])[];
  /** Folders that changed: when, unless they are gone. */
  readonly folders: readonly (readonly [folder: string, modified?: number])[];
}

/** Of an output that is as the last build left it. */
export const NO_DIFFERENCE: OutputScan = { spoilt: [], strays: [], touched: [], folders: [] };

/** What is known of an output: its folders, by their paths. */
export interface KnownFolders {
  get(folder: string): FolderRow | undefined;
  entries(): Iterable<readonly [folder: string, row: FolderRow]>;
  /** Whether nothing that was known is lost, as far as it was looked at. */
  readonly isWhole: boolean;
}

/**
 * Looks for differences between the output and what is known of it. A file is read only where the system says that it was
 * changed, and a folder only where something was added to it or removed. A folder of which nothing is known any more is found
 * in the one around it: where something is lost, each is looked at.
 */
export function scanOutput(output: string, known: KnownFolders): OutputScan {
  const scan = new Scan(output, known);
  scan.run();
  const { spoilt, strays, touched, folders } = scan;
  return { spoilt, strays, touched, folders };
}

class Scan implements OutputScan {
  readonly spoilt: string[] = [];
  readonly strays: string[] = [];
  readonly touched: (readonly [string, FileState])[] = [];
  readonly folders: (readonly [string, number?])[] = [];
  private readonly root: string;
  private readonly known: KnownFolders;
  /** When each folder was changed that was looked at, if it is one. */
  private readonly seen = new Map<string, number | undefined>();

  constructor(root: string, known: KnownFolders) {
    this.root = root;
    this.known = known;
  }

  run(): void {
    const rows = [...this.known.entries()];
    const { isWhole } = this.known;
    for (const [folder, [modified, files]] of rows) this.folder(folder, isWhole ? modified : UNKNOWN, files);
    if (!this.known.get(ROOT)) this.contents(ROOT, []);
  }

  private folder(folder: string, modified: number, files: readonly FileRow[]): void {
    const now = this.folderAt(folder);
    if (now === undefined) {
      this.folders.push([folder]);
      for (const [name] of files) this.spoilt.push(pathOf(folder, name));
      return;
    }
    for (const file of files) this.file(folder, file);
    if (now === modified) return;
    // One without files may be empty, and is looked at once more.
    this.folders.push([folder, files.length === 0 ? UNKNOWN : now]);
    this.contents(folder, files);
  }

  private file(folder: string, [name, , content, state]: FileRow): void {
    const path = pathOf(folder, name);
    const stats = statIfThere(`${this.root}/${path}`);
    if (stats && isStateOf(stats, state)) return;
    if (stats?.isFile() && stats.size === state[0] && hasContent(join(this.root, path), content, stats)) {
      this.touched.push([path, stateOf(stats)]);
    } else {
      this.spoilt.push(path);
    }
  }

  /** When a folder was changed, if it is one, and not a link to one, as those around it. */
  private folderAt(folder: string): number | undefined {
    const known = this.seen.get(folder);
    if (known !== undefined || this.seen.has(folder)) return known;
    const isWithin = folder === ROOT || this.folderAt(folderOf(folder)) !== undefined;
    const stats = isWithin ? statIfThere(`${this.root}/${folder}`) : undefined;
    const found = stats?.isDirectory() ? stats.mtimeMs : undefined;
    this.seen.set(folder, found);
    return found;
  }

  /** Finds what is in a folder without being known. */
  private contents(folder: string, files: readonly FileRow[]): void {
    const names = new Set(files.map(([name]) => name));
    for (const entry of entriesOf(join(this.root, folder))) {
      const path = pathOf(folder, entry.name);
      if (isOfBuild(path)) continue;
      if (!entry.isDirectory()) {
        if (!names.has(entry.name)) this.strays.push(path);
      } else if (!this.known.get(path)) {
        // It is removed with what is in it, or looked at the next time.
        this.folders.push([path, UNKNOWN]);
        this.contents(path, []);
      }
    }
  }
}

/** Whether a file has these bytes; one that cannot be read has others. */
function hasContent(path: string, content: Fingerprint, { size }: Stats): boolean {
  try {
    return fingerprintOfFile(path, size) === content;
  } catch {
    return false;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Notes in the index how the output differs from what was known of it. What is spoilt or stray stays so until it is put
 * right, which may be left to a later build.
 */
export function noteScan({ strays, touched, folders }: OutputScan, outputs: OutputIndex): void {
  for (const [path, state] of touched) {
    const file = outputs.get(path);
    if (file) outputs.set({ ...file, state });
  }
  for (const [folder, modified] of folders) if (modified !== undefined) outputs.setFolder(folder, modified);
  for (const [folder, modified] of folders) if (modified === undefined) outputs.lookAgainAt(folder);
  for (const path of strays) outputs.lookAgainAt(dirname(path));
}
