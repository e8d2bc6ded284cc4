import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Bytes that the temporary files of all tests have at most at one time, with room to spare. */
const ROOM = 6 * 2 ** 30;

/**
 * A new folder whose files are in memory, for temporary files: what tests do with small files takes a third of the time there. Nothing where a system
 * has no such folder, where it or the memory has too little room, or where programs may not be started from it, as git does with hooks.
 */
export function folderInMemory(): string | undefined {
  if (!existsSync(MEMORY) || process.availableMemory() < 2 * ROOM) return undefined;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM) return undefined;
  try {
    const folder = mkdtempSync(join(MEMORY, 'broadsheet-tests-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const script = join(folder, 'started');
    writeFileSync(script, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    return spawnSync(script).status === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
}
