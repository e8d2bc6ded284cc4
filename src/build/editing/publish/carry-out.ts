import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPlainFile } from '../../../disk/files.ts';
import { acquireLock } from '../../../disk/lock.ts';
import { commitOnly, keepIndex, restoreIndex, stagedIn, takeBack } from '../git/commit.ts';
import { type PushEnd, type PushFault, pushCommit } from '../git/push.ts';
import { findRepository, outerTree } from '../git/repository.ts';
import type { Publication } from './plan-publication.ts';
import { noRepository, type Refusal } from './refusal.ts';

/** A story that was published. */
export interface Published {
  readonly kind: 'published';
  /** The commit; `undefined` where there was nothing to commit. */
  readonly commit: string | undefined;
  readonly isPushed: boolean;
  /** Files of it, by their paths in the working tree, that hooks of git have changed: they were not checked as they are. */
  readonly changed: readonly string[];
  /** Where the repository is a submodule: the working tree that it is part of, which goes on having the commit before. */
  readonly outer: string | undefined;
}

/**
 * Publishes a story as it was planned: changes its file, commits what belongs to it and nothing else that is staged, and pushes. If any of that
 * fails, file, index and branch are as they were before; but where it cannot be known whether a push was taken, the commit stays.
 */
export async function carryOut(publication: Publication, message = publication.message): Promise<Published | Refusal> {
  const { repository, file } = publication.story;
  const lock = await acquireLock(join(repository.gitFolder, 'broadsheet-publish'), () => {});
  try {
    const now = await findRepository(dirname(file));
    if ('kind' in now) return noRepository(now);
    const isAsPlanned =
      now.root === repository.root && now.branch === repository.branch && now.head === repository.head;
    if (!isAsPlanned) return busy();
    return publication.files.length === 0 ? await pushOnly(publication) : await commitAndPush(publication, message);
  } finally {
    lock.release();
  }
}

async function pushOnly({ story: { repository }, remote }: Publication): Promise<Published | Refusal> {
  const pushed = remote && (await pushCommit(repository, remote, repository.head));
  if (pushed?.kind === 'failed') return pushRefused(pushed, 'The commits are still there');
  if (pushed?.kind === 'unknown') return pushUnknown(pushed, repository.head);
  const outer = await outerTree(repository);
  return { kind: 'published', commit: undefined, changed: [], outer, isPushed: remote !== undefined };
}

async function commitAndPush(publication: Publication, message: string): Promise<Published | Refusal> {
  const { story, text, files, remote } = publication;
  const { repository, file, bytes } = story;
  if (!readPlainFile(file)?.equals(bytes)) return busy();
  const index = await keepIndex(repository);
  const written = Buffer.from(text, 'utf8');
  let staged: string | undefined;
  const putBack = async (): Promise<string> =>
    describeState({
      isIndex: await restoreIndex(repository, index, staged),
      isFile: restoreFile(file, { written, before: bytes }),
    });
  replaceFile(file, written);
  let isDone = false;
  try {
    const paths = files.map(({ treePath }) => treePath);
    const committed = await commitOnly(repository, paths, message);
    staged = await stagedIn(repository);
    if (committed.kind === 'failed') {
      const state = await putBack();
      isDone = true;
      const hint = committed.said === '' ? state : `${NEXT.other}. ${state}`;
      return { ...refused('commit', 'Unexpected end of git commit, expected a commit', hint), said: committed.said };
    }
    isDone = true;
    const { commit, changed } = committed.value;
    const outer = await outerTree(repository);
    const made = { kind: 'published', commit, changed, outer } as const;
    if (!remote) return { ...made, isPushed: false };
    const pushed = await pushCommit(repository, remote, commit);
    if (pushed.kind === 'done') return { ...made, isPushed: true };
    if (pushed.kind === 'unknown') return pushUnknown(pushed, commit);
    const isBack = await takeBack(repository, commit);
    return pushRefused(pushed, isBack ? await putBack() : 'The commit is still there, for the branch has moved on');
  } finally {
    if (!isDone) await putBack();
  }
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
  unreachable:
    'the remote repository cannot be reached: look at the network, and at its address (git remote --verbose)',
  refused: 'the remote repository does not take it, and says why above',
  other: 'see what git says above',
};

function pushRefused({ fault, said }: Extract<PushEnd, { readonly kind: 'failed' }>, state: string): Refusal {
  return {
    ...refused('push', 'Unexpected end of git push, expected it to be taken', `${NEXT[fault]}. ${state}`),
    said,
  };
}

function pushUnknown({ said }: Extract<PushEnd, { readonly kind: 'unknown' }>, commit: string): Refusal {
  const hint = `the commit ${commit.slice(0, 10)} stays, and may have arrived: publish it again when the remote repository answers, which pushes what is not there yet`;
  return { ...refused('push', 'Unexpected end of git push, expected to hear whether it was taken', hint), said };
}

function describeState({ isIndex, isFile }: { readonly isIndex: boolean; readonly isFile: boolean }): string {
  const left = [
    ...(isFile ? [] : ['the file, which somebody has changed meanwhile, is left as it is']),
    ...(isIndex ? [] : ['what is staged is left as it is, for somebody has staged something meanwhile']),
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
  if (!readPlainFile(file)?.equals(written)) return false;
  replaceFile(file, before);
  return true;
}
