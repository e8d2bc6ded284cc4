import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Mounts a disk of so many bytes in memory at a folder; what takes it away, or `undefined` where this user may not do it. */
export function mountSmallDisk(folder: string, bytes: number): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  return mounted.status === 0 ? () => spawnSync('umount', [folder]) : undefined;
}
