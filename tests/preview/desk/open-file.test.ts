import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk, type Desk } from './a-desk.ts';

const before = { ...process.env };

beforeEach(() => {
  for (const name of ['LAUNCH_EDITOR', 'VISUAL', 'EDITOR']) delete process.env[name];
});

afterEach(async () => {
  process.env = { ...before };
  await closePreviews();
  removePreviewNewsrooms();
});

/** An editor that notes what it was started with. */
function anEditor({ preview }: Desk, code = 0): string {
  const { folder } = preview.newsroom;
  const program = join(folder, 'code');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'opened')}'\nexit ${code}\n`);
  chmodSync(program, 0o755);
  process.env['EDITOR'] = program;
  return join(folder, 'opened');
}

describe('opening a file', () => {
  it('starts the editor at a line of a story', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    const opened = anEditor(desk);

    const answer = await desk.post('open', { path: 'content/articles/bridge.md', line: 4 });

    expect(answer).toEqual({ status: 200, body: { isOpened: true } });
    const file = join(desk.preview.newsroom.content, 'articles/bridge.md');
    await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(`-r\n-g\n${file}:4:1\n`);
  });

  it('hands the arguments of an editor over', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    const opened = anEditor(desk);
    process.env['EDITOR'] += ' --wait';

    expect((await desk.post('open', { path: 'content/site.yaml' })).status).toBe(200);
    await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toContain('--wait\n-r\n');
  });

  it('opens what has an error, even where there is nothing to show', async () => {
    const desk = await aDesk({ 'site.yaml': 'title: [\n', 'articles/bridge.md': aStory() });
    const opened = anEditor(desk);

    expect((await desk.post('open', { path: 'content/site.yaml', line: 1 })).status).toBe(200);
    await expect.poll(() => existsSync(opened)).toBe(true);
  });

  it('says so where the editor runs in a terminal, and does not start it', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    process.env['EDITOR'] = 'vim -u NONE';

    const { status, body } = await desk.post('open', { path: 'content/articles/bridge.md' });

    // Whether an editor with windows runs on this machine is not known.
    if (status !== 200) expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('EDITOR')]);
  });

  it('says so where the editor cannot be started', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    process.env['LAUNCH_EDITOR'] = join(desk.preview.newsroom.folder, 'nothing-here');

    expect((await desk.post('open', { path: 'content/articles/bridge.md' })).status).toBe(409);
    expect(desk.preview.faults).toEqual([]);
  });

  it.each([
    [{ path: '../bridge.md' }, 404],
    [{ path: 'content/../../bridge.md' }, 404],
    [{ path: '/etc/passwd' }, 404],
    [{ path: 'content/articles/../site.yaml' }, 404],
    [{ path: 'content/articles/none.md' }, 404],
    [{ path: 'content/articles/.hidden.md' }, 404],
    [{ path: 'content/articles/away.md' }, 404],
    [{ path: 'content/away/story.md' }, 404],
    [{ path: 'content/media/picture.png' }, 404],
    [{ path: 'C:\\Windows\\win.ini' }, 404],
    [{ path: '\\\\host\\share\\a.md' }, 404],
    [{ path: 'file:///etc/passwd' }, 404],
    [{ path: 'content/articles/bridge.md; touch x' }, 404],
    [{ path: 'content/articles/bridge.md', line: 0 }, 400],
    [{ path: 'content/articles/bridge.md', line: 1.5 }, 400],
    [{ path: 'content/articles/bridge.md', line: '1; touch x' }, 400],
    [{ path: 'content/articles/bridge.md', line: 1e300 }, 400],
    [{ path: ['content/articles/bridge.md'] }, 400],
    [{ path: { toString: 'x' } }, 400],
    [{}, 400],
    [[], 400],
    [null, 400],
    ['content/articles/bridge.md', 400],
  ])('opens nothing for %j', async (body, status) => {
    const desk = await aDesk({
      'articles/bridge.md': aStory(),
      'articles/.hidden.md': aStory(),
      'media/picture.png': 'no picture',
    });
    const { content, folder } = desk.preview.newsroom;
    writeFileSync(join(folder, 'secret.md'), 'secret');
    mkdirSync(join(folder, 'away'));
    linkSync(join(folder, 'secret.md'), join(folder, 'away/story.md'));
    symlinkSync(join(folder, 'secret.md'), join(content, 'articles/away.md'));
    symlinkSync(join(folder, 'away'), join(content, 'away'));
    const opened = anEditor(desk);

    expect((await desk.post('open', body)).status).toBe(status);
    expect(existsSync(opened)).toBe(false);
    expect(desk.preview.faults).toEqual([]);
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ 'x-broadsheet-token': 'wrong' }, 403],
    [{ 'x-broadsheet-token': '' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ])('opens nothing for whoever asks with %j', async (headers, status) => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });
    const opened = anEditor(desk);

    expect((await desk.post('open', { path: 'content/articles/bridge.md' }, headers)).status).toBe(status);
    expect(existsSync(opened)).toBe(false);
  });
});
