import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, NOON, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = 'content/articles/bridge.md';
const URL = '/2026/11/23/bridge/';

function git({ preview }: Desk, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', preview.newsroom.folder, ...args], { encoding: 'utf8' }).trim();
}

/** A newsroom in a repository with a remote one. */
async function aDeskWithRemote(): Promise<Desk> {
  const desk = await aDesk({ 'articles/bridge.md': aStory(), 'articles/draft.md': aStory({ draft: true }) }, NOON);
  const { folder } = desk.preview.newsroom;
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(folder, 'remote.git')]);
  git(desk, 'init', '--quiet', '--initial-branch=main');
  git(desk, 'config', 'user.name', 'Ana Ruiz');
  git(desk, 'config', 'user.email', 'ana@ledger.example');
  git(desk, 'config', 'commit.gpgsign', 'false');
  git(desk, 'add', 'content');
  git(desk, 'commit', '--quiet', '--message', 'Begin');
  git(desk, 'remote', 'add', 'origin', join(folder, 'remote.git'));
  git(desk, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  return desk;
}

const textAt = ({ preview }: Desk, path: string): string => readFileSync(join(preview.newsroom.content, path), 'utf8');

describe('withdrawing a story', () => {
  it('says what it will do, and does that when it is told to; the draft is shown at its address', async () => {
    const desk = await aDeskWithRemote();
    const { body } = await desk.post('withdrawal', { path: BRIDGE, reason: 'It was wrong.' });
    const { id, steps } = body as { readonly id: string; readonly steps: readonly string[] };

    expect(steps).toEqual([
      'Write `draft: true` into `content/articles/bridge.md`',
      `Write \`${URL}: { gone: It was wrong. }\` into \`content/redirects.yaml\``,
      'Commit `content/articles/bridge.md`, `content/redirects.yaml` on `main` as “Withdraw “Harbour bridge closes””',
      'Push to `origin`, branch `main`',
      `Readers of \`${URL}\` see it no more from the next build on`,
    ]);
    expect(git(desk, 'status', '--porcelain', 'content')).toBe('');
    // It is no publication.
    expect((await desk.post('publish', { id })).status).toBe(409);
    expect((await desk.post('withdraw', { id })).body).toMatchObject({ isPushed: true });
    expect(textAt(desk, 'redirects.yaml')).toBe(`${URL}: { gone: It was wrong. }\n`);

    const state = async () => (await desk.get<{ readonly state: string }>(`story?path=${BRIDGE}`)).state;
    await expect.poll(state, { timeout: 60_000 }).toBe('draft');
    expect((await fetch(`${desk.preview.serving.address}${URL.slice(1)}`)).status).toBe(200);
    expect(desk.preview.updates.at(-1)?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is offered of what is no draft', async () => {
    const desk = await aDeskWithRemote();
    await desk.get('changes');
    const offered = async (path: string) =>
      (await desk.get<{ readonly canBeWithdrawn: boolean }>(`story?path=${path}`)).canBeWithdrawn;

    expect([await offered(BRIDGE), await offered('content/articles/draft.md')]).toEqual([true, false]);
  });

  it.each([
    [{}, 400],
    [{ path: BRIDGE, to: 5 }, 400],
    [{ path: BRIDGE, reason: ['x'] }, 400],
    [{ path: BRIDGE, reason: 'x'.repeat(6_000) }, 400],
    [{ path: BRIDGE, push: 'yes' }, 400],
    [[BRIDGE], 400],
    [{ path: 'content/site.yaml' }, 404],
    [{ path: 'content/articles/../site.yaml' }, 404],
    [{ path: '/etc/passwd' }, 404],
    [{ path: BRIDGE, to: 'javascript:alert(1)' }, 409],
    [{ path: BRIDGE, to: '/none/' }, 409],
    [{ path: 'content/articles/draft.md' }, 409],
  ])('refuses %j', async (asked, status) => {
    const desk = await aDeskWithRemote();
    const before = git(desk, 'rev-parse', 'HEAD');

    expect((await desk.post('withdrawal', asked)).status).toBe(status);
    expect([git(desk, 'rev-parse', 'HEAD'), git(desk, 'status', '--porcelain', 'content')]).toEqual([before, '']);
  });

  it.each([{ origin: 'https://elsewhere.example' }, { 'x-broadsheet-token': 'x' }, { 'content-type': 'text/plain' }])(
    'is nobody else’s: %j',
    async (headers) => {
      const desk = await aDeskWithRemote();
      for (const name of ['withdrawal', 'withdraw'])
        expect((await desk.post(name, { path: BRIDGE, id: 'x' }, headers)).status).toBeGreaterThanOrEqual(400);
      expect(git(desk, 'status', '--porcelain', 'content')).toBe('');
    },
  );
});
