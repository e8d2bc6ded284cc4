import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { type FileState, fingerprintOfFile, stateOf, statIfThere } from '../../disk/files.ts';
import { isOfTemplates, LATER, type OutputFile, type OutputIndex, UNKNOWN } from '../cache/output-index.ts';
import { foldersNotAsLeft, Mark } from './as-left.ts';
import { MARK } from './workspace.ts';
import type { BegunBuild } from '../building.ts';
import type { BuildPlan, TemplatesMade } from '../planning/plan-output.ts';

/** What publishing changed in the output: paths of files, from its root, sorted. */
export interface Published {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}

/** A file that was made for the output. */
export interface MadeFile {
  /** Of what it was made of. */
  readonly fingerprint: string;
  /** Of its bytes. */
  readonly content: Fingerprint;
  readonly state: FileState;
}

/** What is to be published. Paths are from the root of the output. */
export interface Publishing {
  /** Absolute path of the folder in which the made files are. */
  readonly site: string;
  readonly output: string;
  readonly made: ReadonlyMap<string, MadeFile>;
  /** Files that belong to the output no more. */
  readonly gone: readonly string[];
  /** Files that are not as a build left them. */
  readonly spoilt: ReadonlySet<string>;
  /** How many files are good as they are, not counting the mark. */
  readonly fresh: number;
  /** Whether somebody has looked at the output, and not only knows how the last build left it. */
  readonly isLookedAt: boolean;
}

/**
 * Puts made files into the output and removes what is gone. A file whose bytes are there already is left alone; each other is
 * moved into place whole, so that a reader never meets half a page. The index is brought up to date.
 */
export function publish(publishing: Publishing, index: OutputIndex): Published {
  const { site, output, made, gone, spoilt, fresh, isLookedAt } = publishing;
  const isNew = isEmpty(output);
  const knownAt = (path: string): OutputFile | undefined => (spoilt.has(path) ? undefined : index.get(path));
  const changed = [...made].filter(([path, { content }]) => knownAt(path)?.content !== content);
  const touched = [...changed.map(([path]) => path), ...gone];
  if (!isNew) demandRights(output, touched);
  const unlooked = isLookedAt ? [] : foldersNotAsLeft(output, touched, index);
  const mark = new Mark({ site, output, index });
  const removed = isNew ? [] : gone.filter((path) => remove({ root: output, path, mark }, index));
  for (const path of gone) index.delete(path);
  const written: string[] = [];
  for (const [path, { fingerprint, content, state }] of made) {
    const there = isNew ? undefined : stateIfSame(join(output, path), content, knownAt(path));
    if (there) {
      index.set({ path, fingerprint, content, state: there });
      continue;
    }
    written.push(path);
    if (!isNew) mark.renew();
    const moved = isNew ? state : move({ path, from: site, to: output });
    index.set({ path, fingerprint, content, state: moved });
  }
  if (isNew) {
    rmSync(output, { recursive: true, force: true });
    renameSync(site, output);
  }
  noteFolders(output, index);
  for (const folder of unlooked) if (index.timeOf(folder) !== undefined) index.setFolder(folder, LATER);
  const isPage = (path: string): boolean => path !== MARK;
  const pages = written.filter(isPage).sort();
  return {
    written: pages,
    unchanged: fresh + [...made.keys()].filter(isPage).length - pages.length,
    removed: removed.filter(isPage).sort(),
  };
}

function isEmpty(output: string): boolean {
  return !existsSync(output) || readdirSync(output).length === 0;
}

/** The state of a file that has these bytes already. */
function stateIfSame(
  path: string,
  content: Fingerprint,
  known: { readonly content: Fingerprint; readonly state: FileState } | undefined,
): FileState | undefined {
  if (known) return known.content === content ? known.state : undefined;
  const stats = statIfThere(path);
  return stats?.isFile() && fingerprintOfFile(path, stats.size) === content ? stateOf(stats) : undefined;
}

/** Throws where a file cannot be put in place or removed: before anything is, so that all of the output stays as it was. */
function demandRights(output: string, paths: readonly string[]): void {
  const looked = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); !looked.has(folder); folder = dirname(folder)) {
      looked.add(folder);
      if (!statIfThere(join(output, folder))?.isDirectory()) continue;
      accessSync(join(output, folder), constants.W_OK);
      break;
    }
  }
}

function move({ path, from, to }: { readonly path: string; readonly from: string; readonly to: string }): FileState {
  const target = join(to, path);
  try {
    renameSync(join(from, path), target);
  } catch {
    clearTheWay(to, path);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(from, path), target);
  }
  return stateOf(lstatSync(target));
}

/** Removes a folder that stands where a file is to be, or what is no folder where one of its folders is to be. */
function clearTheWay(root: string, path: string): void {
  if (statIfThere(join(root, path))?.isDirectory()) rmSync(join(root, path), { recursive: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const stats = statIfThere(join(root, folder));
    if (stats?.isDirectory()) return;
    if (stats) rmSync(join(root, folder));
  }
}

/**
 * Removes a file and the folders that it leaves empty; says whether it was there. A folder in its place is left to what is
 * found in it.
 */
function remove(
  { root, path, mark }: { readonly root: string; readonly path: string; readonly mark: Mark },
  index: OutputIndex,
): boolean {
  const stats = statIfThere(join(root, path));
  const isThere = stats !== undefined && !stats.isDirectory();
  if (isThere) {
    mark.renew();
    rmSync(join(root, path), { force: true });
  }
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const names = namesIn(join(root, folder));
    if (names === undefined) continue;
    if (names.length > 0) break;
    rmSync(join(root, folder), { recursive: true });
    index.setFolder(dirname(folder), UNKNOWN);
  }
  return isThere;
}

/** Notes when the folders changed last that were not looked at since; those that hold nothing are removed. */
function noteFolders(output: string, index: OutputIndex): void {
  for (let open = index.foldersToLookAt; open.length > 0; open = index.foldersToLookAt) {
    for (const [folder, [, files]] of open) {
      const path = join(output, folder);
      if (folder !== '.' && files.length === 0 && namesIn(path)?.length === 0) rmdirSync(path);
      const stats = statIfThere(path);
      index.setFolder(folder, stats?.isDirectory() ? stats.mtimeMs : undefined);
    }
  }
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

/** Puts what was made of a plan into the output, and removes what the plan has no place for. */
export function publishMade(
  made: ReadonlyMap<string, MadeFile>,
  plan: BuildPlan,
  { options, workspace, cache, watcher, isAsLeft }: BegunBuild,
): { readonly published: Published; readonly templates: TemplatesMade } {
  watcher.onProgress('publish');
  const gone = [...new Set(plan.gone)].filter((path) => !made.has(path));
  const isMarkFresh = !made.has(MARK);
  const published = publish(
    {
      site: workspace.site,
      output: options.output,
      made,
      gone,
      spoilt: plan.spoilt,
      fresh: plan.fresh - (isMarkFresh ? 1 : 0),
      isLookedAt: !isAsLeft,
    },
    cache.outputs,
  );
  const ofTemplates = [...made.values()].filter(({ fingerprint }) => isOfTemplates(fingerprint));
  return {
    published,
    templates: { fingerprint: plan.templates, files: plan.freshTemplates ?? ofTemplates.length },
  };
}
