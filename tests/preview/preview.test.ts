import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { removePreviewNewsrooms } from './a-preview.ts';
import { aPreview, closePreviews, type Preview } from './a-preview.ts';
import { inLine } from './a-preview.ts';
import { hangUpAfter, rawRequest } from './requests.ts';
import { WebSocketProbe } from './requests.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
  vi.useRealTimers();
});

const BRIDGE = '2026/11/23/bridge/';

function get({ serving }: Preview, path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(serving.address + path, { redirect: 'manual', ...options });
}

async function socketOf({ serving }: Preview, headers: Readonly<Record<string, string>> = {}): Promise<WebSocketProbe> {
  const socket = await WebSocketProbe.open(serving.port, headers);
  if (typeof socket === 'number') throw new Error(`The websocket was refused: ${socket}`);
  return socket;
}

describe('a page', () => {
  it('comes with the script that loads it again, and is never kept', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });

    const response = await get(preview, BRIDGE);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/<script type="module">.*WebSocket.*<\/head>.*The city closed/s);
  });

  it('has no body where only its head is asked for', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const whole = await (await get(preview, BRIDGE)).arrayBuffer();

    const response = await get(preview, BRIDGE, { method: 'HEAD' });

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe(String(whole.byteLength));
  });

  it('is the page for what is not there', async () => {
    const response = await get(await aPreview({ 'articles/bridge.md': aStory() }), 'nothing/');

    expect([response.status, inLine(await response.text())]).toEqual([404, expect.stringContaining('not found')]);
  });

  it('is asked for again with its slash', async () => {
    const response = await get(await aPreview({ 'articles/bridge.md': aStory() }), '2026/11/23/bridge?a=b');

    expect([response.status, response.headers.get('location')]).toEqual([302, '/2026/11/23/bridge/?a=b']);
  });
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

describe('a save', () => {
  it('is told to the browser, which gets the new text', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const socket = await socketOf(preview);
    const first = await socket.message(0);
    while (socket.messages.length < 2) await wait(1);
    const known = socket.messages.length;

    preview.newsroom.write({ 'articles/bridge.md': aStory({}, 'It opens again.\n') });
    const told = await socket.message(known);

    expect(told).toMatchObject({ type: 'broadsheet.revision' });
    expect(told).not.toEqual(first);
    expect(inLine(await (await get(preview, BRIDGE)).text())).toContain('It opens again.');
    expect(preview.updates.at(-1)).toMatchObject({ paths: ['articles/bridge.md'], isGood: true, stories: 1 });
  });

  it('with an error shows the page of before, and over it what is wrong; a mended one shows the page alone', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory() });
    const count = (): number => preview.updates.length;

    preview.newsroom.write({ 'articles/bridge.md': aStory({ label: '<b>gossip</b>' }) });
    while (count() < 2) await wait(5);
    const broken = await (await get(preview, BRIDGE)).text();
    expect(inLine(broken)).toContain('The city closed the bridge.');
    expect(inLine(broken)).toMatch(
      /This story has an error.*this page stays as it was before.*error content\/articles\/bridge\.md , line 5.*What to do/,
    );
    expect(broken).toContain('&lt;b&gt;gossip');
    expect(broken).not.toContain('<b>gossip');

    preview.newsroom.write({ 'articles/bridge.md': aStory({}, 'Mended.\n') });
    while (count() < 3) await wait(5);
    const mended = await (await get(preview, BRIDGE)).text();
    expect(mended).toContain('Mended.');
    expect(mended).not.toContain('What to do');
  });
});

describe('content with errors at the start', () => {
  it('is told at the address of a story, until it is mended', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory({ label: '<b>gossip</b>' }) });

    for (const path of [BRIDGE, BRIDGE.slice(0, -1)]) {
      const response = await get(preview, path);
      const page = await response.text();
      expect([response.status, inLine(page)]).toEqual([
        500,
        expect.stringMatching(/This story has an error Until it is mended, there is no page of it.*bridge\.md/),
      ]);
      expect(page).not.toContain('<b>gossip');
      expect(page).toContain('new WebSocket');
    }
    const elsewhere = await get(preview, 'any/thing/');
    expect([elsewhere.status, inLine(await elsewhere.text())]).toEqual([
      404,
      expect.stringMatching(/1 story with errors.*bridge\.md/),
    ]);

    preview.newsroom.write({ 'articles/bridge.md': aStory() });
    while (preview.updates.length < 2) await wait(5);
    expect((await get(preview, BRIDGE)).status).toBe(200);
  });

  it('is told at every address where it is of the whole site', async () => {
    const preview = await aPreview({ 'articles/bridge.md': aStory(), 'site.yaml': 'title: [' });

    const response = await get(preview, 'any/thing/');

    expect([response.status, inLine(await response.text())]).toEqual([
      500,
      expect.stringMatching(/The content has an error.*site\.yaml/),
    ]);
  });
});

describe('what is not published yet', () => {
  it.each([
    ['a draft', { draft: true }, /^Draft: not published while draft: true stands in content\/articles\/bridge\.md \./],
    ['a story under embargo', { date: '2026-11-23 18:00' }, /^Under embargo until 23 November 2026 at 18:00 GMT/],
    ['both', { date: '2026-11-23 18:00', draft: true }, /^Draft: .* Under embargo until/],
  ])('has a bar over it, and no other page has: %s', async (_what, keys, words) => {
    const preview = await aPreview({ 'articles/bridge.md': aStory(keys), 'articles/other.md': aStory() });

    expect(inLine(await (await get(preview, BRIDGE)).text())).toMatch(words);
    for (const path of ['', '2026/11/23/other/', 'nothing/'])
      expect(await (await get(preview, path)).text()).not.toContain('broadsheet-bar');
  });
});

describe('warnings', () => {
  it('stand in a line over the foot of each page, those of its own file first', async () => {
    const preview = await aPreview({
      'articles/bridge.md': aStory({ headline: 'Long words '.repeat(20) }),
      'articles/other.md': aStory({}, ''),
      'fronts/home.yaml': 'stories: [none]\n',
    });
    const linesAt = async (path: string): Promise<readonly string[]> => {
      const [, panel = ''] = (await (await get(preview, path)).text()).split('<details>');
      const summary = /<summary>([^<]*)/.exec(panel)?.[1] ?? '';
      return [summary, ...[...panel.matchAll(/<b>([^<]*)/g)].map(([, file = '']) => file.slice('content/'.length))];
    };

    expect(await linesAt(BRIDGE)).toEqual([
      '1 warning here, 2 elsewhere',
      'articles/bridge.md',
      'articles/other.md',
      'fronts/home.yaml',
    ]);
    expect((await linesAt('2026/11/23/other/')).slice(0, 2)).toEqual([
      '1 warning here, 2 elsewhere',
      'articles/other.md',
    ]);
    expect((await linesAt('')).slice(0, 2)).toEqual(['1 warning here, 2 elsewhere', 'fronts/home.yaml']);
    expect((await linesAt('archive/'))[0]).toBe('3 warnings');
  });

  it('are not all listed where they are very many', async () => {
    const many = Array.from({ length: 30 }, (_, index): [string, string] => [`articles/${index}.md`, aStory({}, '')]);
    const preview = await aPreview(Object.fromEntries(many));
    const page = inLine(await (await get(preview, '')).text());

    expect([page.match(/warning content/g)?.length, page]).toEqual([
      20,
      expect.stringContaining('10 more: npx broadsheet check lists them.'),
    ]);
  });
});

describe('time', () => {
  it('takes the bar off a story when its embargo ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.parse('2026-11-23T13:00:00Z') - 300) });
    const preview = await aPreview(
      { 'articles/bridge.md': aStory(), 'articles/later.md': aStory({ date: '2026-11-23 13:00' }) },
      'clock',
    );
    const later = async (): Promise<string> => (await get(preview, '2026/11/23/later/')).text();
    expect(inLine(await later())).toMatch(/^Under embargo until 23 November 2026 at 13:00 GMT/);
    expect(preview.updates[0]?.embargoed).toHaveLength(1);

    vi.setSystemTime(new Date('2026-11-23T13:00:01Z'));
    // On a slow machine it has looked before, in vain.
    while (preview.updates.length < 2 || preview.updates.at(-1)?.embargoed.length !== 0) await wait(5);

    expect(await later()).not.toContain('broadsheet-bar');
    expect(preview.updates.at(-1)).toMatchObject({ paths: [], embargoed: [] });
  });
});

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
