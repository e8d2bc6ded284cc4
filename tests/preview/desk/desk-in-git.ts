import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, NOON } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

/** Runs git in the newsroom of a desk; what it says. */
export function git({ preview }: Desk, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', preview.newsroom.folder, ...args], { encoding: 'utf8' }).trim();
}

/** The desk of a newsroom in a repository, with a bare one inside its folder that it is pushed to. */
export async function aDeskWithRemote(files: Files, now: string = NOON): Promise<Desk> {
  const desk = await aDesk(files, now);
  const key = JSON.stringify(files);
  const { folder } = desk.preview.newsroom;
  const model = models.get(key) ?? mkdtempSync(join(tmpdir(), 'broadsheet-git-desk-'));
  if (!models.has(key)) {
    begin(desk);
    for (const name of REPOSITORIES) cpSync(join(folder, name), join(model, name), { recursive: true });
    models.set(key, model);
    return desk;
  }
  for (const name of REPOSITORIES) cpSync(join(model, name), join(folder, name), { recursive: true });
  const settings = join(folder, '.git/config');
  // The first of these was in another folder.
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^\turl = .*$/m, `\turl = ${remoteOf(folder)}`));
  return desk;
}

const REPOSITORIES = ['.git', 'remote.git'];

/** Folders of repositories that git has made of the same files: to copy them takes no process, to make them takes ten. */
const models = new Map<string, string>();
process.once('exit', () => {
  for (const model of models.values()) rmSync(model, { recursive: true, force: true });
});

function remoteOf(folder: string): string {
  return join(folder, 'remote.git');
}

function begin(desk: Desk): void {
  const { folder } = desk.preview.newsroom;
  execFileSync('git', ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', remoteOf(folder)]);
  git(desk, 'init', '--quiet', '--template=', '--initial-branch=main');
  mkdirSync(join(folder, '.git/hooks'));
  git(desk, 'config', 'user.name', 'Ana Ruiz');
  git(desk, 'config', 'user.email', 'ana@ledger.example');
  git(desk, 'config', 'commit.gpgsign', 'false');
  git(desk, 'add', 'content');
  git(desk, 'commit', '--quiet', '--message', 'Begin');
  git(desk, 'remote', 'add', 'origin', remoteOf(folder));
  git(desk, 'push', '--quiet', '--set-upstream', 'origin', 'main');
}
