import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileState, isSameState, stateOf } from '../files.ts';
import { type ChangeListener, isIgnoredName, type Watch } from './folder-watch.ts';

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
