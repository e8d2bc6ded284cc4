import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { acquireLock } from '../../../disk/lock.ts';
import { commitOnly, keepIndex, type PushFault, pushBranch, restoreIndex, takeBack } from '../git/commit.ts';
import { askGit } from '../git/run-git.ts';
import type { Publication } from './plan-publication.ts';
import type { Refusal } from './refusal.ts';

/** A story that was published. */
export interface Published {
  readonly kind: 'published';
  /** The commit; `undefined` where there was nothing to commit. */
  readonly commit: string | undefined;
  readonly isPushed: boolean;
}

/**
 * Publishes a story as it was planned: changes its file, commits what belongs to it and nothing else that is staged, and pushes. If any of that
 * fails, file, index and branch are as they were before.
 */
export async function carryOut(publication: Publication, message = publication.message): Promise<Published | Refusal> {
  const { repository } = publication.story;
  const lock = await acquireLock(join(repository.gitFolder, 'broadsheet-publish'), () => {});
  try {
    if ((await askGit(repository.root, ['rev-parse', 'HEAD'])) !== repository.head) return busy();
    return publication.files.length === 0 ? await pushOnly(publication) : await commitAndPush(publication, message);
  } finally {
    lock.release();
  }
}

async function pushOnly({ story, remote }: Publication): Promise<Published | Refusal> {
  const pushed = remote && (await pushBranch(story.repository, remote));
  if (pushed?.kind === 'failed') return pushRefused(pushed, 'The commits are still there');
  return { kind: 'published', commit: undefined, isPushed: remote !== undefined };
}

async function commitAndPush(publication: Publication, message: string): Promise<Published | Refusal> {
  const { story, text, files } = publication;
  const { repository, file, bytes } = story;
  if (!readFileSync(file).equals(bytes)) return busy();
  const index = await keepIndex(repository);
  const written = Buffer.from(text, 'utf8');
  const putBack = (): string =>
    describeState({ isIndex: restoreIndex(index), isFile: restoreFile(file, { written, before: bytes }) });
  replaceFile(file, written);
  let isDone = false;
  try {
    const paths = files.map(({ treePath }) => treePath);
    const committed = await commitOnly(repository, paths, message);
    if (committed.kind === 'failed') {
      const end = refused('commit', 'Unexpected end of git commit, expected a commit', putBack());
      isDone = true;
      return { ...end, said: committed.said };
    }
    isDone = true;
    return await pushCommit(publication, committed.value, putBack);
  } finally {
    if (!isDone) putBack();
  }
}

async function pushCommit(
  { story: { repository }, remote }: Publication,
  commit: string,
  putBack: () => string,
): Promise<Published | Refusal> {
  if (!remote) return { kind: 'published', commit, isPushed: false };
  const pushed = await pushBranch(repository, remote);
  if (pushed.kind === 'done') return { kind: 'published', commit, isPushed: true };
  const isBack = await takeBack(repository, commit);
  return pushRefused(pushed, isBack ? putBack() : 'The commit is still there, for the branch has moved on');
}

function busy(): Refusal {
  return {
    kind: 'refused',
    reason: 'busy',
    message: 'Unexpected change while this was being prepared, expected the story and the branch as they were',
    hint: 'publish it again',
  };
}

function refused(reason: 'commit' | 'push', message: string, hint: string): Refusal {
  return { kind: 'refused', reason, message, hint };
}

const NEXT: Readonly<Record<PushFault, string>> = {
  behind: 'somebody has pushed something since: get it with git pull --rebase --autostash, and publish again',
  credentials: 'git cannot show there who you are: run git push once by hand, or set up a key or a credential helper',
  refused: 'the remote repository does not take it, and says why above',
  other: 'see what git says above',
};

function pushRefused({ fault, said }: { readonly fault: PushFault; readonly said: string }, state: string): Refusal {
  return {
    ...refused('push', 'Unexpected end of git push, expected it to be taken', `${NEXT[fault]}. ${state}`),
    said,
  };
}

function describeState({ isIndex, isFile }: { readonly isIndex: boolean; readonly isFile: boolean }): string {
  const left = [
    ...(isFile ? [] : ['the file, which somebody has changed meanwhile, is left as it is']),
    ...(isIndex ? [] : ['what is staged is left as it is, for another program works on it']),
  ];
  return left.length === 0 ? 'Everything is as it was before' : `Of what was done, ${left.join(', and ')}`;
}

/** Puts other bytes into a file in one step. Its permissions stay. */
function replaceFile(file: string, bytes: Buffer): void {
  const { mode } = statSync(file);
  const beside = join(dirname(file), `.broadsheet-${process.pid}-${Date.now()}`);
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
    chmodSync(beside, mode & 0o7777);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Takes back what was written into a file. Returns whether nobody else had written into it since. */
function restoreFile(
  file: string,
  { written, before }: { readonly written: Buffer; readonly before: Buffer },
): boolean {
  if (!readFileSync(file).equals(written)) return false;
  replaceFile(file, before);
  return true;
}
