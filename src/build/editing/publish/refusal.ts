import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { documentAt, quote } from '../../../diagnostics/wording.ts';
import type { NoRepository } from '../git/repository.ts';

/** Why a story is not published, or not withdrawn. Nothing was changed, or all of it was put back. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** What is unexpected, and what was expected: one sentence. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
  /** What git, a hook or the remote said. */
  readonly said?: string;
  /** The errors that stop it, and the warnings about the story. */
  readonly diagnostics?: readonly Diagnostic[];
}

export type RefusalReason =
  /** The file is not a story of the newsroom, or cannot be read. */
  | 'no-story'
  /** The front matter cannot be changed without a doubt. */
  | 'front-matter'
  | 'published'
  /** It was never published, or is withdrawn already. */
  | 'withdrawn'
  /** What readers are to be told in its place cannot be written so. */
  | 'target'
  | 'date'
  /** The content has errors. */
  | 'errors'
  | 'repository'
  /** A file of the story cannot be committed: it is ignored, or lies elsewhere. */
  | 'file'
  | 'remote'
  | 'busy'
  | 'commit'
  | 'push';

/** What is said where nothing can be committed. */
export function noRepository(why: NoRepository): Refusal {
  const refused = (message: string, hint: string, said?: string): Refusal => ({
    kind: 'refused',
    reason: 'repository',
    message,
    hint,
    ...(said === undefined ? {} : { said }),
  });
  switch (why.kind) {
    case 'no-git':
      return refused(
        'Unexpected system without git, expected the command `git`',
        'install it from https://git-scm.com/',
      );
    case 'none': {
      const isMissing = /not a git repository/.test(why.said);
      const hint = isMissing
        ? `put the newsroom under version control first: ${documentAt('publishing.md')} says how`
        : 'do what git says';
      return refused(
        'Unexpected folder without version control, expected a git repository',
        hint,
        isMissing ? undefined : why.said,
      );
    }
    case 'empty':
      return refused(
        'Unexpected repository without a commit, expected one with the newsroom in it',
        'commit it first: git add --all, then git commit --message "Begin"',
      );
    case 'detached':
      return refused(
        'Unexpected commit without a branch, expected a branch to publish on',
        'go to one first: git switch main',
      );
    case 'unfinished':
      return refused(
        `Unexpected repository in the middle of ${why.doing}, expected one where nothing is going on`,
        `end it, or take it back, first: git status says how`,
      );
  }
}

/** What is said where something is to be pushed, and nobody has said where to. */
export function noRemote(branch: string): Refusal {
  const message = `Unexpected branch ${quote(branch)} without a remote repository, expected one to push to`;
  const hint = 'name it once: git remote add origin ADDRESS; or commit only, with --no-push';
  return { kind: 'refused', reason: 'remote', message, hint };
}
