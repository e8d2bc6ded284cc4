import type { Repository } from './repository.ts';
import { literal, runGit } from './run-git.ts';

/** What is other in the working tree or the index than in the last commit. */
export type FileChange = 'new' | 'changed' | 'removed' | 'unmerged';

const UNMERGED = /^(?:DD|AU|UD|UA|DU|AA|UU)$/;

/** The files below a path that are not as they are in the last commit, by their paths in the working tree. Ignored files are left out. */
export async function changedFiles({ root }: Repository, below: string): Promise<ReadonlyMap<string, FileChange>> {
  const args = ['--no-optional-locks', 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--'];
  const { code, stdout, stderr } = await runGit(root, [...args, literal(below)]);
  if (code !== 0) throw new Error(`git status failed: ${stderr}`);
  const changes = new Map<string, FileChange>();
  for (const entry of stdout.split('\0')) {
    const state = entry.slice(0, 2);
    if (entry !== '') changes.set(entry.slice('XY '.length), changeOf(state));
  }
  return changes;
}

function changeOf(state: string): FileChange {
  if (UNMERGED.test(state)) return 'unmerged';
  if (state.endsWith('D') || state === 'D ') return 'removed';
  return /^(?:\?\?|A.)$/.test(state) ? 'new' : 'changed';
}

/** Which of some files git is told to leave out, of those that it does not know yet. */
export async function ignoredAmong({ root }: Repository, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const { stdout } = await runGit(root, ['check-ignore', '-z', '--stdin'], { input: paths.join('\0') });
  return stdout.split('\0').filter((path) => path !== '');
}

/** A file in a commit. */
export interface Committed {
  readonly commit: string;
  readonly path: string;
}

/** The bytes of files in commits, in the order of what was asked for; `undefined` of what is not there, or has an end of a line in its name. */
export async function committedBytes(
  { root }: Repository,
  wanted: readonly Committed[],
): Promise<readonly (Buffer | undefined)[]> {
  const asked = wanted.filter(({ path }) => !path.includes('\n'));
  if (asked.length === 0) return wanted.map(() => undefined);
  const lines = asked.map(({ commit, path }) => `${commit}:${path}\n`).join('');
  const { bytes } = await runGit(root, ['cat-file', '--batch'], { input: lines });
  const found = new Map<Committed, Buffer>();
  let at = 0;
  for (const one of asked) {
    const end = bytes.indexOf('\n', at);
    const [, , size] = /^([0-9a-f]+) blob (\d+)$/.exec(bytes.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    found.set(one, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return wanted.map((one) => found.get(one));
}

/** The commits in which a file was changed, the newest first. */
export async function commitsOf({ root }: Repository, path: string): Promise<readonly string[]> {
  const { stdout } = await runGit(root, ['log', '--format=%H', `--max-count=${MOST_COMMITS}`, '--', literal(path)]);
  return stdout.split('\n').filter((line) => line !== '');
}

/** More states than any story has before it is published. */
const MOST_COMMITS = 200;
