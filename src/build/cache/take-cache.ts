import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, takeLock } from '../../disk/lock.ts';
import { OWN_NAMES } from './cache.ts';

/** A folder in which a build may keep things. */
export interface CachePlace {
  /** Absolute path. */
  readonly folder: string;
  /** The lock on it, if other builds could use it too. */
  readonly lock: Lock | undefined;
}

/** What taking a cache needs beside its folder. */
export interface CacheTaking {
  /** Absolute path of a folder that stands in where the cache cannot be written; it goes with the build. */
  readonly standIn: string;
  readonly onWait: (processId: number) => void;
  readonly onUnkept: (fault: Error) => void;
}

/** Takes the folder of a cache. A build that can keep nothing there is as good as any other, only slower. */
export async function takeCache(folder: string, { standIn, onWait, onUnkept }: CacheTaking): Promise<CachePlace> {
  try {
    mkdirSync(folder, { recursive: true });
    for (const path of ['', ...OWN_NAMES].map((name) => join(folder, name))) {
      if (existsSync(path)) accessSync(path, constants.W_OK);
    }
    return { folder, lock: await takeLock(join(folder, 'lock'), onWait) };
  } catch (fault) {
    if (!isOfTheMachine(fault)) throw fault;
    onUnkept(fault);
    return { folder: standIn, lock: undefined };
  }
}

/** Whether the system refused to do something. */
export function isOfTheMachine(fault: unknown): fault is Error {
  return fault instanceof Error && 'syscall' in fault;
}
