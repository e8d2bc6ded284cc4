import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** What publishing changed in the output: paths of files, from its root, sorted. */
export interface Published {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}

const MARK = '.broadsheet.txt';

/** Says that the output is Broadsheet's own, so that files it does not know may be removed from it. */
export const MARK_PAGE: Page<string> = {
  url: `/${MARK}` as UrlPath,
  layout: 'verbatim',
  data: 'Broadsheet writes this folder, and removes from it what it did not write.\n',
};

/** Whether a build may write to a folder: it is not there, empty, or Broadsheet's own. */
export function isOwnOutput(output: string): boolean {
  if (!existsSync(output)) return true;
  return statSync(output).isDirectory() && (existsSync(join(output, MARK)) || readdirSync(output).length === 0);
}

/** Makes an empty folder beside the output, on the same disk, so that finished files can be moved over at once. */
export function makeStaging(output: string): string {
  const staging = join(dirname(output), `.${basename(output)}-building-${process.pid}-${Date.now().toString(36)}`);
  // Its rights become the output's, so they are the ordinary ones.
  mkdirSync(staging, { recursive: true });
  return staging;
}

/**
 * Makes the output what the staging folder is, and removes that one. Files that are the same are left alone; each that
 * differs is moved into place whole, so that a reader never meets half a page.
 */
export function publish(staging: string, output: string): Published {
  const made = filesIn(staging);
  const before = existsSync(output) ? filesIn(output) : new Set<string>();
  const written = [...made].filter((path) => !before.has(path) || !isSame(join(staging, path), join(output, path)));
  const removed = [...before].filter((path) => !made.has(path));
  if (before.size === 0) {
    rmSync(output, { recursive: true, force: true });
    renameSync(staging, output);
  } else {
    for (const path of removed) removeWithEmptyFolders(output, path);
    for (const path of written) move(join(staging, path), join(output, path));
    rmSync(staging, { recursive: true, force: true });
  }
  const isPage = (path: string): boolean => path !== MARK;
  return {
    written: written.filter(isPage).sort(),
    unchanged: made.size - written.length,
    removed: removed.filter(isPage).sort(),
  };
}

function filesIn(folder: string): ReadonlySet<string> {
  const files = new Set<string>();
  const open = [''];
  for (let within = open.pop(); within !== undefined; within = open.pop()) {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else files.add(path);
    }
  }
  return files;
}

function isSame(one: string, other: string): boolean {
  const before = statSync(other, { throwIfNoEntry: false });
  if (!before?.isFile() || before.size !== statSync(one).size) return false;
  return readFileSync(one).equals(readFileSync(other));
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true });
  renameSync(from, to);
}

function removeWithEmptyFolders(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return;
    rmSync(join(root, folder), { recursive: true });
  }
}
