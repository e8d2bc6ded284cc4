import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../src/preview/desk/story-facts.ts';
import { dateAt } from '../../../src/time/written-date.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import type { Answered, Desk } from './a-desk.ts';
import { aDeskWithRemote, git } from './desk-in-git.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n';

const FILES = {
  'articles/bridge.md': aStory({ headline: 'Bridge opens', draft: true, date: '2026-11-23 07:30' }),
  'articles/tunnel.md': aStory(),
  'articles/wrong.md': aStory({ headline: 'Wrong', draft: true, label: 'gossip' }),
};

const BRIDGE = 'content/articles/bridge.md';

/** Each look starts git. */
const PATIENT = { timeout: 60_000, interval: 250 };

function textOf({ preview }: Desk): string {
  return readFileSync(join(preview.newsroom.content, 'articles/bridge.md'), 'utf8');
}

interface Plan {
  readonly id: string;
  readonly steps: readonly string[];
  readonly remote: string;
}

function planOf({ body }: Answered): Plan {
  return body as Plan;
}

describe('publishing a story', () => {
  it('says what it will do, and does nothing of it', async () => {
    const desk = await aDeskWithRemote(FILES);
    const before = [textOf(desk), git(desk, 'rev-parse', 'HEAD')];

    const plan = planOf(await desk.post('publication', { path: BRIDGE, date: 'keep' }));

    expect(plan.remote).toBe('origin');
    expect(plan.steps).toEqual([
      'Take `draft` out of `content/articles/bridge.md`',
      'Commit `content/articles/bridge.md` on `main` as “Publish “Bridge opens””',
      'Push to `origin`, branch `main`',
      'Readers see it with the next build, dated 23 November 2026 at 07:30 GMT',
    ]);
    expect([textOf(desk), git(desk, 'rev-parse', 'HEAD')]).toEqual(before);
  });

  it('leaves the preview as it is: stories are read with what is not committed, too', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { newsroom, serving } = desk.preview;
    newsroom.write({ 'articles/show.md': aStory({ headline: 'Show' }, '![A dot](dot.svg){credit="Ana Ruiz"}\n') });
    newsroom.write({ 'articles/dot.svg': SVG });
    const page = (): Promise<Response> => fetch(`${serving.address}2026/11/23/show/`);
    await expect.poll(async () => (await page()).status, { timeout: 60_000 }).toBe(200);

    expect((await desk.post('publication', { path: BRIDGE })).status).toBe(200);
    newsroom.write({ 'articles/show.md': aStory({ headline: 'Show' }, 'Mended. ![A dot](dot.svg)\n') });

    await expect.poll(async () => (await page()).text(), { timeout: 60_000 }).toContain('Mended.');
    expect(desk.preview.updates.at(-1)?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ path: 'content/articles/wrong.md' }),
    ]);
  });

  it('dates by the clock, whatever moment the preview shows', async () => {
    const desk = await aDeskWithRemote(FILES, '2031-05-05 12:00');
    const before = dateAt(Date.now(), 'Europe/London');

    const { steps } = planOf(await desk.post('publication', { path: BRIDGE, date: 'now' }));

    const after = dateAt(Date.now(), 'Europe/London');
    const written = steps.map((step) => /`date: (.*?)`/.exec(step)?.[1]).find((date) => date !== undefined);
    expect([before, after]).toContain(written);
  });

  it('does what was shown', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE, date: 'keep' }));

    const { status, body } = await desk.post('publish', { id });

    expect([status, body]).toEqual([
      200,
      { commit: expect.stringMatching(/^[0-9a-f]{10}$/), isPushed: true, left: [] },
    ]);
    expect(textOf(desk)).not.toContain('draft');
    expect(git(desk, 'rev-parse', 'origin/main')).toBe(git(desk, 'rev-parse', 'HEAD'));
    expect((await desk.post('publish', { id })).status).toBe(409);
  });

  it('says which commits are pushed with it', async () => {
    const desk = await aDeskWithRemote(FILES);
    for (const message of ['One', 'Two']) git(desk, 'commit', '--quiet', '--allow-empty', '--message', message);

    const { steps } = planOf(await desk.post('publication', { path: BRIDGE }));

    expect(steps).toContain('Push to `origin`, branch `main`, with 2 earlier commits');
  });

  it('is offered of what is other than in the last commit, and of what is not pushed', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { newsroom } = desk.preview;
    const TUNNEL = 'content/articles/tunnel.md';
    const offered = async (path: string): Promise<string | undefined> => {
      await desk.get('changes');
      return (await desk.get<StoryFacts>(`story?path=${path}`)).toPublish;
    };
    const publish = async (path: string, wish: object): Promise<unknown> => {
      const plan = await desk.post('publication', { path, ...wish });
      expect(plan).toMatchObject({ status: 200 });
      return (await desk.post('publish', { id: planOf(plan).id })).body;
    };
    expect([await offered(BRIDGE), await offered(TUNNEL)]).toEqual(['draft', undefined]);

    newsroom.write({
      'articles/tunnel.md': aStory({}, 'It is open.\n'),
      'articles/new.md': aStory({ headline: 'New' }),
    });
    await expect.poll(() => offered(TUNNEL), PATIENT).toBe('changed');
    expect(await offered('content/articles/new.md')).toBe('changed');

    expect(await publish(TUNNEL, { push: false })).toMatchObject({ isPushed: false });
    expect(readFileSync(join(newsroom.content, 'articles/tunnel.md'), 'utf8')).toContain('updated');
    await expect.poll(() => offered(TUNNEL), PATIENT).toBe('unpushed');
    expect(await publish(TUNNEL, {})).toEqual({ isPushed: true, left: [] });
    expect(await offered(TUNNEL)).toBeUndefined();
    expect(await publish('content/articles/new.md', {})).toMatchObject({ isPushed: true });
    await expect.poll(() => offered('content/articles/new.md'), PATIENT).toBeUndefined();
  });

  it('is all that is offered of a branch of which nothing is known where it is pushed to', async () => {
    const desk = await aDeskWithRemote(FILES);
    git(desk, 'switch', '--quiet', '--create', 'other');
    await desk.get('changes');

    expect((await desk.get<StoryFacts>('story?path=content/articles/tunnel.md')).toPublish).toBe('unpushed');
  });

  it('is refused, and is no fault, where the story is gone by then', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE }));
    rmSync(join(desk.preview.newsroom.content, 'articles/bridge.md'));

    expect((await desk.post('publish', { id })).status).toBe(409);
    expect(desk.preview.faults).toEqual([]);
  });

  it('commits alone where nothing is to be pushed', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE, push: false }));

    expect((await desk.post('publish', { id })).body).toMatchObject({ isPushed: false });
    expect(git(desk, 'rev-list', '--count', 'origin/main..HEAD')).toBe('1');
  });

  it('does nothing where the story is another by then', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE }));
    writeFileSync(
      join(desk.preview.newsroom.content, 'articles/bridge.md'),
      aStory({ headline: 'Other', draft: true }),
    );

    expect((await desk.post('publish', { id })).status).toBe(409);
    expect(textOf(desk)).toContain('"draft": true');
    expect(git(desk, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  it('says why, where something stands in its way', async () => {
    const desk = await aDeskWithRemote(FILES);

    const wrong = await desk.post('publication', { path: 'content/articles/wrong.md' });
    expect(wrong.status).toBe(409);
    expect(wrong.body).toMatchObject({ error: expect.any(String), hint: expect.any(String) });
    expect((wrong.body as { diagnostics: readonly unknown[] }).diagnostics).not.toEqual([]);
    expect((await desk.post('publication', { path: 'content/articles/tunnel.md' })).status).toBe(409);
  });

  it('says what a hook said that refused it, and puts all back', async () => {
    const desk = await aDeskWithRemote(FILES);
    const hook = join(desk.preview.newsroom.folder, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\necho "The desk is closed" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const before = textOf(desk);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE }));

    const { status, body } = await desk.post('publish', { id });

    expect(status).toBe(409);
    expect(body).toMatchObject({ said: expect.stringContaining('The desk is closed') });
    expect(textOf(desk)).toBe(before);
  });

  it('changes nothing for what cannot be meant', async () => {
    const desk = await aDeskWithRemote(FILES);
    const before = textOf(desk);

    for (const [name, body, status] of [
      ['publication', { path: '../bridge.md' }, 404],
      ['publication', { path: '--all' }, 404],
      ['publication', { path: 'content/site.yaml' }, 404],
      ['publication', { path: 'content/articles/none.md' }, 404],
      ['publication', { path: [BRIDGE] }, 400],
      ['publication', { path: BRIDGE, push: 'yes' }, 400],
      ['publication', { path: BRIDGE, date: 5 }, 400],
      ['publication', { path: BRIDGE, date: 'x'.repeat(61) }, 400],
      ['publication', { path: BRIDGE, date: '2026-99-99' }, 409],
      ['publication', null, 400],
      ['publish', { id: 'wrong' }, 409],
      ['publish', { id: 1 }, 400],
      ['publish', {}, 400],
      ['publish', null, 400],
    ] as const) {
      const asked = `${name} ${JSON.stringify(body)}`;
      expect((await desk.post(name, body)).status, asked).toBe(status);
      expect([textOf(desk), desk.preview.faults], asked).toEqual([before, []]);
      expect(git(desk, 'rev-list', '--count', 'HEAD'), asked).toBe('1');
    }
  });

  it('changes nothing for whoever asks from elsewhere, without the token or in another form', async () => {
    const desk = await aDeskWithRemote(FILES);
    const { id } = planOf(await desk.post('publication', { path: BRIDGE }));

    for (const headers of [
      { origin: 'https://evil.example' },
      { 'x-broadsheet-token': 'wrong' },
      { 'content-type': 'text/plain' },
    ]) {
      const statuses = [
        await desk.post('publish', { id }, headers),
        await desk.post('publication', { path: BRIDGE }, headers),
      ];

      for (const { status } of statuses) expect([403, 415], JSON.stringify(headers)).toContain(status);
      expect(git(desk, 'rev-list', '--count', 'HEAD'), JSON.stringify(headers)).toBe('1');
    }
  });
});
