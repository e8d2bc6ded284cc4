import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Remote, Repository } from './repository.ts';
import { askGit, literal, runGit, silentSsh } from './run-git.ts';

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
  return { path, bytes: readIfThere(path) };
}

/** Puts the index back as it was, in the way in which git writes it. Returns whether that could be done. */
export function restoreIndex({ path, bytes }: IndexKept): boolean {
  const now = readIfThere(path);
  if (bytes === undefined ? now === undefined : now?.equals(bytes)) return true;
  const lock = `${path}.lock`;
  try {
    const file = openSync(lock, 'wx');
    if (bytes !== undefined) writeSync(file, bytes);
    closeSync(file);
    if (bytes !== undefined) renameSync(lock, path);
    else {
      rmSync(path, { force: true });
      rmSync(lock);
    }
    return true;
  } catch (fault) {
    // Somebody else has it at this moment.
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

/** Commits some files as they are in the working tree, and nothing else that is staged. Returns the commit. */
export async function commitOnly(
  { root }: Repository,
  paths: readonly string[],
  message: string,
): Promise<Done<string>> {
  const added = await runGit(root, ['add', '--', ...paths.map(literal)]);
  if (added.code !== 0) return failed(added);
  const options = ['--quiet', '--only', '--cleanup=whitespace', '--file=-'];
  const committed = await runGit(root, ['commit', ...options, '--', ...paths.map(literal)], message);
  if (committed.code !== 0) return failed(committed);
  const commit = await askGit(root, ['rev-parse', '--verify', 'HEAD']);
  return commit === undefined ? { kind: 'failed', said: committed.stderr } : { kind: 'done', value: commit };
}

/** Moves the branch back from a commit to the one before, unless it has moved on meanwhile. Neither index nor files change. */
export async function takeBack({ root, head }: Repository, commit: string): Promise<boolean> {
  const reason = 'broadsheet: take back what could not be published';
  return (await runGit(root, ['update-ref', '-m', reason, 'HEAD', head, commit])).code === 0;
}

/** Why a push failed, as far as what was said shows. */
export type PushFault = 'behind' | 'credentials' | 'refused' | 'other';

/** Pushes the branch. */
export async function pushBranch(
  { root }: Repository,
  { name, branch, isUpstream }: Remote,
): Promise<{ readonly kind: 'done' } | { readonly kind: 'failed'; readonly fault: PushFault; readonly said: string }> {
  const upstream = isUpstream ? [] : ['--set-upstream'];
  const ssh = await silentSsh(root);
  const end = await runGit(root, [...ssh, 'push', '--porcelain', ...upstream, '--', name, `HEAD:refs/heads/${branch}`]);
  if (end.code === 0) return { kind: 'done' };
  const said = `${end.stdout}\n${end.stderr}`.trim();
  return { kind: 'failed', fault: faultIn(said), said };
}

function faultIn(said: string): PushFault {
  if (/\[rejected\]|non-fast-forward|fetch first/.test(said)) return 'behind';
  if (/\[remote rejected\]|pre-receive hook declined|protected branch/i.test(said)) return 'refused';
  const asksWho =
    /terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied|Host key verification failed|returned error: 40[13]/i;
  return asksWho.test(said) ? 'credentials' : 'other';
}

function failed({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): Done<never> {
  return { kind: 'failed', said: `${stdout}\n${stderr}`.trim() };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}
