import type { Stats } from 'node:fs';

/** What the system says of a file, by which a change is noticed: size in bytes, times in milliseconds, number on the disk. */
export type FileState = readonly [size: number, modified: number, changed: number, inode: number];

export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileState {
  return [size, mtimeMs, ctimeMs, ino];
}

export function isSameState(one: FileState, other: FileState): boolean {
  return one[0] === other[0] && one[1] === other[1] && one[2] === other[2] && one[3] === other[3];
}

/** Whether this is what the system says of a file. */
export function isStateOf({ size, mtimeMs, ctimeMs, ino }: Stats, state: FileState): boolean {
  return size === state[0] && mtimeMs === state[1] && ctimeMs === state[2] && ino === state[3];
}
