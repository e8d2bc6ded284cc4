import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import type { Desk } from './a-desk.ts';
import { aDeskWithRemote, git } from './desk-in-git.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = 'content/articles/bridge.md';
const URL = '/2026/11/23/bridge/';

const FILES = { 'articles/bridge.md': aStory(), 'articles/draft.md': aStory({ draft: true }) };

const textAt = ({ preview }: Desk, path: string): string => readFileSync(join(preview.newsroom.content, path), 'utf8');

describe('withdrawing a story', () => {
  it('says what it will do, and does that when it is told to; the draft is shown at its address', async () => {
    const desk = await aDeskWithRemote(FILES);
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
    const desk = await aDeskWithRemote(FILES);
    await desk.get('changes');
    const offered = async (path: string) =>
      (await desk.get<{ readonly canBeWithdrawn: boolean }>(`story?path=${path}`)).canBeWithdrawn;

    expect([await offered(BRIDGE), await offered('content/articles/draft.md')]).toEqual([true, false]);
  });

  it('refuses what cannot be meant', async () => {
    const desk = await aDeskWithRemote(FILES);
    const before = git(desk, 'rev-parse', 'HEAD');

    for (const [asked, status] of [
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
    ] as const) {
      const what = JSON.stringify(asked);
      expect((await desk.post('withdrawal', asked)).status, what).toBe(status);
      const now = [git(desk, 'rev-parse', 'HEAD'), git(desk, 'status', '--porcelain', 'content')];
      expect(now, what).toEqual([before, '']);
    }
  });

  it('is nobody else’s: from elsewhere, without the token or in another form', async () => {
    const desk = await aDeskWithRemote(FILES);
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { 'x-broadsheet-token': 'x' },
      { 'content-type': 'text/plain' },
    ]) {
      for (const name of ['withdrawal', 'withdraw']) {
        const { status } = await desk.post(name, { path: BRIDGE, id: 'x' }, headers);
        expect(status, `${name} ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(400);
      }
      expect(git(desk, 'status', '--porcelain', 'content'), JSON.stringify(headers)).toBe('');
    }
  });
});
