import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    rmSync(folder, { recursive: true, force: true });
    rmSync(remote, { recursive: true, force: true });
  });
  const newsroom: NewsroomInGit = {
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
  git(dirname(folder), 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  newsroom.git('init', '--quiet', '--initial-branch=main');
  newsroom.git('config', 'user.name', 'Ed');
  newsroom.git('config', 'user.email', 'ed@ledger.example');
  newsroom.git('remote', 'add', 'origin', remote);
  for (const [path, text] of Object.entries({ ...FIRST, ...files })) newsroom.write(path, text);
  newsroom.git('add', '--all');
  newsroom.git('commit', '--quiet', '--message=Begin');
  newsroom.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  return newsroom;
}

export function writeHook(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
