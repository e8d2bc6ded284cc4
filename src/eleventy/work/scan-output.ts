import { type Dirent, readdirSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { isOfBuild } from '../build-place.ts';
import { type FileState, isSameState, stateOf } from '../cache/file-state.ts';
import type { FileRow, FolderRow } from '../cache/output-index.ts';
import { fingerprintOfFile } from '../fingerprint-of-file.ts';
import { statIfThere } from '../stat-if-there.ts';

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

/**
 * Looks for differences between the output and what is known of it. A file is read only where the system says that it was
 * changed, and a folder only where something was added to it or removed.
 */
export function scanOutput(output: string, known: Iterable<readonly [folder: string, row: FolderRow]>): OutputScan {
  const scan = new Scan(output, new Map(known));
  scan.run();
  return scan;
}

class Scan implements OutputScan {
  readonly spoilt: string[] = [];
  readonly strays: string[] = [];
  readonly touched: (readonly [string, FileState])[] = [];
  readonly folders: (readonly [string, number?])[] = [];
  private readonly root: string;
  private readonly known: ReadonlyMap<string, FolderRow>;
  private readonly seen = new Map<string, Stats | undefined>();

  constructor(root: string, known: ReadonlyMap<string, FolderRow>) {
    this.root = root;
    this.known = known;
  }

  run(): void {
    for (const [folder, [modified, files]] of this.known) this.folder(folder, modified, files);
    if (!this.known.has(ROOT)) this.contents(ROOT, []);
  }

  private folder(folder: string, modified: number, files: readonly FileRow[]): void {
    const stats = this.folderAt(folder);
    if (!stats) {
      this.folders.push([folder]);
      for (const [name] of files) this.spoilt.push(pathOf(folder, name));
      return;
    }
    for (const file of files) this.file(folder, file);
    if (stats.mtimeMs === modified) return;
    // One without files may be empty, and is looked at once more.
    this.folders.push([folder, files.length === 0 ? UNSEEN : stats.mtimeMs]);
    this.contents(folder, files);
  }

  private file(folder: string, [name, , content, state]: FileRow): void {
    const path = pathOf(folder, name);
    const stats = statIfThere(join(this.root, path));
    if (stats && isSameState(stateOf(stats), state)) return;
    if (stats?.isFile() && stats.size === state[0] && hasContent(join(this.root, path), content, stats)) {
      this.touched.push([path, stateOf(stats)]);
    } else {
      this.spoilt.push(path);
    }
  }

  /** What the system says of a folder, if it is one, and not a link to one, as those around it. */
  private folderAt(folder: string): Stats | undefined {
    if (this.seen.has(folder)) return this.seen.get(folder);
    const isWithin = folder === ROOT || this.folderAt(dirname(folder)) !== undefined;
    const stats = isWithin ? statIfThere(join(this.root, folder)) : undefined;
    const found = stats?.isDirectory() ? stats : undefined;
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
      } else if (!this.known.has(path)) {
        this.folders.push([path, UNSEEN]);
        this.contents(path, []);
      }
    }
  }
}

const ROOT = '.';

/** A folder that no build made: it is removed with what is in it, or looked at the next time. */
const UNSEEN = -1;

function pathOf(folder: string, name: string): string {
  return folder === ROOT ? name : `${folder}/${name}`;
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
