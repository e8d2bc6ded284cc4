import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

const run = promisify(execFile);

/** Files of the newsroom's own repository decide about nothing that git would start; none of its locks is taken. */
const ALWAYS = [
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
];
const LIMITS = { timeout: 20_000, maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
const MOST_COMMITS = 30;
/** For how long what git said holds while no file is saved: commits change it without that. In milliseconds. */
const FRESH = 3_000;

interface Kept {
  readonly revision: number;
  readonly asked: number;
  readonly changed: Promise<ReadonlySet<string> | undefined>;
  /** Once git has answered. */
  answer?: ReadonlySet<string> | undefined;
}

const kept = new WeakMap<PreviewSite, Kept>();

/**
 * Paths of the files that are others than in the last commit, new ones too; `undefined` where there is no git, or no repository. Git
 * is asked at most once at a time, in a process of its own.
 *
 * @param content Absolute path of the content folder.
 */
export function changedFiles(site: PreviewSite, content: string): Promise<ReadonlySet<string> | undefined> {
  const before = kept.get(site);
  if (before && before.revision === site.revision && performance.now() - before.asked < FRESH) return before.changed;
  const changed = (before?.changed ?? Promise.resolve()).then(() => askForChanges(content));
  const now: Kept = { revision: site.revision, asked: performance.now(), changed, answer: before?.answer };
  kept.set(site, now);
  void changed.then((answer) => {
    now.answer = answer;
  });
  return changed;
}

/** What git said last, without waiting for it. */
export function lastKnownChanges(site: PreviewSite): ReadonlySet<string> | undefined {
  return kept.get(site)?.answer;
}

/**
 * The last commits that changed a file, the newest first, under its former names too; `undefined` where git knows of none.
 *
 * @param content Absolute path of the content folder.
 * @param path From the content folder, with `/` between folders.
 */
export async function commitsOf(content: string, path: string): Promise<readonly FileCommit[] | undefined> {
  const form = '--format=%h%x00%an%x00%at%x00%s%x00';
  const said = await ask(content, ['log', '--follow', `--max-count=${MOST_COMMITS}`, '-z', form, '--', path]);
  if (said === undefined) return undefined;
  const fields = said.split('\0');
  const commits: FileCommit[] = [];
  // Behind the fields of each there is the end of the record.
  for (let at = 0; at + 4 < fields.length; at += 5) {
    const [name = '', author = '', date = '', subject = ''] = fields.slice(at, at + 4);
    commits.push({ name, author, date: Number(date) * 1000, subject });
  }
  return commits;
}

async function askForChanges(content: string): Promise<ReadonlySet<string> | undefined> {
  const [prefix, status] = await Promise.all([
    ask(content, ['rev-parse', '--show-prefix']),
    ask(content, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', '.']),
  ]);
  if (prefix === undefined || status === undefined) return undefined;
  const folder = prefix.replace(/\n$/, '');
  const paths = new Set<string>();
  const records = status.split('\0');
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at] ?? '';
    const path = record.slice('XY '.length);
    if (path.startsWith(folder)) paths.add(`content/${path.slice(folder.length)}`.normalize('NFC'));
    // The name before stands by itself.
    if (/^[RC]|^.[RC]/.test(record)) at += 1;
  }
  return paths;
}

async function ask(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...ALWAYS, ...args], LIMITS);
    return stdout;
  } catch {
    return undefined;
  }
}
