import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { json, type Route, type RouteRequest } from '../../../src/preview/server/route.ts';
import { Tools } from '../../../src/preview/server/tools.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { rawRequest } from '../requests.ts';

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await closePreviews();
  removePreviewNewsrooms();
});

interface Served {
  readonly port: number;
  readonly tools: Tools;
  readonly bodies: readonly unknown[];
  readonly faults: readonly unknown[];
}

async function serve({ isOpenToOthers = false } = {}): Promise<Served> {
  const bodies: unknown[] = [];
  const faults: unknown[] = [];
  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/_desk/save',
      mostBytes: 100,
      respond: ({ body }: RouteRequest) => {
        bodies.push(body);
        return json({ isDone: true });
      },
    },
    {
      method: 'POST',
      path: '/_desk/fail',
      respond: async () => {
        throw new Error('failed');
      },
    },
    {
      method: 'GET',
      path: '/_desk/broken',
      respond: () => {
        throw new Error('broken');
      },
    },
    { method: 'GET', path: '/_desk/', respond: () => ({ type: 'text/html; charset=utf-8', body: '<p>Desk</p>' }) },
  ];
  const tools = new Tools({
    routes,
    isOpenToOthers,
    served: () => ({ content: '/nowhere', site: undefined, trouble: undefined }),
    onFault: (fault) => faults.push(fault),
  });
  const listening = createServer((request, response) => {
    const [path = '', query] = (request.url ?? '').split('?');
    const { port } = listening.address() as AddressInfo;
    void tools.respond(request, response, { path, query: query === undefined ? '' : `?${query}`, port });
  });
  server = listening;
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return { port: (listening.address() as AddressInfo).port, tools, bodies, faults };
}

async function tokenOf(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/_desk/session`);
  return ((await answer.json()) as { readonly token: string }).token;
}

function connectionsOf(listening: Server | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    listening?.getConnections((fault, count) => (fault ? reject(fault) : resolve(count)));
  });
}

async function save(
  port: number,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
  name = 'save',
): Promise<number> {
  const given = {
    origin: `http://127.0.0.1:${port}`,
    'x-broadsheet-token': await tokenOf(port),
    'content-type': 'application/json',
  };
  const init = { method: 'POST', body, headers: { ...given, ...headers }, duplex: 'half' };
  const { status } = await fetch(`http://127.0.0.1:${port}/_desk/${name}`, init);
  return status;
}

describe('a tool of the preview', () => {
  it('takes what a page of this server posts with its token', async () => {
    const { port, bodies } = await serve();

    expect(await save(port, '{"words":"Größe","__proto__":{"isAdmin":true}}')).toBe(200);
    expect(bodies).toHaveLength(1);
    expect(Object.keys(bodies[0] as object)).toEqual(['words', '__proto__']);
    expect((bodies[0] as { readonly isAdmin?: unknown }).isAdmin).toBeUndefined();
    expect(({} as { readonly isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', {}, 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
    ['nothing', '', {}, 400],
    ['too much', `"${'a'.repeat(99)}"`, {}, 413],
    ['a wrong token', '1', { 'x-broadsheet-token': 'x' }, 403],
    ['another origin', '1', { origin: 'https://evil.example' }, 403],
  ])('refuses %s', async (_what, body, headers, status) => {
    const { port, bodies, faults } = await serve();

    expect(await save(port, body, headers)).toBe(status);
    expect(bodies).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('stops reading a body of unsaid length where it is too long', async () => {
    const { port, bodies } = await serve();
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(0x61)),
    });

    await expect(save(port, endless).catch(() => 413)).resolves.toBe(413);
    expect(bodies).toEqual([]);
  });

  it('tells a fault, and goes on', async () => {
    const { port, faults } = await serve();

    expect((await fetch(`http://127.0.0.1:${port}/_desk/broken`)).status).toBe(500);
    expect(faults).toEqual([new Error('broken')]);
    expect((await fetch(`http://127.0.0.1:${port}/_desk/`)).status).toBe(200);
  });

  it('tells nothing of a body that ends before its end, and tells of a fault after a whole one', async () => {
    const { port, faults } = await serve();
    const head = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nX-Broadsheet-Token: ${await tokenOf(port)}\r\nContent-Type: application/json\r\n`;
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /_desk/save HTTP/1.1\r\n${head}Content-Length: 50\r\n\r\n{"wor`);
    await expect.poll(() => connectionsOf(server), { timeout: 60_000 }).toBe(2);
    socket.destroy();
    await expect.poll(() => connectionsOf(server), { timeout: 60_000 }).toBe(1);
    expect(faults).toEqual([]);

    expect(await save(port, '1', {}, 'fail')).toBe(500);
    expect(faults).toEqual([new Error('failed')]);
  });

  it('keeps the key of the server that it takes the place of, if that is one', () => {
    const keyOf = (keyBefore: string | undefined, isOpenToOthers = true): string | undefined =>
      new Tools({
        ...{ routes: [], isOpenToOthers, keyBefore },
        served: () => ({ content: '/nowhere', site: undefined, trouble: undefined }),
        onFault: () => {},
      }).key;
    const key = keyOf(undefined) ?? '';

    expect(keyOf(key)).toBe(key);
    expect(keyOf(key, false)).toBeUndefined();
    for (const other of ['', 'short', `${key}x`, '________________\n']) expect(keyOf(other)).toMatch(/^[\w-]{16}$/);
    expect(keyOf('short')).not.toBe(key);
  });

  it('sends pages that load nothing of others, and stand in no page of others', async () => {
    const { port } = await serve();

    const policy = (await fetch(`http://127.0.0.1:${port}/_desk/`)).headers.get('content-security-policy');

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
  });

  it('opens to other machines by the key of the terminal alone, which does not stay in the address', async () => {
    const { port, tools } = await serve({ isOpenToOthers: true });
    const address = `http://127.0.0.1:${port}/_desk/`;

    expect((await fetch(address)).status).toBe(403);
    expect((await fetch(`${address}session`)).status).toBe(403);
    expect((await fetch(`${address}?key=wrong`)).status).toBe(403);
    const opened = await fetch(`${address}?key=${tools.key}`, { redirect: 'manual' });
    expect(opened.status).toBe(302);
    expect(opened.headers.get('location')).toBe('/_desk/');
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly; SameSite=Strict');
    expect((await fetch(address, { headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });
});

describe('a preview', () => {
  it('gives its pages the token, and takes no POST without', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const session = await get(preview, '_desk/session');

    expect(session.status).toBe(200);
    expect(session.headers.get('cache-control')).toBe('no-store');
    expect(session.headers.get('access-control-allow-origin')).toBeNull();
    expect((await get(preview, '_desk/session', { method: 'POST' })).status).toBe(405);
    expect((await get(preview, '_desk/nothing')).status).toBe(404);
  });

  it.each([
    ['GET /_desk/../../etc/passwd HTTP/1.1\r\n', 400],
    ['POST /_desk/%2e%2e/ HTTP/1.1\r\nContent-Length: 2\r\n', 400],
    ['POST /_desk/session HTTP/1.1\r\nContent-Length: 99999999999\r\n', 405],
    ['DELETE /_desk/session HTTP/1.1\r\n', 405],
    ['POST /_desk/session HTTP/1.1\r\nTransfer-Encoding: chunked\r\n', 405],
  ])('stands hostile requests for its tools: %j', async (line, status) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    const answer = await rawRequest(preview.serving.port, `${line}Host: 127.0.0.1\r\nConnection: close\r\n\r\n`);

    expect(answer.split('\r\n')[0]).toContain(` ${status} `);
    expect((await get(preview, '2026/11/23/bridge/')).status).toBe(200);
    expect(preview.faults).toEqual([]);
  });
});
