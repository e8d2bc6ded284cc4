import { existsSync, readdirSync, statSync } from 'node:fs';
import { type ChangeListener, FolderWatch, isIgnoredName, type Watch, WatchLimitError } from './folder-watch.ts';
import { join } from 'node:path';
import { type FileState, isSameState, stateOf } from '../files.ts';

/** Is told of changes in a folder, and when noticing them becomes slow. */
export interface FolderListener extends ChangeListener {
  /** The system watches no more folders: from now on, the folder is looked through every second. */
  onWatchLimit(): void;
}

/** Watches a folder as well as the system can. One that is removed is waited for. */
export function watchFolder(root: string, listener: FolderListener): Watch {
  let current: Watch | undefined;
  let isClosed = false;
  const fail = (fault: unknown): void => {
    if (isClosed) return;
    const wasWatched = current !== undefined;
    current?.close();
    if (fault instanceof WatchLimitError) {
      listener.onWatchLimit();
      current = new FolderLook(root, listener);
      // What changed in between is not known.
      if (wasWatched) listener.onChange(root);
    } else {
      current = waitFor(root, () => {
        listener.onChange(root);
        start();
      });
    }
  };
  const start = (): void => {
    try {
      current = new FolderWatch(root, listener, fail);
    } catch (fault) {
      fail(fault);
    }
  };
  start();
  return {
    close: () => {
      isClosed = true;
      current?.close();
    },
  };
}

const WAIT = 250;

function waitFor(root: string, onThere: () => void): Watch {
  const timer = setInterval(() => {
    if (!existsSync(root)) return;
    clearInterval(timer);
    onThere();
  }, WAIT);
  return { close: () => clearInterval(timer) };
}

/** Looks through a folder again and again for what changed, where the system does not say it. */
export class FolderLook implements Watch {
  private readonly root: string;
  private readonly listener: ChangeListener;
  private readonly pause: number;
  private files: ReadonlyMap<string, FileState>;
  private timer: NodeJS.Timeout;

  /**
   * @param root Absolute path of the folder.
   * @param pause Milliseconds between two looks.
   */
  constructor(root: string, listener: ChangeListener, pause = 1_000) {
    this.root = root;
    this.listener = listener;
    this.pause = pause;
    this.files = statesIn(root);
    this.timer = setTimeout(() => this.look(), pause);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private look(): void {
    const started = performance.now();
    const before = this.files;
    this.files = statesIn(this.root);
    for (const [path, state] of this.files) {
      const known = before.get(path);
      if (!known || !isSameState(known, state)) this.listener.onChange(path);
    }
    for (const path of before.keys()) if (!this.files.has(path)) this.listener.onChange(path);
    // Looking must not be all that the machine does.
    this.timer = setTimeout(() => this.look(), Math.max(this.pause, 3 * (performance.now() - started)));
  }
}

function statesIn(root: string): ReadonlyMap<string, FileState> {
  const files = new Map<string, FileState>();
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (isIgnoredName(entry.name)) continue;
        if (entry.isDirectory()) open.push(path);
        else files.set(path, stateOf(statSync(path)));
      }
    } catch {
      // It went while it was looked at; the next look finds what is left.
    }
  }
  return files;
}
