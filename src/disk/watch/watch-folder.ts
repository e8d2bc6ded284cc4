import { existsSync } from 'node:fs';
import { FolderLook } from './folder-look.ts';
import { type ChangeListener, FolderWatch, type Watch, WatchLimitError } from './folder-watch.ts';

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
