import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { newName } from '../cache/cache.ts';
import { makeGivenFolder } from '../../disk/files.ts';
import { outputPath } from '../../domain/addresses.ts';
import { type AssetSubject, MARK_URL } from '../../pages/site/asset.ts';

/**
 * A folder on the disk of the output for what a build makes until all of it is there: it is then moved over without
 * copying.
 */
export interface Workspace {
  /** Files as they will be in the output. */
  readonly site: string;
  /** What Eleventy writes. */
  readonly own: string;
  /** What Eleventy writes for trial, and nobody reads. */
  readonly tried: string;
  /** Entries of feeds, printed before the feeds. */
  readonly entries: string;
  /** Stands in for a cache that cannot be written, or that there is none of. */
  readonly cache: string;
  remove(): void;
}

/** Makes the workspace of a build. Those of builds that were killed are removed: only one build at a time has an output. */
export function makeWorkspace(output: string): Workspace {
  const { folder: around, prefix } = placeOf(output);
  makeGivenFolder(around);
  for (const name of readdirSync(around)) {
    if (name.startsWith(prefix)) rmSync(join(around, name), { recursive: true, force: true });
  }
  const root = join(around, prefix + newName());
  const within = (name: string): string => join(root, name);
  // The rights of `site` become the output's, so they are the ordinary ones.
  for (const name of ['site', 'own', 'tried', 'entries', 'cache']) mkdirSync(within(name), { recursive: true });
  return {
    site: within('site'),
    own: within('own'),
    tried: within('tried'),
    entries: within('entries'),
    cache: within('cache'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

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

/** Name of the file that says that a folder is an output of Broadsheet. */
export const MARK = outputPath(MARK_URL);

/** Says that the output is Broadsheet's own, so that files it does not know may be removed from it. */
export const MARK_ASSET: AssetSubject = {
  url: MARK_URL,
  text: 'Broadsheet writes this folder, and removes from it what it did not write.\n',
};

/** Whether a build may write to a folder: it is not there, empty, or Broadsheet's own. */
export function isOwnOutput(output: string): boolean {
  if (!existsSync(output)) return true;
  return statSync(output).isDirectory() && (existsSync(join(output, MARK)) || readdirSync(output).length === 0);
}
