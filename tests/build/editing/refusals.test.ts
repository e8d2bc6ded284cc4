import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import { carryOut } from '../../../src/build/editing/publish/carry-out.ts';
import { aNewsroomInGit, git, type NewsroomInGit, writeHook } from './newsroom-in-git.ts';
import { DRAFT, PATH, plan, publish, stateOf } from './publishing.ts';

describe('a story that cannot be published', () => {
  const put = (newsroom: NewsroomInGit): void => newsroom.write(PATH, DRAFT);

  it.each<[string, (newsroom: NewsroomInGit) => void, object]>([
    [
      'without a repository',
      ({ folder }) => rmSync(join(folder, '.git'), { recursive: true }),
      { reason: 'repository' },
    ],
    ['without a remote', ({ git: run }) => run('remote', 'remove', 'origin'), { reason: 'remote' }],
    ['without a branch', ({ git: run }) => run('switch', '--quiet', '--detach'), { reason: 'repository' }],
    [
      'where a merge is going on',
      ({ folder }) => writeFileSync(join(folder, '.git/MERGE_HEAD'), ''),
      { reason: 'repository', message: expect.stringContaining('a merge') },
    ],
    ['whose file is ignored', ({ write }) => write('.gitignore', '2026/'), { reason: 'file' }],
    [
      'whose front matter takes keys from elsewhere',
      ({ write }) => write(PATH, DRAFT.replace('draft: true', '<<: { noindex: true }\ndraft: true')),
      { reason: 'front-matter', hint: expect.stringContaining('take out `draft`') },
    ],
    ['that cannot be read', ({ write }) => write(PATH, '---\nheadline: "A\n---\n'), { reason: 'front-matter' }],
    [
      'in another encoding',
      ({ write }) => write(PATH, Buffer.from('---\nheadline: \xe9\n---\n', 'latin1')),
      { reason: 'front-matter' },
    ],
  ])('is left as it is: %s', async (_what, break_, expected) => {
    const newsroom = aNewsroomInGit();
    put(newsroom);
    break_(newsroom);
    const before = readFileSync(join(newsroom.folder, PATH));

    expect(await publish(newsroom)).toMatchObject({ kind: 'refused', ...expected });
    expect(readFileSync(join(newsroom.folder, PATH))).toEqual(before);
  });

  it('is told which one may be meant, where there is none of that name', async () => {
    const newsroom = aNewsroomInGit();
    put(newsroom);
    const hintFor = async (given: string): Promise<unknown> => ((await plan(newsroom, {}, given)) as Refusal).hint;

    for (const given of [
      'bridge.md',
      'articles/2026/11/bridge.md',
      'content/articles/2026/11/brigde.md',
      'x/2026/12/bridge',
    ])
      expect(await hintFor(given), given).toContain(`did you mean \`${PATH}\`?`);
    expect(await hintFor('airport-closes.md')).toContain('give its path');
  });

  it.each<[string, (newsroom: NewsroomInGit) => string]>([
    ['nothing', () => 'content/articles/nothing.md'],
    ['a folder', () => 'content/articles'],
    ['a file outside of content/', ({ write }) => written('bridge.md', write)],
    ['a contributor', () => 'content/contributors/jane-doe.md'],
    ['a hidden file', ({ write }) => written('content/articles/.b/a.md', write)],
    [
      'a link',
      ({ write, folder }) => {
        write('content/articles/a.md', DRAFT);
        symlinkSync('a.md', join(folder, 'content/articles/b.md'));
        return 'content/articles/b.md';
      },
    ],
    [
      'a file in a folder that leads elsewhere',
      ({ write, folder }) => {
        write('elsewhere/a.md', DRAFT);
        mkdirSync(join(folder, 'content/articles'), { recursive: true });
        symlinkSync('../../elsewhere', join(folder, 'content/articles/x'));
        return 'content/articles/x/a.md';
      },
    ],
  ])('is none: %s', async (_what, make) => {
    const newsroom = aNewsroomInGit();
    expect(await plan(newsroom, {}, make(newsroom))).toMatchObject({ kind: 'refused', reason: 'no-story' });
  });

  it.each<[string, (newsroom: NewsroomInGit) => void, object]>([
    [
      'a hook refuses the commit',
      ({ folder }) => writeHook(join(folder, '.git/hooks/pre-commit'), 'echo "No capitals"; exit 1'),
      { reason: 'commit', said: expect.stringContaining('No capitals') },
    ],
    [
      'a hook refuses the push',
      ({ folder }) => writeHook(join(folder, '.git/hooks/pre-push'), 'echo "Not on Mondays" >&2; exit 1'),
      { reason: 'push', said: expect.stringContaining('Not on Mondays') },
    ],
    [
      'the remote refuses it',
      ({ remote }) => writeHook(join(remote, 'hooks/pre-receive'), 'echo "Closed"; exit 1'),
      { reason: 'push', said: expect.stringContaining('Closed'), hint: expect.stringContaining('does not take it') },
    ],
    [
      'somebody has pushed before',
      (newsroom) => {
        const other = `${newsroom.folder}/other`;
        git(newsroom.folder, 'clone', '--quiet', newsroom.remote, other);
        git(
          other,
          '-c',
          'user.name=A',
          '-c',
          'user.email=a@b.c',
          'commit',
          '--quiet',
          '--allow-empty',
          '--message=Before',
        );
        git(other, 'push', '--quiet');
        rmSync(other, { recursive: true });
      },
      { reason: 'push', hint: expect.stringContaining('git pull --rebase --autostash') },
    ],
    [
      'the remote is gone',
      ({ remote }) => rmSync(remote, { recursive: true }),
      { reason: 'push', said: expect.stringContaining('does not appear to be a git repository') },
    ],
    [
      'a password would be asked for',
      ({ git: run }) => {
        run('config', 'core.sshCommand', 'echo "Permission denied (publickey)." >&2; exit 255; #');
        run('remote', 'set-url', 'origin', 'ssh://git@post.invalid/x.git');
      },
      { reason: 'push', hint: expect.stringContaining('who you are') },
    ],
  ])('leaves everything as it was, with what was staged, if %s', async (_what, break_, expected) => {
    const newsroom = aNewsroomInGit({ 'content/articles/other.md': DRAFT.replace('Bridge', 'Port') });
    newsroom.write(PATH, DRAFT);
    newsroom.write('content/articles/other.md', DRAFT.replace('Bridge', 'Harbour'));
    newsroom.git('add', 'content/articles/other.md');
    break_(newsroom);
    const isGone = !existsSync(newsroom.remote);
    const state = (): unknown =>
      isGone ? [newsroom.status(), newsroom.git('rev-parse', 'HEAD'), newsroom.read(PATH)] : stateOf(newsroom);
    const before = state();

    expect(await publish(newsroom)).toMatchObject({
      kind: 'refused',
      ...expected,
      hint: expect.stringContaining('as it was before'),
    });
    expect(state()).toEqual(before);
  });

  it('leaves alone what was changed while it was asked about', async () => {
    const newsroom = aNewsroomInGit();
    newsroom.write(PATH, DRAFT);
    const planned = (await plan(newsroom)) as Publication;
    newsroom.write(PATH, DRAFT.replace('city', 'town'));

    expect(await carryOut(planned)).toMatchObject({ kind: 'refused', reason: 'busy' });
    expect(newsroom.read(PATH)).toBe(DRAFT.replace('city', 'town'));
  });
});

function written(path: string, write: NewsroomInGit['write']): string {
  write(path, DRAFT);
  return path;
}
