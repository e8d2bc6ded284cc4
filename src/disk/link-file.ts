import { copyFileSync, linkSync } from 'node:fs';

/** Gives a file a second place, where nothing may stand yet. Whoever may write to one of both must not: they are one where the disk has links. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no links, and no link leads to another disk.
    copyFileSync(from, to);
  }
}
