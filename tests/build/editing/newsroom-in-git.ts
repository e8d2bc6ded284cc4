import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A newsroom in a repository of git, with a bare one that it is pushed to. */
export interface NewsroomInGit {
  readonly folder: string;
  /** Path of the bare repository. */
  readonly remote: string;
  git(...args: readonly string[]): string;
  write(path: string, text: string | Buffer): void;
  read(path: string): string;
  /** The state of index and working tree. */
  status(): string;
  /** What the remote repository has in a commit of its branch. */
  pushed(...args: readonly string[]): string;
}

const SITE = `title: The Harbour Ledger
url: https://ledger.example/
timeZone: Europe/London
sections:
  - id: news
    title: News
`;

const FIRST = { 'content/site.yaml': SITE, 'content/contributors/jane-doe.md': '---\nname: Jane Doe\n---\n' };

/** Runs git as somebody of whom nothing is set up on this machine. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', [...args], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Makes one whose files are committed and pushed; it is gone after the test. */
export function aNewsroomInGit(files: Readonly<Record<string, string>> = {}): NewsroomInGit {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-git-'));
  const remote = `${folder}-remote`;
  onTestFinished(() => {
    for (const path of [folder, remote]) rmSync(path, { recursive: true, force: true });
  });
  const model = modelOf(files);
  cpSync(model, folder, { recursive: true });
  cpSync(`${model}-remote`, remote, { recursive: true });
  const settings = join(folder, '.git/config');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(`${model}-remote`, remote));
  return newsroomIn(folder);
}

/** Folders of newsrooms that nothing is done to, by their files: to have git make one takes ten processes, to copy it none. */
const models = new Map<string, string>();
process.once('exit', () => {
  for (const model of models.values())
    for (const path of [model, `${model}-remote`]) rmSync(path, { recursive: true, force: true });
});

function modelOf(files: Readonly<Record<string, string>>): string {
  const key = JSON.stringify(files);
  const known = models.get(key);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-git-model-'));
  models.set(key, folder);
  const { git: run, remote, write } = newsroomIn(folder);
  git(tmpdir(), 'init', '--quiet', '--bare', '--template=', '--initial-branch=main', remote);
  run('init', '--quiet', '--template=', '--initial-branch=main');
  // Where those of a repository are written to.
  for (const path of [join(folder, '.git'), remote]) for (const name of ['hooks', 'info']) mkdirSync(join(path, name));
  run('config', 'user.name', 'Ed');
  run('config', 'user.email', 'ed@ledger.example');
  run('remote', 'add', 'origin', remote);
  for (const [path, text] of Object.entries({ ...FIRST, ...files })) write(path, text);
  run('add', '--all');
  run('commit', '--quiet', '--message=Begin');
  run('push', '--quiet', '--set-upstream', 'origin', 'main');
  return folder;
}

function newsroomIn(folder: string): NewsroomInGit {
  const remote = `${folder}-remote`;
  return {
    folder,
    remote,
    git: (...args) => git(folder, ...args),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    status: () => git(folder, 'status', '--porcelain', '--untracked-files=all'),
    pushed: (...args) => git(remote, ...args),
  };
}

export function writeHook(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
