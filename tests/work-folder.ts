import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux has files that are in memory only. */
const IN_MEMORY = '/dev/shm';
/** Four times of what all tests together hold there at their most. */
const ROOM = 2e9;
/** What tests and the browsers that they start may take beside that. */
const MEMORY = ROOM + 4e9;

/**
 * Makes a folder for tests that write many files: in memory where the system has room for that, otherwise in the temporary folder. A file system on a disk
 * looks the longer for a place for a new file the more of them were just removed, which is all that tests do.
 *
 * @param name What the folder is for: a part of its name.
 * @returns Its absolute path. Everybody may enter it and write to it, as to a temporary folder.
 */
export function aWorkFolder(name: string): string {
  const folder = mkdtempSync(join(hasRoom() ? IN_MEMORY : tmpdir(), `broadsheet-${name}-`));
  chmodSync(folder, 0o1777);
  return folder;
}

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM && memoryLeft() > MEMORY;
  } catch {
    return false;
  }
}

/** In bytes, as the system reckons what programs could be given: what it keeps of files but could forget is a part of that. */
function memoryLeft(): number {
  const [, kilobytes] = /^MemAvailable: +(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return kilobytes === undefined ? freemem() : Number(kilobytes) * 1024;
}
