import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where builds into an output keep what is their own while they work. */
export interface BuildPlace {
  readonly folder: string;
  /** What the names of their workspaces begin with. */
  readonly prefix: string;
  /** Absolute path of the file that stands for their lock. */
  readonly lock: string;
}

const WITHIN = '.broadsheet-building-';
const LOCK_WITHIN = '.broadsheet.lock';

/**
 * The place from which files can be moved into an output without copying: beside it, or in it where it is a disk of its own,
 * as a container's volume is.
 */
export function placeOf(output: string): BuildPlace {
  if (isMountPoint(output)) return { folder: output, prefix: WITHIN, lock: join(output, LOCK_WITHIN) };
  const [folder, name] = [dirname(output), basename(output)];
  return { folder, prefix: `.${name}-building-`, lock: join(folder, `.${name}.lock`) };
}

/** Whether a path from the root of an output is of a build's own, and not of the site. */
export function isOfBuild(path: string): boolean {
  return path.startsWith(WITHIN) || path.startsWith(LOCK_WITHIN);
}

function isMountPoint(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return false;
  return stats.dev !== statSync(dirname(folder)).dev || mountPoints().includes(folder);
}

/** A folder of the same disk that is mounted once more has no number of its own (proc_pid_mountinfo(5)). */
function mountPoints(): readonly string[] {
  let table: string;
  try {
    table = readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return [];
  }
  return table.split('\n').map((line) => {
    const path = line.split(' ')[4] ?? '';
    return path.replace(/\\([0-7]{3})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
  });
}
