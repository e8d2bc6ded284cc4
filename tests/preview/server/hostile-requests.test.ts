import { afterEach, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { hangUpAfter, rawRequest, socketOf, WebSocketProbe } from '../requests.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

const BRIDGE = '2026/11/23/bridge/';

describe('a hostile request', () => {
  const HOST = 'Host: 127.0.0.1\r\nConnection: close\r\n\r\n';

  it.each([
    ['GET /%2e%2e%2f HTTP/1.1\r\n', 400],
    ['GET /% HTTP/1.1\r\n', 400],
    ['GET /../../etc/passwd HTTP/1.1\r\n', 400],
    ['GET /..%2f..%2fetc/passwd HTTP/1.1\r\n', 400],
    ['GET /a%00 HTTP/1.1\r\n', 400],
    ['GET /a\\b HTTP/1.1\r\n', 400],
    ['GET //evil.example/ HTTP/1.1\r\n', 400],
    ['GET http://127.0.0.1/ HTTP/1.1\r\n', 400],
    ['OPTIONS * HTTP/1.1\r\n', 405],
    ['POST / HTTP/1.1\r\nContent-Length: 3\r\n', 405],
    ['DELETE / HTTP/1.1\r\n', 405],
    [`GET /${'a'.repeat(10_000)} HTTP/1.1\r\n`, 400],
    [`GET / HTTP/1.1\r\nX: ${'a'.repeat(100_000)}\r\n`, 431],
    ['GET / HTTP/9.9\r\n', 400],
    ['GET /.11ty/reload-client.js/../../../package.json HTTP/1.1\r\n', 400],
    ['GET /constructor HTTP/1.1\r\n', 404],
    ['GET /__proto__/ HTTP/1.1\r\n', 404],
    ['\u0000\u0001\u0002\r\n', 400],
  ])('is refused, and the server goes on: %j', async (line, status) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    const answer = await rawRequest(preview.serving.port, line + HOST);

    expect(answer.split('\r\n')[0]).toContain(`HTTP/1.1 ${status}`);
    expect((await get(preview, BRIDGE)).status).toBe(200);
    expect(preview.faults).toEqual([]);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', ''])('of another host is refused: %j', async (host) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    const answer = await rawRequest(
      preview.serving.port,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );

    expect(answer.split('\r\n')[0]).toContain(' 400 ');
    expect(answer).not.toContain('Ledger');
  });

  it('that is cut short, or is none, harms nothing', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    for (const bytes of [
      '',
      'GET',
      'GET / HT',
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
      new Uint8Array(5000),
    ]) {
      await hangUpAfter(preview.serving.port, bytes);
    }

    expect((await get(preview, BRIDGE)).status).toBe(200);
  });
});

describe('a websocket', () => {
  it('of a page of the site is let in', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const own = `127.0.0.1:${preview.serving.port}`;

    const socket = await WebSocketProbe.open(preview.serving.port, { host: own, origin: `http://${own}` });

    expect(socket).toBeInstanceOf(WebSocketProbe);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: 'evil.example' },
  ])('of any other page is refused: %j', async (headers) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    expect(await WebSocketProbe.open(preview.serving.port, headers)).toBe(401);
  });

  it('that says what is no message, or too much, is closed, and the server goes on', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const tooLong = Buffer.concat([Buffer.from([0x81, 0xff]), Buffer.alloc(8, 0x7f), Buffer.alloc(5000)]);

    for (const bytes of [Buffer.from([0xff, 0xff, 0xff]), Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]), tooLong]) {
      const socket = await socketOf(preview);
      socket.send(bytes);
      await socket.closed;
    }

    expect((await get(preview, BRIDGE)).status).toBe(200);
  });

  it('that is none is refused', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const upgrade = 'Connection: Upgrade\r\nUpgrade: tea\r\nHost: 127.0.0.1\r\n\r\n';

    expect(await rawRequest(preview.serving.port, `GET /% HTTP/1.1\r\n${upgrade}`)).toContain(' 400 ');
    expect((await get(preview, BRIDGE)).status).toBe(200);
  });
});
