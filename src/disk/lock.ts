import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

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

const LOOK_EVERY = 50;
const TOUCH_EVERY = 5_000;
/** A holder on another machine that has not touched its lock for so long is taken for dead. */
const DEAD_AFTER = 60_000;

/**
 * Acquires a lock, or waits until whoever holds it has ended. A lock whose holder was killed is taken over.
 *
 * @param path Absolute path of the file that stands for the lock.
 * @param onWait Called once, when another process holds it.
 */
export async function acquireLock(path: string, onWait: (processId: number) => void): Promise<Lock> {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { host: hostname(), process: process.pid, started: startOf(process.pid) };
  let isTold = false;
  while (!create(path, JSON.stringify(own))) {
    const holder = holderOf(path);
    if (isDead(holder, path)) {
      removeDead(path);
      continue;
    }
    if (!isTold && holder) {
      isTold = true;
      onWait(holder.process);
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

/** Two processes may see that the holder is dead; the later of them must not remove what the first has taken since. */
function removeDead(path: string): void {
  const turn = `${path}.turn`;
  if (!create(turn, '')) {
    const stats = statSync(turn, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > TOUCH_EVERY) rmSync(turn, { force: true });
    return;
  }
  if (isDead(holderOf(path), path)) rmSync(path, { force: true });
  rmSync(turn, { force: true });
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
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** A file in which nothing can be read was just made, or was left by a holder that died as it made it. */
function isDead(holder: Holder | undefined, path: string): boolean {
  if (holder?.host === hostname()) return !isRunning(holder.process) || startOf(holder.process) !== holder.started;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > (holder ? DEAD_AFTER : TOUCH_EVERY);
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
