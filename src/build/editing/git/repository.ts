import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { askGit, runGit } from './run-git.ts';

/** A repository in which something can be committed. */
export interface Repository {
  /** Absolute path of the working tree, without links. */
  readonly root: string;
  /** Absolute path of the folder that git keeps its own files of this working tree in. */
  readonly gitFolder: string;
  readonly branch: string;
  /** The commit that the branch is at. */
  readonly head: string;
}

/** Where a branch is pushed to. */
export interface Remote {
  readonly name: string;
  /** The name of the branch there. */
  readonly branch: string;
  /** Whether the branch here has no upstream yet, which this then is. */
  readonly isFirst: boolean;
  /** How many commits of this branch are not there yet, as far as is known here; `undefined` where nothing is. */
  readonly ahead: number | undefined;
}

/** Why nothing can be committed in a folder. */
export type NoRepository =
  | { readonly kind: 'no-git' }
  | { readonly kind: 'none'; readonly said: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'detached' }
  /** `doing` is what has been begun and not ended: “a merge”. */
  | { readonly kind: 'unfinished'; readonly doing: string };

/** What git leaves in its folder while something goes on. */
const UNFINISHED: readonly (readonly [file: string, doing: string])[] = [
  ['MERGE_HEAD', 'a merge'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  ['BISECT_LOG', 'a bisection'],
];

/** The repository that a folder is in, or why nothing can be committed there. */
export async function findRepository(folder: string): Promise<Repository | NoRepository> {
  const { code, stdout, stderr } = await runGit(folder, ['rev-parse', '--show-toplevel']);
  if (code === undefined) return { kind: 'no-git' };
  if (code !== 0) return { kind: 'none', said: stderr.trim() };
  const root = realPathOf(stdout.replace(/\r?\n$/, ''));
  if (root === undefined) return { kind: 'none', said: 'the folder is gone' };
  const gitFolder = resolve(folder, (await askGit(folder, ['rev-parse', '--absolute-git-dir'])) ?? '.git');
  const doing = UNFINISHED.find(([file]) => existsSync(join(gitFolder, file)))?.[1];
  if (doing !== undefined) return { kind: 'unfinished', doing };
  const head = await askGit(root, ['rev-parse', '--quiet', '--verify', 'HEAD']);
  // In short, the name of a branch would have `heads/` before it where a tag has the same.
  const branch = (await askGit(root, ['symbolic-ref', '--quiet', 'HEAD']))?.replace(/^refs\/heads\//, '');
  if (head === undefined) return { kind: 'empty' };
  if (branch === undefined) return { kind: 'detached' };
  return { root, gitFolder, branch, head };
}

/** A path without links; `undefined` where there is nothing any more. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The working tree that a repository is a submodule of, if it is one. */
export async function outerTree({ root }: Repository): Promise<string | undefined> {
  const outer = await askGit(root, ['rev-parse', '--show-superproject-working-tree']);
  return outer === '' ? undefined : outer;
}

/** Where a branch is pushed to; `undefined` where there is no remote, or none of several is the one. */
export async function findRemote({ root, branch }: Repository): Promise<Remote | undefined> {
  const settings = await settingsOf(root);
  const remotes = ((await askGit(root, ['remote'])) ?? '').split('\n').filter((name) => name !== '');
  const upstream = settings.get(`branch.${branch}.remote`);
  const wanted = settings.get(`branch.${branch}.pushremote`) ?? settings.get('remote.pushdefault') ?? upstream;
  const usual = remotes.includes('origin') ? 'origin' : remotes.length === 1 ? remotes[0] : undefined;
  const name = wanted !== undefined && remotes.includes(wanted) ? wanted : usual;
  if (name === undefined) return undefined;
  const merged = settings.get(`branch.${branch}.merge`)?.replace(/^refs\/heads\//, '');
  const isUpstream = upstream === name && merged !== undefined;
  const there = isUpstream ? merged : branch;
  const isFirst = upstream === undefined || merged === undefined;
  const ahead = await askGit(root, ['rev-list', '--count', `refs/remotes/${name}/${there}..HEAD`, '--']);
  return { name, branch: there, isFirst, ahead: ahead === undefined ? undefined : Number(ahead) };
}

/** What is set in a repository and for all, by keys whose section and name are in small letters. What is said last holds, as for git. */
async function settingsOf(root: string): Promise<ReadonlyMap<string, string>> {
  const lines = ((await askGit(root, ['config', '--list', '-z'])) ?? '').split('\0').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      // A key without a value has no end of a line.
      const [key = '', ...value] = line.split('\n');
      return [key, value.join('\n')];
    }),
  );
}

/** The path of a file in a working tree, with `/`; `undefined` outside of it. The path that is given is absolute and without links. */
export function pathInTree({ root }: Pick<Repository, 'root'>, file: string): string | undefined {
  const path = relative(root, file);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
  return path.split(sep).join('/');
}
