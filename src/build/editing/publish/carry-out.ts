import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPlainFile } from '../../../disk/files.ts';
import { acquireLock } from '../../../disk/lock.ts';
import { commitOnly, keepIndex, restoreIndex, stagedIn, takeBack } from '../git/commit.ts';
import { type PushEnd, type PushFault, pushCommit } from '../git/push.ts';
import { findRepository, outerTree, type Remote } from '../git/repository.ts';
import type { OpenStory } from './open-story.ts';
import { noRepository, type Refusal } from './refusal.ts';
import type { StoryFile } from './story-files.ts';

/** What is to be done to files, and then to the repository, as it was planned. */
export interface PlannedChange {
  /** What an editor calls it. */
  readonly verb: 'publish' | 'withdraw';
  readonly story: Pick<OpenStory, 'file' | 'repository'>;
  readonly writes: readonly FileWrite[];
  /** What is committed: nothing, where all of it is, and only the push is missing. */
  readonly files: readonly StoryFile[];
  /** Where it is pushed to; `undefined` where it is not to be. */
  readonly remote: Remote | undefined;
  readonly message: string;
}

/** A file that gets other bytes; `undefined` is a file that is not there. */
export interface FileWrite {
  /** Absolute path without links. */
  readonly file: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** What was planned, done. */
export interface CarriedOut {
  readonly kind: 'carried-out';
  /** The commit; `undefined` where there was nothing to commit. */
  readonly commit: string | undefined;
  readonly isPushed: boolean;
  /** Files of it, by their paths in the working tree, that hooks of git have changed: they were not checked as they are. */
  readonly changed: readonly string[];
  /** Where the repository is a submodule: the working tree that it is part of, which goes on having the commit before. */
  readonly outer: string | undefined;
}

/**
 * Does what was planned: changes files, commits what belongs to the story and nothing else that is staged, and pushes. If any of that
 * fails, files, index and branch are as they were before; but where it cannot be known whether a push was taken, the commit stays.
 */
export async function carryOut(planned: PlannedChange, message = planned.message): Promise<CarriedOut | Refusal> {
  const { repository, file } = planned.story;
  const lock = await acquireLock(join(repository.gitFolder, 'broadsheet-publish'), () => {});
  try {
    const now = await findRepository(dirname(file));
    if ('kind' in now) return noRepository(now);
    const isAsPlanned =
      now.root === repository.root && now.branch === repository.branch && now.head === repository.head;
    if (!isAsPlanned) return busy(planned);
    return planned.files.length === 0 ? await pushOnly(planned) : await commitAndPush(planned, message);
  } finally {
    lock.release();
  }
}

async function pushOnly(planned: PlannedChange): Promise<CarriedOut | Refusal> {
  const { remote, verb } = planned;
  const { repository } = planned.story;
  const pushed = remote && (await pushCommit(repository, remote, repository.head));
  if (pushed?.kind === 'failed') return pushRefused(pushed, verb, 'The commits are still there');
  if (pushed?.kind === 'unknown') return pushUnknown(pushed, verb, repository.head);
  const outer = await outerTree(repository);
  return { kind: 'carried-out', commit: undefined, changed: [], outer, isPushed: remote !== undefined };
}

async function commitAndPush(planned: PlannedChange, message: string): Promise<CarriedOut | Refusal> {
  const { story, writes, files, remote, verb } = planned;
  const { repository } = story;
  if (!writes.every(({ file, before }) => isSame(readPlainFile(file), before))) return busy(planned);
  const index = await keepIndex(repository);
  let staged: string | undefined;
  const putBack = async (): Promise<string> => {
    const isIndex = await restoreIndex(repository, index, staged);
    // Each is tried, whatever becomes of the others.
    const areFiles = writes.map(restoreFile).every((isBack) => isBack);
    return describeState({ isIndex, areFiles });
  };
  let isDone = false;
  try {
    for (const { file, after } of writes) putFile(file, after);
    const paths = files.map(({ treePath }) => treePath);
    const committed = await commitOnly(repository, paths, message);
    staged = await stagedIn(repository);
    if (committed.kind === 'failed') {
      const state = await putBack();
      isDone = true;
      const hint = committed.said === '' ? state : `${SEE_GIT}. ${state}`;
      return { ...refused('commit', 'Unexpected end of git commit, expected a commit', hint), said: committed.said };
    }
    isDone = true;
    const { commit, changed } = committed.value;
    const outer = await outerTree(repository);
    const made = { kind: 'carried-out', commit, changed, outer } as const;
    if (!remote) return { ...made, isPushed: false };
    const pushed = await pushCommit(repository, remote, commit);
    if (pushed.kind === 'done') return { ...made, isPushed: true };
    if (pushed.kind === 'unknown') return pushUnknown(pushed, verb, commit);
    const isBack = await takeBack(repository, commit);
    const state = isBack ? await putBack() : 'The commit is still there, for the branch has moved on';
    return pushRefused(pushed, verb, state);
  } finally {
    if (!isDone) await putBack();
  }
}

function busy({ verb }: PlannedChange): Refusal {
  return {
    kind: 'refused',
    reason: 'busy',
    message: 'Unexpected change while this was being prepared, expected the story and the branch as they were',
    hint: `${verb} it again`,
  };
}

function refused(reason: 'commit' | 'push', message: string, hint: string): Refusal {
  return { kind: 'refused', reason, message, hint };
}

function nextStep(fault: PushFault, verb: PlannedChange['verb']): string {
  switch (fault) {
    case 'behind':
      return `somebody has pushed something since: get it with git pull --rebase --autostash, and ${verb} again`;
    case 'credentials':
      return 'git cannot show there who you are: run git push once by hand, or set up a key or a credential helper';
    case 'unreachable':
      return 'the remote repository cannot be reached: look at the network, and at its address (git remote --verbose)';
    case 'refused':
      return 'the remote repository does not take it, and says why above';
    case 'other':
      return SEE_GIT;
  }
}

const SEE_GIT = 'see what git says above';

function pushRefused(
  { fault, said }: Extract<PushEnd, { readonly kind: 'failed' }>,
  verb: PlannedChange['verb'],
  state: string,
): Refusal {
  const hint = `${nextStep(fault, verb)}. ${state}`;
  return { ...refused('push', 'Unexpected end of git push, expected it to be taken', hint), said };
}

function pushUnknown(
  { said }: Extract<PushEnd, { readonly kind: 'unknown' }>,
  verb: PlannedChange['verb'],
  commit: string,
): Refusal {
  const hint = `the commit ${commit.slice(0, 10)} stays, and may have arrived: ${verb} it again when the remote repository answers, which pushes what is not there yet`;
  return { ...refused('push', 'Unexpected end of git push, expected to hear whether it was taken', hint), said };
}

function describeState({ isIndex, areFiles }: { readonly isIndex: boolean; readonly areFiles: boolean }): string {
  const left = [
    ...(areFiles ? [] : ['the file, which somebody has changed meanwhile, is left as it is']),
    ...(isIndex ? [] : ['what is staged is left as it is, for somebody has staged something meanwhile']),
  ];
  return left.length === 0 ? 'Everything is as it was before' : `Of what was done, ${left.join(', and ')}`;
}

function isSame(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

/** Puts other bytes into a file in one step, or takes it away. Its permissions stay. */
function putFile(file: string, bytes: Buffer | undefined): void {
  if (bytes === undefined) {
    rmSync(file, { force: true });
    return;
  }
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  const beside = join(dirname(file), `.broadsheet-${process.pid}-${Date.now()}`);
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Takes back what was written into a file. Returns whether nobody else had written into it since. */
function restoreFile({ file, before, after }: FileWrite): boolean {
  const now = readPlainFile(file);
  // Where the writing itself failed, it is as it was.
  if (isSame(now, before)) return true;
  if (!isSame(now, after)) return false;
  putFile(file, before);
  return true;
}
