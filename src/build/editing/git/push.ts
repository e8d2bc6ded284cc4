import type { Remote, Repository } from './repository.ts';
import { askGit, runGit, silentSsh } from './run-git.ts';

/** Why a push failed, as far as what was said shows. */
export type PushFault = 'behind' | 'credentials' | 'unreachable' | 'refused' | 'other';

/** How a push ended. `said` is what git, hooks and the remote said of it. */
export type PushEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly fault: PushFault; readonly said: string }
  /** It may have been taken before the connection broke, and the remote does not say. */
  | { readonly kind: 'unknown'; readonly said: string };

/** Pushes a commit to the branch of a remote repository; a branch here that has no upstream has that from then on. */
export async function pushCommit(repository: Repository, remote: Remote, commit: string): Promise<PushEnd> {
  const { root, branch: here } = repository;
  const { name, branch, isFirst } = remote;
  const ssh = await silentSsh(root);
  const end = await runGit(root, [...ssh, 'push', '--porcelain', '--', name, `${commit}:refs/heads/${branch}`]);
  if (end.code !== 0) {
    const said = `${end.stdout}\n${end.stderr}`.trim();
    const fault = faultIn(said);
    const isThere = ENDS_BEFORE.includes(fault) ? false : await hasArrived(repository, remote, commit);
    if (isThere === undefined && fault === 'other') return { kind: 'unknown', said };
    if (isThere !== true) return { kind: 'failed', fault, said };
  }
  if (isFirst) {
    await runGit(root, ['config', `branch.${here}.remote`, name]);
    await runGit(root, ['config', `branch.${here}.merge`, `refs/heads/${branch}`]);
  }
  return { kind: 'done' };
}

/** Faults with which nothing can have been sent. */
const ENDS_BEFORE: readonly PushFault[] = ['credentials', 'unreachable'];

function faultIn(said: string): PushFault {
  if (/\[rejected\]|non-fast-forward|fetch first/.test(said)) return 'behind';
  if (/\[remote rejected\]|pre-receive hook declined|protected branch/i.test(said)) return 'refused';
  if (/RPC failed|hung up unexpectedly|unexpected disconnect|early EOF/i.test(said)) return 'other';
  const asksWho =
    /terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied|Host key verification failed|returned error: 40[13]/i;
  if (asksWho.test(said)) return 'credentials';
  const isNotThere =
    /does not appear to be a git repository|repository .{0,200}not found|could not resolve host|ssh: connect to host|unable to access '|unable to connect to/i;
  return isNotThere.test(said) ? 'unreachable' : 'other';
}

/** Whether the branch of a remote repository has a commit; `undefined` where that cannot be found out. */
async function hasArrived(
  { root }: Repository,
  { name, branch }: Remote,
  commit: string,
): Promise<boolean | undefined> {
  const ssh = await silentSsh(root);
  const ref = `refs/heads/${branch}`;
  const [pushed, fetched] = [
    await askGit(root, ['remote', 'get-url', '--push', name]),
    await askGit(root, ['remote', 'get-url', name]),
  ];
  const address = pushed === undefined || pushed === fetched ? name : pushed;
  const told = await askGit(root, [...ssh, 'ls-remote', '--', address, ref]);
  if (told === undefined) return undefined;
  const there = /^[0-9a-f]+/.exec(told)?.[0];
  if (there === undefined || there === commit) return there === commit;
  // Somebody may have pushed something since; its commits are looked at, and no branch of this repository moves by it.
  const isKnown = (await runGit(root, ['cat-file', '-e', `${there}^{commit}`])).code === 0;
  const quietly = ['--quiet', '--no-tags', '--no-write-fetch-head', '--refmap='];
  if (!isKnown) await runGit(root, [...ssh, 'fetch', ...quietly, '--', address, ref]);
  const { code } = await runGit(root, ['merge-base', '--is-ancestor', commit, there]);
  return code === 0 ? true : code === 1 ? false : undefined;
}
