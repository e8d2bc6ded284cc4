import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mounts a disk of so many bytes in memory at a folder; what takes it away, or `undefined` where this user may not do it. */
export function mountSmallDisk(folder: string, bytes: number): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  return mounted.status === 0 ? () => spawnSync('umount', [folder]) : undefined;
}

/** A way to make folders that nobody can write to. */
export interface WriteProtection {
  forbid(folder: string): void;
  allow(folder: string): void;
}

/** How this machine forbids to write; `undefined` where it cannot be forbidden to this user. */
export function findWriteProtection(): WriteProtection | undefined {
  // Rights do not bind root, who can ask for more than rights.
  return process.getuid?.() === 0 ? immutable() : RIGHTS;
}

const RIGHTS: WriteProtection = {
  forbid: (folder) => chmodSync(folder, 0o555),
  allow: (folder) => chmodSync(folder, 0o755),
};

function immutable(): WriteProtection | undefined {
  const change = (flag: string, folder: string): boolean => spawnSync('chattr', [flag, folder]).status === 0;
  const trial = mkdtempSync(join(tmpdir(), 'broadsheet-trial-'));
  try {
    if (!change('+i', trial)) return undefined;
    change('-i', trial);
  } finally {
    rmSync(trial, { recursive: true });
  }
  return { forbid: (folder) => change('+i', folder), allow: (folder) => change('-i', folder) };
}
