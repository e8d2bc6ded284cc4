import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Is told of changes in a folder. */
export interface ChangeListener {
  /** @param path Absolute path of a file that was changed, added or removed, or of a folder that came or went. */
  onChange(path: string): void;
}

/** A watch of a folder and those within it. */
export interface Watch {
  close(): void;
}

interface WatchedFolder {
  readonly watcher: FSWatcher;
  /** Which folder it is: one of the same name may take its place. */
  readonly identity: string;
}

/** The system watches no more folders for this user. */
export class WatchLimitError extends Error {
  override readonly name = 'WatchLimitError';
}

/**
 * Watches a folder and all within it, one watch a folder: files are many, and systems allow few watches.
 * Throws a {@link WatchLimitError} where even those are too many.
 */
export class FolderWatch implements Watch {
  private readonly listener: ChangeListener;
  private readonly onFailure: (fault: unknown) => void;
  private readonly folders = new Map<string, WatchedFolder>();

  /**
   * @param root Absolute path of the folder.
   * @param onFailure Called when a folder that came later cannot be watched, or the root is gone.
   */
  constructor(root: string, listener: ChangeListener, onFailure: (fault: unknown) => void) {
    this.listener = listener;
    this.onFailure = onFailure;
    try {
      this.add(root);
      if (!this.folders.has(root)) throw new Error(`There is no folder ${root}`);
    } catch (fault) {
      this.close();
      throw fault;
    }
  }

  /** How many folders are watched. */
  get size(): number {
    return this.folders.size;
  }

  close(): void {
    for (const { watcher } of this.folders.values()) watcher.close();
    this.folders.clear();
  }

  private add(folder: string): void {
    const stats = statIfThere(folder);
    if (!stats?.isDirectory()) return;
    const identity = identityOf(stats);
    if (this.folders.get(folder)?.identity === identity) return;
    this.drop(folder);
    const watcher = startWatch(folder, (name) => this.notice(folder, name));
    this.folders.set(folder, { watcher, identity });
    watcher.on('error', () => this.lose(folder));
    for (const name of foldersIn(folder)) this.add(join(folder, name));
  }

  private notice(folder: string, name: string | null): void {
    if (name === null) {
      this.listener.onChange(folder);
      return;
    }
    if (isIgnoredName(name)) return;
    const path = join(folder, name);
    const stats = statIfThere(path);
    // A folder that is removed says so by its own name.
    if (!stats && name === basename(folder) && !statIfThere(folder)) {
      this.lose(folder);
      return;
    }
    if (stats?.isDirectory()) {
      if (this.folders.get(path)?.identity === identityOf(stats)) return;
      try {
        this.add(path);
      } catch (fault) {
        this.onFailure(fault);
      }
    } else if (this.folders.has(path)) {
      this.drop(path);
    }
    this.listener.onChange(path);
  }

  private lose(folder: string): void {
    const isRoot = !this.folders.has(dirname(folder));
    const wasThere = this.folders.has(folder);
    this.drop(folder);
    if (!wasThere) return;
    this.listener.onChange(folder);
    if (isRoot) this.onFailure(new Error(`The folder ${folder} is gone`));
  }

  private drop(folder: string): void {
    for (const [path, { watcher }] of this.folders) {
      if (path !== folder && !path.startsWith(`${folder}/`) && !path.startsWith(`${folder}\\`)) continue;
      watcher.close();
      this.folders.delete(path);
    }
  }
}

function startWatch(folder: string, onEvent: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, (_event, name) => onEvent(name));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EMFILE' || code === 'ENFILE') {
      throw new WatchLimitError('The system watches no more folders', { cause });
    }
    throw cause;
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const isFolder = (entry: (typeof entries)[number]): boolean => entry.isDirectory();
    return entries.filter((entry) => isFolder(entry) && !isIgnoredName(entry.name)).map(({ name }) => name);
  } catch {
    return [];
  }
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Numbers of folders are used again, their times of birth are not. */
function identityOf({ ino, birthtimeMs }: Stats): string {
  return `${ino} ${birthtimeMs}`;
}

/** What editors and systems put beside a file while somebody works on it: hidden files, backups, copies for a moment. */
const IGNORED = /^\.|~$|^#.*#$|\.(?:sw[a-z]|tmp|bak|crdownload)$|^4913$|^___jb_\w+___$|^node_modules$/;

/** Whether a file or folder of this name is none that a newsroom publishes, however often it changes. */
export function isIgnoredName(name: string): boolean {
  return IGNORED.test(name);
}
