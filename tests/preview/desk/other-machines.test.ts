import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DESK_ROUTES } from '../../../src/preview/desk/desk-routes.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, NOON, removePreviewNewsrooms } from '../a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

describe('a desk that other machines may reach', () => {
  it('shows the site to everybody, and itself to those who have the key alone', async () => {
    const { serving, newsroom, faults } = await aPreview({ 'articles/bridge.md': aStory() }, NOON, '0.0.0.0');
    const origin = `http://127.0.0.1:${serving.port}`;

    expect((await fetch(`${origin}/2026/11/23/bridge/`)).status).toBe(200);
    for (const { path, method } of DESK_ROUTES) {
      const asked = path.replace(/\*$/, 'desk.js');
      const body = method === 'POST' ? { body: '{"headline":"Bridge"}' } : {};
      const headers = { origin, 'content-type': 'application/json' };
      expect((await fetch(origin + asked, { method, headers, redirect: 'manual', ...body })).status, path).toBe(403);
    }
    expect(existsSync(join(newsroom.content, 'articles/2026'))).toBe(false);

    const address = new URL(serving.deskAddress);
    const opened = await fetch(`${origin}${address.pathname}${address.search}`, { redirect: 'manual' });
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(`${origin}/_desk/stories`, { headers: { cookie } })).status).toBe(200);
    expect(faults).toEqual([]);
  });
});

describe('the files of the desk', () => {
  it.each([
    ['desk.js', 200],
    ['desk.css', 200],
    ['nothing.js', 404],
    ['', 404],
    ['../desk-page.ts', 400],
    ['%2e%2e/desk-page.ts', 400],
    ['..%2fdesk-page.ts', 400],
    ['constructor', 404],
    ['desk.js/', 404],
  ])('are those that are named: %s', async (name, status) => {
    const { serving } = await aPreview({ 'articles/bridge.md': aStory() });
    const { request } = await import('node:http');

    // `fetch` would take the dots out.
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: serving.port, path: `/_desk/assets/${name}` }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

    expect(answered).toBe(status);
  });

  it('leads to the desk from its address without a slash', async () => {
    const { serving } = await aPreview({ 'articles/bridge.md': aStory() });

    const answer = await fetch(`http://127.0.0.1:${serving.port}/_desk`);

    expect(new URL(answer.url).pathname).toBe('/_desk/');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await answer.text()).not.toContain('<script>');
  });
});
