import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FetchLimits, politeFetch } from '../../../../src/cli/import/write/fetch-medium.ts';
import { isPublic } from '../../../../src/cli/web/public-addresses.ts';

const PICTURE = Buffer.alloc(1000, 7);

let server: Server;
let asked: string[] = [];
let busyTimes = 0;

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  asked.push(url);
  if (url === '/a.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(PICTURE);
  else if (url === '/page.jpg') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>');
  else if (url === '/moved.jpg') response.writeHead(302, { location: '/a.jpg' }).end();
  else if (url === '/round.jpg') response.writeHead(302, { location: '/round.jpg' }).end();
  else if (url === '/inside.jpg') response.writeHead(302, { location: 'http://10.0.0.1/a.jpg' }).end();
  else if (url === '/file.jpg') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else if (url === '/large.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(20_000));
  else if (url === '/busy.jpg' && busyTimes++ < 1) response.writeHead(503).end();
  else if (url === '/down.jpg') response.writeHead(502).end();
  else if (url === '/busy.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(PICTURE);
  else if (url === '/cut.jpg') {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': '5000' }).write(PICTURE);
    response.destroy();
  } else if (url === '/unknown.pdf')
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(PICTURE);
  else response.writeHead(404).end();
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterAll(() => server.close());

const LIMITS: Partial<FetchLimits> = {
  ...{ pause: 1, mostBytes: 10_000, attempts: 2 },
  isAllowed: (address) => address === '127.0.0.1' || isPublic(address),
};

async function fetched(path: string, name = path.slice(1), limits: Partial<FetchLimits> = LIMITS): Promise<string> {
  asked = [];
  const found = await politeFetch(limits)(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, name);
  return found.kind === 'bytes' ? `${found.bytes.length} bytes` : found.why;
}

describe('fetching a medium', () => {
  it.each([
    ['a picture', '/a.jpg', '1000 bytes'],
    ['one that has moved', '/moved.jpg', '1000 bytes'],
    ['one whose host does not know what it is', '/unknown.pdf', '1000 bytes'],
    ['one whose host is busy for once', '/busy.jpg', '1000 bytes'],
    ['a page in the place of a picture', '/page.jpg', 'it is text/html, which page.jpg cannot be'],
    ['one that has moved in a circle', '/round.jpg', 'it has moved more than 5 times'],
    ['one that has moved to the network inside', '/inside.jpg', 'its address is none of the public internet'],
    ['one that has moved to a file', '/file.jpg', 'it is no address of the web'],
    ['one that is too large', '/large.jpg', 'it has over 10000 bytes'],
    ['nothing', '/nothing.jpg', 'its host answers 404'],
  ])('answers for %s', async (_what, path, expected) => {
    expect(await fetched(path)).toBe(expected);
  });

  it('does not keep what was cut off', async () => {
    expect(await fetched('/cut.jpg')).not.toMatch(/bytes$/);
    expect(asked).toEqual(['/cut.jpg', '/cut.jpg']);
  });

  it('leaves a host in peace that gives no answer', async () => {
    const fetch = politeFetch({ ...LIMITS, attempts: 1, mostSilences: 2 });
    const { port } = server.address() as AddressInfo;
    const ask = async (path: string): Promise<string> => {
      const found = await fetch(`http://127.0.0.1:${port}${path}`, 'a.jpg');
      return found.kind === 'bytes' ? 'bytes' : found.why;
    };
    asked = [];

    expect(await ask('/down.jpg')).toBe('its host answers 502');
    expect(await ask('/nothing.jpg')).toBe('its host answers 404');
    expect(await ask('/down.jpg')).toBe('its host answers 502');
    expect(await ask('/down.jpg')).toBe('its host answers 502');
    expect(await ask('/a.jpg')).toBe('its host gave no answer 2 times, and was not asked again');
    expect(asked).toEqual(['/down.jpg', '/nothing.jpg', '/down.jpg', '/down.jpg']);
  });

  it('asks no address that is not public, by number or by name', async () => {
    const { isAllowed: _any, ...strict } = LIMITS;

    expect(await fetched('/a.jpg', 'a.jpg', strict)).toBe('its address is none of the public internet');
    const { port } = server.address() as AddressInfo;
    for (const host of ['localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
      const found = await politeFetch(strict)(`http://${host}:${port}/a.jpg`, 'a.jpg');
      expect(found, host).toMatchObject({ kind: 'failed' });
    }
    expect(asked).toEqual([]);
  });

  it.each([
    'ftp://e.example/a.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,',
    'http://u:p@e.example/a.jpg',
    'nonsense',
  ])('refuses %s', async (url) => {
    expect(await politeFetch(LIMITS)(url, 'a.jpg')).toMatchObject({ kind: 'failed' });
  });

  it.each([
    ['93.184.216.34', true],
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['ff02::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::10.0.0.1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['::ffff:8.8.8.8', true],
  ])('knows whether %s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});
