import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { MEDIA_POLICY } from '../../src/domain/media/policy.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, type Preview, removePreviewNewsrooms } from './a-preview.ts';
import { rawRequest } from './requests.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

describe('a media file', () => {
  const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));

  async function aFilm(path = 'media/film.mp4'): Promise<Preview> {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    mkdirSync(dirname(join(preview.newsroom.content, path)), { recursive: true });
    writeFileSync(join(preview.newsroom.content, path), BYTES);
    while (preview.updates.length < 2) await wait(5);
    return preview;
  }

  it('is sent as it is', async () => {
    const response = await get(await aFilm(), 'media/film.mp4');

    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  });

  it.each([
    ['bytes=10-19', 10, 19],
    ['bytes=990-', 990, 999],
    ['bytes=-100', 900, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=0-9,10-19', 0, 19],
  ])('is sent in part where a part is asked for: %s', async (range, start, end) => {
    const part = await get(await aFilm(), 'media/film.mp4', { headers: { range } });

    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${start}-${end}/1000`]);
    expect(part.headers.get('content-length')).toBe(String(end - start + 1));
    expect(Buffer.from(await part.arrayBuffer()).equals(BYTES.subarray(start, end + 1))).toBe(true);
  });

  it.each(['bytes=1000-', 'bytes=5-4', 'bytes=-0'])('has no such part: %s', async (range) => {
    const none = await get(await aFilm(), 'media/film.mp4', { headers: { range } });

    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
    expect(await none.text()).toBe('');
  });

  it.each(['', 'bytes=-', 'bytes=a-b', 'bytes=0-9x', 'lines=1-2', 'bytes=0-1,4-5'])(
    'is sent whole where no one part is asked for: %j',
    async (range) => {
      const whole = await get(await aFilm(), 'media/film.mp4', { headers: { range } });

      expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 1000]);
    },
  );

  it('has no body where only its head is asked for', async () => {
    const head = await get(await aFilm(), 'media/film.mp4', { method: 'HEAD' });

    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe('1000');
    expect(head.headers.get('accept-ranges')).toBe('bytes');
    expect(head.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['media/film.mp4', MEDIA_POLICY],
    ['media/picture.png', MEDIA_POLICY],
    // Chromium shows no PDF under such a policy.
    ['media/budget.pdf', null],
  ])('may do nothing but be shown: %s', async (path, policy) => {
    const { headers } = await get(await aFilm(path), path);

    expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
      policy,
      'nosniff',
    ]);
  });

  it('that is a drawing is sent without what runs, under the same policy', async () => {
    const preview = await aPreview({
      'articles/bridge.md': aStory(),
      'media/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 1h4"/></svg>',
      'public/app.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    });
    const map = await get(preview, 'media/map.svg');
    const app = await get(preview, 'app.svg');

    expect(map.headers.get('content-security-policy')).toBe(MEDIA_POLICY);
    expect(map.headers.get('content-type')).toBe('image/svg+xml');
    expect(await map.text()).toMatch(/^<svg [^>]*><path d="M0 1h4"\/><\/svg>\n$/);
    // What lies in content/public/ is the business of the newsroom.
    expect(app.headers.get('content-security-policy')).toBeNull();
    expect(await app.text()).toContain('<script>');
  });

  it.each(['ETag', 'Last-Modified'])('is not sent again to those who have it, by its %s', async (name) => {
    const preview = await aFilm();
    const { headers } = await get(preview, 'media/film.mp4');

    // A browser's own request would also say that it wants no answer that was kept.
    const condition = `If-${name === 'ETag' ? 'None-Match' : 'Modified-Since'}: ${headers.get(name)}`;
    const lines = ['GET /media/film.mp4 HTTP/1.1', 'Host: localhost', 'Connection: close', condition];
    const answer = await rawRequest(preview.serving.port, `${lines.join('\r\n')}\r\n\r\n`);

    expect(answer).toMatch(/^HTTP\/1\.1 304 .*\r\n\r\n$/s);
  });

  it('is sent whole to those who have a part of it as it was before', async () => {
    const preview = await aFilm();
    const { headers } = await get(preview, 'media/film.mp4');
    const condition = { range: 'bytes=10-19', 'if-range': headers.get('last-modified') ?? '' };
    const same = await get(preview, 'media/film.mp4', { headers: condition });

    utimesSync(join(preview.newsroom.content, 'media/film.mp4'), 4e9, 4e9);
    const other = await get(preview, 'media/film.mp4', { headers: condition });

    expect([same.status, (await same.arrayBuffer()).byteLength]).toEqual([206, 10]);
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, 1000]);
  });

  it('is sent under any name', async () => {
    const preview = await aFilm('media/raw of today/100%.mp4');

    expect((await get(preview, 'media/raw%20of%20today/100%25.mp4')).status).toBe(200);
  });

  it('is said to be gone where a folder took its place a moment ago', async () => {
    const preview = await aFilm();

    rmSync(join(preview.newsroom.content, 'media/film.mp4'));
    mkdirSync(join(preview.newsroom.content, 'media/film.mp4'));
    const response = await get(preview, 'media/film.mp4');

    expect([response.status, response.headers.get('location')]).toEqual([404, null]);
  });
});
