import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carryOut, type CarriedOut } from '../../../src/build/editing/publish/carry-out.ts';
import { openStory } from '../../../src/build/editing/publish/open-story.ts';
import { planPublication, type Publication } from '../../../src/build/editing/publish/plan-publication.ts';
import type { Refusal } from '../../../src/build/editing/publish/refusal.ts';
import { aNewsroomInGit, git, type NewsroomInGit, writeHook } from './newsroom-in-git.ts';

const NOW = Date.UTC(2026, 10, 30, 9, 12);
const PATH = 'content/articles/2026/11/bridge.md';
const DRAFT =
  '---\nheadline: Bridge closes\ncontributors: jane-doe\ndate: 2026-11-20 08:00\ndraft: true\n---\n\nThe city closed it.\n';

function aNewsroomWithDraft(files: Readonly<Record<string, string>> = {}): NewsroomInGit {
  const newsroom = aNewsroomInGit(files);
  newsroom.write(PATH, DRAFT);
  return newsroom;
}

async function plan({ folder }: NewsroomInGit, push = true): Promise<Publication> {
  const story = await openStory({ content: join(folder, 'content'), file: join(folder, PATH), now: NOW });
  const planned = story.kind === 'open' ? await planPublication(story, { now: NOW, again: false, push }) : story;
  if (planned.kind === 'refused') throw new Error(planned.message);
  return planned;
}

async function publish(newsroom: NewsroomInGit): Promise<CarriedOut | Refusal> {
  return carryOut(await plan(newsroom));
}

/** Has somebody else push a commit. */
function pushElsewhere({ folder, remote }: NewsroomInGit): void {
  const other = `${folder}/other`;
  git(folder, 'clone', '--quiet', remote, other);
  for (const [key, value] of [
    ['user.name', 'A'],
    ['user.email', 'a@b.c'],
  ] as const)
    git(other, 'config', key, value);
  git(other, 'commit', '--quiet', '--allow-empty', '--message=Other');
  git(other, 'push', '--quiet');
  rmSync(other, { recursive: true });
}

describe('a push whose connection breaks', () => {
  it('is known to have arrived where the remote has the commit', async () => {
    const newsroom = aNewsroomWithDraft();
    writeHook(join(newsroom.remote, 'hooks/reference-transaction'), 'if [ $1 = committed ]; then kill -9 $PPID; fi');

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
    expect(newsroom.pushed('rev-parse', 'main')).toBe(newsroom.git('rev-parse', 'HEAD'));
    expect(newsroom.read(PATH)).not.toContain('draft');
  });

  it('is known to have arrived where somebody has pushed onto it since', async () => {
    const newsroom = aNewsroomWithDraft();
    const onto =
      'git update-ref refs/heads/main $(echo Onto | git -c user.name=A -c user.email=a@b.c commit-tree -p main main^{tree})';
    writeHook(join(newsroom.remote, 'hooks/post-receive'), `${onto}; kill -9 $PPID`);

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
    expect(newsroom.pushed('rev-parse', 'main~1')).toBe(newsroom.git('rev-parse', 'HEAD'));
  });

  it('is taken back where the remote does not have it', async () => {
    const newsroom = aNewsroomWithDraft();
    const before = newsroom.git('rev-parse', 'HEAD');
    writeHook(join(newsroom.remote, 'hooks/pre-receive'), 'kill -9 $PPID');

    expect(await publish(newsroom)).toMatchObject({
      reason: 'push',
      hint: expect.stringContaining('as it was before'),
    });
    expect([newsroom.git('rev-parse', 'HEAD'), newsroom.read(PATH)]).toEqual([before, DRAFT]);
    expect(newsroom.status()).toBe(`?? ${PATH}\n`);
  });

  it('leaves the commit where it cannot be known, and the next one pushes it', async () => {
    const newsroom = aNewsroomWithDraft();
    const leave = `mv ${newsroom.remote} ${newsroom.remote}-away; kill -9 $PPID`;
    writeHook(join(newsroom.remote, 'hooks/reference-transaction'), `if [ $1 = committed ]; then ${leave}; fi`);

    const end = await publish(newsroom);
    const commit = newsroom.git('rev-parse', 'HEAD').trim();

    expect(end).toMatchObject({
      reason: 'push',
      hint: expect.stringContaining(`the commit ${commit.slice(0, 10)} stays`),
    });
    expect(newsroom.git('log', '-1', '--format=%s')).toBe('Publish “Bridge closes”\n');
    expect(newsroom.read(PATH)).not.toContain('draft');

    git(newsroom.folder, 'clone', '--quiet', '--bare', `${newsroom.remote}-away`, newsroom.remote);
    rmSync(`${newsroom.remote}-away`, { recursive: true });
    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', commit: undefined, isPushed: true });
  });
});

describe('what happens elsewhere while a story is published', () => {
  it.each<[string, (newsroom: NewsroomInGit) => void, object]>([
    [
      'another branch, at the same commit',
      ({ git: run }) => run('switch', '--quiet', '--create', 'other'),
      { reason: 'busy' },
    ],
    ['another commit', ({ git: run }) => run('commit', '--quiet', '--allow-empty', '--message=x'), { reason: 'busy' }],
    [
      'a merge that is begun',
      ({ folder }) => writeFileSync(join(folder, '.git/MERGE_HEAD'), ''),
      { reason: 'repository' },
    ],
    ['the file is gone', ({ folder }) => rmSync(join(folder, PATH)), { reason: 'busy' }],
    [
      'its folder is gone',
      ({ folder }) => rmSync(join(folder, 'content/articles'), { recursive: true }),
      { kind: 'refused' },
    ],
  ])('is noticed: %s', async (_what, happen, expected) => {
    const newsroom = aNewsroomWithDraft();
    const planned = await plan(newsroom);
    happen(newsroom);
    const before = newsroom.git('rev-parse', 'HEAD', 'main');

    expect(await carryOut(planned)).toMatchObject({ kind: 'refused', ...expected });
    expect(newsroom.git('rev-parse', 'HEAD', 'main')).toBe(before);
    expect(newsroom.pushed('rev-list', '--count', 'main')).toBe('1\n');
  });

  it('is put back where git is ended while it commits', async () => {
    const newsroom = aNewsroomWithDraft();
    const before = newsroom.git('rev-parse', 'HEAD');
    writeHook(join(newsroom.folder, '.git/hooks/pre-commit'), 'kill -TERM $PPID; sleep 0.2');

    expect(await publish(newsroom)).toMatchObject({
      reason: 'commit',
      hint: expect.stringContaining('Everything is as it was before'),
    });
    expect([newsroom.git('rev-parse', 'HEAD'), newsroom.read(PATH)]).toEqual([before, DRAFT]);
    expect(newsroom.status()).toBe(`?? ${PATH}\n`);
  });

  it('is no failure where git is ended after it has committed', async () => {
    const newsroom = aNewsroomWithDraft();
    writeHook(join(newsroom.folder, '.git/hooks/post-commit'), 'kill -TERM $PPID; sleep 0.2');

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
    expect(newsroom.pushed('rev-parse', 'main')).toBe(newsroom.git('rev-parse', 'HEAD'));
    expect(newsroom.status()).toBe('');
  });

  it('is not undone: what somebody stages meanwhile', async () => {
    const newsroom = aNewsroomWithDraft({ 'content/articles/other.md': DRAFT.replace('Bridge', 'Port') });
    newsroom.write('content/articles/other.md', DRAFT.replace('Bridge', 'Harbour'));
    writeHook(join(newsroom.folder, '.git/hooks/pre-push'), 'git add content/articles/other.md; exit 1');

    const end = await publish(newsroom);

    expect(end).toMatchObject({ reason: 'push', hint: expect.stringContaining('staged something meanwhile') });
    expect(newsroom.status()).toContain('M  content/articles/other.md\n');
    expect(newsroom.read(PATH)).toBe(DRAFT);
  });

  it('is nothing: that another program looks at the working tree', async () => {
    const newsroom = aNewsroomWithDraft({ 'content/articles/other.md': DRAFT.replace('Bridge', 'Port') });
    const touch = 'touch -d "2 hours ago" content/articles/other.md; git status >/dev/null; exit 1';
    writeHook(join(newsroom.folder, '.git/hooks/pre-push'), touch);

    expect(await publish(newsroom)).toMatchObject({ hint: expect.stringContaining('Everything is as it was before') });
    expect(newsroom.status()).toBe(`?? ${PATH}\n`);
  });
});

describe('where a branch is pushed to', () => {
  const upstreamOf = ({ git: run }: NewsroomInGit): string =>
    run('config', '--get-regexp', String.raw`^branch\.main\.`);

  it('stays as it was set up, where pushes go to another remote', async () => {
    const newsroom = aNewsroomWithDraft();
    const fork = `${newsroom.folder}/fork.git`;
    git(newsroom.folder, 'clone', '--quiet', '--bare', newsroom.remote, fork);
    newsroom.git('remote', 'add', 'fork', fork);
    newsroom.git('config', 'remote.pushDefault', 'fork');
    const before = upstreamOf(newsroom);

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
    expect(upstreamOf(newsroom)).toBe(before);
    expect(git(fork, 'rev-parse', 'main')).toBe(newsroom.git('rev-parse', 'HEAD'));
    expect(newsroom.pushed('rev-list', '--count', 'main')).toBe('1\n');
  });

  it('is noted of a branch of which nothing is, whatever it is called', async () => {
    const newsroom = aNewsroomWithDraft();
    newsroom.git('switch', '--quiet', '--create', 'desk/x.y');
    newsroom.git('tag', 'desk/x.y');

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', isPushed: true });
    expect(newsroom.git('for-each-ref', '--format=%(upstream)', 'refs/heads/desk/x.y')).toBe(
      'refs/remotes/origin/desk/x.y\n',
    );
    expect(newsroom.pushed('rev-parse', 'refs/heads/desk/x.y')).toBe(newsroom.git('rev-parse', 'HEAD'));
  });

  it('is told later, where nothing is known of the branch there: what is committed is pushed', async () => {
    const newsroom = aNewsroomWithDraft();
    newsroom.git('switch', '--quiet', '--create', 'other');
    await carryOut(await plan(newsroom, false));

    expect(await publish(newsroom)).toMatchObject({ kind: 'carried-out', commit: undefined, isPushed: true });
    expect(newsroom.pushed('rev-parse', 'other')).toBe(newsroom.git('rev-parse', 'HEAD'));
  });

  it('is told of, where somebody has pushed before', async () => {
    const newsroom = aNewsroomWithDraft();
    pushElsewhere(newsroom);

    expect(await publish(newsroom)).toMatchObject({ hint: expect.stringContaining('git pull --rebase --autostash') });
    expect(newsroom.git('for-each-ref', 'refs/remotes')).not.toContain(newsroom.pushed('rev-parse', 'main').trim());
  });

  it('is told of, where it cannot be reached', async () => {
    const newsroom = aNewsroomWithDraft();
    newsroom.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/paper.git');

    const end = await publish(newsroom);

    expect(end).toMatchObject({ hint: expect.stringMatching(/cannot be reached.*as it was before/s) });
    expect(newsroom.status()).toBe(`?? ${PATH}\n`);
  });
});
