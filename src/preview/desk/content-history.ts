import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { findRemote, findRepository, pathInTree } from '../../build/editing/git/repository.ts';
import { type GitEnd, runGit } from '../../build/editing/git/run-git.ts';
import { committedBytes } from '../../build/editing/git/working-tree.ts';
import { judgeDate } from '../../build/editing/publish/story-date.ts';
import { isFinished, valuesOf } from '../../build/editing/publish/story-state.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { PreviewSite } from '../preview-site.ts';

/** A commit that changed a file. */
export interface FileCommit {
  /** In short. */
  readonly name: string;
  readonly author: string;
  /** In milliseconds since 1970. */
  readonly date: number;
  /** The first line of its message. */
  readonly subject: string;
}

/** What git knows of the files of a newsroom, by their paths: `content/articles/bridge.md`. */
export interface ContentChanges {
  /** Those that are others than in the last commit, new ones too. */
  readonly changed: ReadonlySet<string>;
  /** Those that a commit changed which is not pushed yet, as far as is known here; all where nothing is known of the branch there. */
  readonly unpushed: ReadonlySet<string> | 'all';
  /** Another one for other files. */
  readonly version: string;
}

/** Files of the newsroom's own repository decide about nothing that git would start; none of its locks is taken. */
const ALWAYS = [
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
];
/** Nobody waits longer for what is only shown; in milliseconds. */
const LIMIT = 20_000;
const MOST_COMMITS = 30;
/** For how long what git said holds while no file is saved: commits change it without that. In milliseconds. */
const FRESH = 3_000;

interface Kept {
  readonly revision: number;
  readonly asked: number;
  readonly changes: Promise<ContentChanges | undefined>;
  /** Once git has answered. */
  answer?: ContentChanges | undefined;
}

const kept = new WeakMap<PreviewSite, Kept>();

/**
 * What git knows of the files; `undefined` where there is no git, no repository, or no answer. Git is asked at most once at a time, in a
 * process of its own.
 *
 * @param content Absolute path of the content folder.
 */
export function changesOf(site: PreviewSite, content: string): Promise<ContentChanges | undefined> {
  const before = kept.get(site);
  if (before && before.revision === site.revision && performance.now() - before.asked < FRESH) return before.changes;
  const askNow = (): ReturnType<typeof askForChanges> => askForChanges(content);
  const changes = before ? before.changes.then(askNow, askNow) : askNow();
  const now: Kept = { revision: site.revision, asked: performance.now(), changes, answer: before?.answer };
  kept.set(site, now);
  changes.then(
    (answer) => {
      now.answer = answer;
    },
    // Whoever asked is told.
    () => {},
  );
  return changes;
}

/** What git said last, without waiting for it. */
export function lastKnownChanges(site: PreviewSite): ContentChanges | undefined {
  return kept.get(site)?.answer;
}

/** Says that git knows something else by now. */
export function forgetChanges(site: PreviewSite): void {
  const known = kept.get(site);
  if (known) kept.set(site, { ...known, asked: Number.NEGATIVE_INFINITY });
}

/** The last commits that changed a file, the newest first, under its former names too; or why git does not say. */
export type FileHistory = readonly FileCommit[] | 'no repository' | 'no answer';

/** The history that was asked for last: a panel asks for it again on each save. */
const histories = new WeakMap<
  PreviewSite,
  { readonly path: string; readonly head: string; readonly history: Promise<FileHistory> }
>();

/**
 * The history of a file.
 *
 * @param content Absolute path of the content folder.
 * @param path From the content folder, as the disk has it, with `/` between folders.
 */
export async function historyOf(site: PreviewSite, content: string, path: string): Promise<FileHistory> {
  const [folder, head] = await Promise.all([
    ask(content, ['rev-parse', '--show-prefix']),
    ask(content, ['rev-parse', '--quiet', '--verify', 'HEAD']),
  ]);
  if (folder.isLate || head.isLate) return 'no answer';
  if (folder.code !== 0) return 'no repository';
  if (head.code !== 0) return [];
  const known = histories.get(site);
  if (known?.path === path && known.head === head.stdout) return known.history;
  const history = askForHistory(content, path);
  histories.set(site, { path, head: head.stdout, history });
  if ((await history) === 'no answer') histories.delete(site);
  return history;
}

/**
 * Whether readers see a story, as far as the commits say that they are given: those of the branch that is pushed to, where that is known, or else those here.
 * `undefined` where git does not say.
 *
 * @param file Absolute path of its file.
 */
export async function isOut(file: string, timeZone: string): Promise<boolean | undefined> {
  const repository = await findRepository(dirname(file));
  if ('kind' in repository) return undefined;
  const path = pathInTree(repository, realpathSync(file));
  if (path === undefined) return undefined;
  const remote = await findRemote(repository);
  const isKnown = remote !== undefined && remote.ahead !== undefined;
  const commit = isKnown ? `refs/remotes/${remote.name}/${remote.branch}` : repository.head;
  const [bytes] = await committedBytes(repository, [{ commit, path }]);
  if (bytes === undefined || !isFinished(bytes)) return false;
  const date = valuesOf(bytes.toString('utf8'))?.['date'];
  return judgeDate(date, { isMeant: true, now: Date.now(), timeZone }).kind !== 'ahead';
}

async function askForHistory(content: string, path: string): Promise<FileHistory> {
  const form = '--format=%h%x00%an%x00%at%x00%s%x00';
  const asked = ['log', '--follow', `--max-count=${MOST_COMMITS}`, '-z', form, '--', path];
  const { code, stdout } = await ask(content, asked);
  if (code !== 0) return 'no answer';
  const fields = stdout.split('\0');
  const commits: FileCommit[] = [];
  // Behind the fields of each there is the end of the record.
  for (let at = 0; at + 4 < fields.length; at += 5) {
    const [name = '', author = '', date = '', subject = ''] = fields.slice(at, at + 4);
    commits.push({ name, author, date: Number(date) * 1000, subject });
  }
  return commits;
}

async function askForChanges(content: string): Promise<ContentChanges | undefined> {
  const [prefix, status] = await Promise.all([
    ask(content, ['rev-parse', '--show-prefix']),
    ask(content, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', '.']),
  ]);
  if (prefix.code !== 0 || status.code !== 0) return undefined;
  const folder = prefix.stdout.replace(/\n$/, '');
  const paths: string[] = [];
  const records = status.stdout.split('\0');
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at] ?? '';
    paths.push(record.slice('XY '.length));
    // The name before stands by itself.
    if (/^[RC]|^.[RC]/.test(record)) at += 1;
  }
  const changed = pathsBelow(folder, paths);
  const unpushed = await askForUnpushed(content, folder);
  const version = fingerprintOf(JSON.stringify([[...changed], unpushed === 'all' ? unpushed : [...unpushed]]));
  return { changed, unpushed, version };
}

/** Files of commits that are not pushed; none where there is nothing to push to. */
async function askForUnpushed(content: string, folder: string): Promise<ContentChanges['unpushed']> {
  const repository = await findRepository(content);
  const remote = 'kind' in repository ? undefined : await findRemote(repository);
  if (!remote || remote.ahead === 0) return new Set();
  if (remote.ahead === undefined) return 'all';
  const range = `refs/remotes/${remote.name}/${remote.branch}..HEAD`;
  const asked = ['log', '--no-ext-diff', '--no-renames', '--name-only', '--format=', '-z', range, '--', '.'];
  const { code, stdout } = await ask(content, asked);
  return code === 0 ? pathsBelow(folder, stdout.split('\0')) : 'all';
}

/** @param folder Path of the content folder in the repository, with `/` at its end; or nothing, where it is the repository. */
function pathsBelow(folder: string, paths: readonly string[]): ReadonlySet<string> {
  const below = paths.filter((path) => path !== '' && path.startsWith(folder));
  return new Set(below.map((path) => `content/${path.slice(folder.length)}`.normalize('NFC')).sort());
}

function ask(folder: string, args: readonly string[]): Promise<GitEnd> {
  return runGit(folder, [...ALWAYS, ...args], { limit: LIMIT });
}
