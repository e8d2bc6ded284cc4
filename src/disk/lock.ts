import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeGivenFolder, readPlainFile, removeEntry, statIfThere } from './files.ts';

/** Who holds a lock. `started` tells a process from a later one of the same number. */
interface Holder {
  readonly host: string;
  readonly process: number;
  readonly started: string | undefined;
}

/** A lock that is held. */
export interface Lock {
  release(): void;
}

/** What somebody waits for. */
export interface LockWait {
  /** Absolute path of the file that stands for the lock. */
  readonly path: string;
  /** Who holds it, if the file says so. */
  readonly holder: { readonly host: string; readonly process: number } | undefined;
}

const LOOK_EVERY = 50;
const TOUCH_EVERY = 5_000;
/** A holder on another machine that has not touched its lock for so long is taken for dead. */
const DEAD_AFTER = 60_000;
/** A wait that is shorter is nothing to tell of. */
const TELL_AFTER = 3_000;

/**
 * Acquires a lock, or waits until whoever holds it has ended. A lock whose holder was killed is taken over; what is no file in
 * its place (a link, a pipe, an empty folder) is nobody's lock, and is removed. Throws where that is a folder which holds something.
 *
 * @param path Absolute path of the file that stands for the lock.
 * @param onWait Called once, when this has waited for three seconds.
 */
export async function acquireLock(path: string, onWait: (wait: LockWait) => void): Promise<Lock> {
  makeGivenFolder(dirname(path));
  const own: Holder = { host: hostname(), process: process.pid, started: startOf(process.pid) };
  const [lock, turn] = [new SharedFile(path), new SharedFile(`${path}.turn`)];
  const began = performance.now();
  let isTold = false;
  while (!create(path, JSON.stringify(own))) {
    if (isDead(lock)) {
      removeDead(lock, turn);
    } else if (!isTold && performance.now() - began > TELL_AFTER) {
      isTold = true;
      onWait({ path, holder: holderOf(path) });
    }
    await wait(LOOK_EVERY);
  }
  const timer = setInterval(() => touch(path), TOUCH_EVERY).unref();
  return {
    release: () => {
      clearInterval(timer);
      rmSync(path, { force: true });
    },
  };
}

/** A file that several processes make and remove, looked at again and again. */
class SharedFile {
  readonly path: string;
  private seen = '';
  private seenAt = 0;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * For how many milliseconds nobody has touched it: by the time that it has, or, where that is still to come by this clock, by
   * how long it has been seen so. For ever where it is no file; `undefined` where there is nothing.
   */
  get untouchedFor(): number | undefined {
    const stats = statIfThere(this.path);
    if (!stats) return undefined;
    if (!stats.isFile()) return Number.POSITIVE_INFINITY;
    const now = performance.now();
    const state = `${stats.ino} ${stats.mtimeMs}`;
    if (state !== this.seen) [this.seen, this.seenAt] = [state, now];
    return Math.max(Date.now() - stats.mtimeMs, now - this.seenAt);
  }
}

/** Two processes may see that the holder is dead; the later of them must not remove what the first has taken since. */
function removeDead(lock: SharedFile, turn: SharedFile): void {
  if (!create(turn.path, '')) {
    const { untouchedFor } = turn;
    if (untouchedFor !== undefined && untouchedFor > TOUCH_EVERY) removeEntry(turn.path);
    return;
  }
  try {
    if (isDead(lock)) removeEntry(lock.path);
  } finally {
    rmSync(turn.path, { force: true });
  }
}

/** Whether the file was not there and now is; no two processes can both make it. */
function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    const told = JSON.parse(readPlainFile(path)?.toString() ?? '') as Partial<Holder> | null;
    const { host, process, started } = told ?? {};
    if (typeof host !== 'string' || !isProcessId(process)) return undefined;
    return { host, process, started };
  } catch {
    return undefined;
  }
}

/** Zero and what is below it stand for groups of processes (kill(2)), and some of those always run. */
function isProcessId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** A file in which nothing can be read was just made, or was left by a holder that died as it made it. */
function isDead(lock: SharedFile): boolean {
  const { untouchedFor } = lock;
  if (untouchedFor === undefined) return false;
  const holder = holderOf(lock.path);
  if (holder?.host === hostname()) return !isRunning(holder.process) || startOf(holder.process) !== holder.started;
  return untouchedFor > (holder ? DEAD_AFTER : TOUCH_EVERY);
}

/** When a process started, in the kernel's own units (proc(5)); unknown on systems without `/proc`. */
function startOf(id: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {}
}

/** Whether there is a process of a number on this machine. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (fault) {
    // It is somebody else's, then.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
