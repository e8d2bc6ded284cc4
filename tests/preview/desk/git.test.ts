import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findRepository } from '../../../src/build/editing/git/repository.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

function git({ preview }: Desk, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Ana Ruiz', '-c', 'user.email=ana@ledger.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', preview.newsroom.folder, ...who, ...args], { encoding: 'utf8' });
}

/** Each look starts git. */
const PATIENT = { timeout: 60_000, interval: 250 };

async function aDeskWithGit(): Promise<Desk> {
  const desk = await aDesk({ 'articles/bridge.md': aStory(), 'articles/ä (1):[x]*.md': aStory({ headline: 'Odd' }) });
  git(desk, 'init', '--quiet', '--initial-branch=main');
  git(desk, 'add', 'content');
  git(desk, 'commit', '--quiet', '--message', 'Begin “it”\n\nwith more');
  return desk;
}

interface Found {
  readonly counts: { readonly changed?: number };
  readonly stories: readonly { readonly path: string }[];
}

interface History {
  readonly commits: readonly { readonly author: string; readonly subject: string; readonly name: string }[] | null;
}

describe('what git knows', () => {
  it('is nothing where there is no repository', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });

    expect(await desk.get('changes')).toEqual({ files: null, version: null });
    expect(await desk.get('history?path=content/articles/bridge.md')).toEqual({
      commits: null,
      isLate: false,
      isStillOut: false,
    });
    expect((await desk.get<Found>('stories')).counts.changed).toBeUndefined();
  });

  it('is which stories are others than in the last commit', async () => {
    const desk = await aDeskWithGit();
    expect(await desk.get('changes')).toEqual({ files: 0, version: expect.any(String) });
    const { content } = desk.preview.newsroom;
    desk.preview.newsroom.write({ 'articles/new.md': aStory({ headline: 'New' }) });
    renameSync(join(content, 'articles/bridge.md'), join(content, 'articles/span.md'));
    git(desk, 'add', '--all');

    const changed = async (): Promise<readonly string[]> => {
      await desk.get('changes');
      return (await desk.get<Found>('stories?state=changed')).stories.map(({ path }) => path).sort();
    };

    await expect.poll(changed, PATIENT).toEqual(['content/articles/new.md', 'content/articles/span.md']);
  });

  it('is the history of a story, under its former names too', async () => {
    const desk = await aDeskWithGit();
    git(desk, 'mv', 'content/articles/bridge.md', 'content/articles/span.md');
    git(desk, 'commit', '--quiet', '--message', 'Rename it');
    const of = (name: string): Promise<History> =>
      desk.get<History>(`history?path=${encodeURIComponent(`content/articles/${name}`)}`);

    await expect.poll(async () => (await of('span.md').catch(() => null))?.commits?.length, PATIENT).toBe(2);

    expect((await of('span.md')).commits?.map(({ subject }) => subject)).toEqual(['Rename it', 'Begin “it”']);
    expect((await of('ä (1):[x]*.md')).commits).toMatchObject([{ author: 'Ana Ruiz', subject: 'Begin “it”' }]);
  });

  it('is that readers still see a story which was made a draft or put under embargo here, until that is pushed', async () => {
    const desk = await aDeskWithGit();
    const isStillOut = async (): Promise<boolean> => {
      const history = await desk.get<{ readonly isStillOut: boolean }>('history?path=content/articles/bridge.md');
      return history.isStillOut;
    };
    const becomes = async (story: string, state: string): Promise<void> => {
      desk.preview.newsroom.write({ 'articles/bridge.md': story });
      const shown = async (): Promise<string> =>
        (await desk.get<{ readonly state: string }>('story?path=content/articles/bridge.md')).state;
      await expect.poll(shown, { timeout: 60_000 }).toBe(state);
    };
    expect(await isStillOut()).toBe(false);

    await becomes(aStory({ date: '2026-11-23 13:00' }), 'embargoed');
    expect(await isStillOut()).toBe(true);
    await becomes(aStory({ draft: true }), 'draft');
    expect(await isStillOut()).toBe(true);

    git(desk, 'init', '--quiet', '--bare', join(desk.preview.newsroom.folder, 'remote.git'));
    git(desk, 'remote', 'add', 'origin', join(desk.preview.newsroom.folder, 'remote.git'));
    git(desk, 'push', '--quiet', '--set-upstream', 'origin', 'main');
    git(desk, 'commit', '--quiet', '--all', '--message', 'Take it back');
    expect(await isStillOut()).toBe(true);
    git(desk, 'push', '--quiet');
    expect(await isStillOut()).toBe(false);
  });

  it('is nothing of a repository whose folder is gone', async () => {
    const desk = await aDeskWithGit();
    git(desk, 'config', 'core.worktree', join(desk.preview.newsroom.folder, 'gone'));

    expect(await findRepository(desk.preview.newsroom.content)).toMatchObject({ kind: 'none' });
    expect(await desk.get('changes')).toEqual({ files: null, version: null });
  });

  it('is nothing yet of a story of a repository without a commit', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    git(desk, 'init', '--quiet', '--initial-branch=main');

    expect(await desk.get('history?path=content/articles/bridge.md')).toEqual({
      commits: [],
      isLate: false,
      isStillOut: false,
    });
  });

  it('is the history of a file whose name is stored with its accents apart', async () => {
    const desk = await aDesk({ 'articles/bru\u0308cke.md': aStory() });
    git(desk, 'init', '--quiet', '--initial-branch=main');
    git(desk, 'add', 'content');
    git(desk, 'commit', '--quiet', '--message', 'Begin');

    const path = encodeURIComponent('content/articles/br\u00fccke.md');
    expect((await desk.get<History>(`history?path=${path}`)).commits).toMatchObject([{ subject: 'Begin' }]);
  });

  it('is of the repository of the content, whatever the surroundings name', async () => {
    const desk = await aDeskWithGit();
    process.env['GIT_DIR'] = join(desk.preview.newsroom.folder, 'none');
    try {
      expect(await desk.get('changes')).toMatchObject({ files: 0 });
      expect((await desk.get<History>('history?path=content/articles/bridge.md')).commits).toHaveLength(1);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('has another name where other files have changed, as many as before', async () => {
    const desk = await aDeskWithGit();
    const seen = async (): Promise<{ readonly files: number; readonly version: string }> => desk.get('changes');
    desk.preview.newsroom.write({ 'articles/new.md': aStory({ headline: 'New' }) });
    await expect.poll(async () => (await seen()).files, PATIENT).toBe(1);
    const before = await seen();

    git(desk, 'add', 'content/articles/new.md');
    git(desk, 'commit', '--quiet', '--message', 'New');
    desk.preview.newsroom.write({ 'articles/bridge.md': aStory({}, 'Another.\n') });

    await expect.poll(async () => (await seen()).version !== before.version, PATIENT).toBe(true);
    await expect.poll(async () => (await seen()).files, PATIENT).toBe(1);
    expect((await seen()).version).not.toBe(before.version);
  });

  it('starts no program that the repository names', async () => {
    const desk = await aDeskWithGit();
    const mark = join(desk.preview.newsroom.folder, 'ran');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'gpg.program'])
      git(desk, 'config', key, `touch ${mark}`);
    git(desk, 'config', 'log.showSignature', 'true');

    await desk.get('changes');
    await desk.get('history?path=content/articles/bridge.md');

    expect(existsSync(mark)).toBe(false);
  });

  it('takes no lock of the repository, and changes nothing of it', async () => {
    const desk = await aDeskWithGit();
    const index = join(desk.preview.newsroom.folder, '.git/index');
    const before = readFileSync(index);

    await desk.get('changes');

    expect(readFileSync(index).equals(before)).toBe(true);
  });

  it('is not told of what is no story', async () => {
    const { preview } = await aDeskWithGit();

    for (const path of [
      '',
      '--all',
      '--output=x',
      'content/articles/none.md',
      'content/site.yaml',
      '../x',
      'content/articles/../articles/bridge.md',
    ])
      expect((await get(preview, `_desk/history?path=${encodeURIComponent(path)}`)).status, path).toBe(404);
  });
});
