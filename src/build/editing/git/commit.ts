import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlainFile } from '../../../disk/files.ts';
import type { Repository } from './repository.ts';
import { askGit, literal, runGit } from './run-git.ts';

/** How something that git was to do ended. `said` is what git, hooks and remotes said of it. */
export type Done<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly said: string };

/** The index of a working tree as it was: what is staged. */
export interface IndexKept {
  readonly path: string;
  readonly bytes: Buffer | undefined;
}

export async function keepIndex({ root }: Repository): Promise<IndexKept> {
  const path = resolve(root, (await askGit(root, ['rev-parse', '--git-path', 'index'])) ?? '.git/index');
  return { path, bytes: readPlainFile(path) };
}

/** What is staged: each file with its contents. Looking at the working tree, which many programs do, writes the index and leaves this as it is. */
export async function stagedIn({ root }: Repository): Promise<string | undefined> {
  return askGit(root, ['ls-files', '--stage', '-z']);
}

/**
 * Puts the index back as it was, in the way in which git writes it.
 *
 * @param staged What is staged now, unless somebody has staged something else meanwhile: then the index is left as it is.
 * @returns Whether it is as it was.
 */
export async function restoreIndex(
  repository: Repository,
  { path, bytes }: IndexKept,
  staged: string | undefined,
): Promise<boolean> {
  const now = readPlainFile(path);
  if (bytes === undefined ? now === undefined : now?.equals(bytes)) return true;
  const lock = `${path}.lock`;
  let file: number;
  try {
    file = openSync(lock, 'wx');
  } catch (fault) {
    // Somebody else has it at this moment.
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
  let isMoved = false;
  try {
    const isOurs = (await stagedIn(repository)) === staged;
    if (isOurs && bytes !== undefined) {
      writeSync(file, bytes);
      renameSync(lock, path);
      isMoved = true;
    } else if (isOurs) rmSync(path, { force: true });
    return isOurs;
  } finally {
    closeSync(file);
    // Once it is moved, a file of its name is somebody else's.
    if (!isMoved) rmSync(lock, { force: true });
  }
}

/** A commit, and which of the files that were to be in it are in it otherwise, for a hook has changed them. */
export interface Made {
  readonly commit: string;
  readonly changed: readonly string[];
}

/** Commits some files as they are in the working tree, and nothing else that is staged. */
export async function commitOnly(
  repository: Repository,
  paths: readonly string[],
  message: string,
): Promise<Done<Made>> {
  const { root, head } = repository;
  const only = ['--', ...paths.map(literal)];
  const added = await runGit(root, ['add', ...only]);
  if (added.code !== 0) return failed(added);
  const staged = await askGit(root, ['ls-files', '--stage', '-z', ...only]);
  const options = ['--quiet', '--only', '--cleanup=whitespace', '--file=-'];
  const committed = await runGit(root, ['commit', ...options, ...only], { input: message });
  const commit = await askGit(root, ['rev-parse', '--verify', 'HEAD']);
  // It may have been ended when all was done but what hooks do afterwards.
  const isMade = committed.code === 0 || (await askGit(root, ['rev-parse', '--verify', 'HEAD^'])) === head;
  if (!isMade || commit === undefined) return failed(committed);
  return { kind: 'done', value: { commit, changed: await followHooks(root, { only, staged }) } };
}

/**
 * What hooks put into a commit they put into an index that git makes for it alone. In that of the working tree, the files are as they were
 * before, and the next commit would take back what hooks did: so they become what was committed, unless somebody has staged them since.
 *
 * @returns The paths of the files of which this is so.
 */
async function followHooks(
  root: string,
  { only, staged }: { readonly only: readonly string[]; readonly staged: string | undefined },
): Promise<readonly string[]> {
  const differing = await askGit(root, ['diff', '--cached', '--name-only', '-z', 'HEAD', ...only]);
  if (differing === undefined || differing === '') return [];
  const isAsStaged = (await askGit(root, ['ls-files', '--stage', '-z', ...only])) === staged;
  if (isAsStaged) await runGit(root, ['reset', '--quiet', ...only]);
  return differing.split('\0').filter((path) => path !== '');
}

/** Moves the branch back from a commit to the one before, unless it or the working tree has moved on meanwhile. Neither index nor files change. */
export async function takeBack({ root, branch, head }: Repository, commit: string): Promise<boolean> {
  if ((await askGit(root, ['symbolic-ref', '--quiet', 'HEAD'])) !== `refs/heads/${branch}`) return false;
  const reason = 'broadsheet: take back what could not be published';
  return (await runGit(root, ['update-ref', '-m', reason, 'HEAD', head, commit])).code === 0;
}

function failed({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): Done<never> {
  return { kind: 'failed', said: `${stdout}\n${stderr}`.trim() };
}
