import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aStory } from '../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, inLine, removePreviewNewsrooms } from './a-preview.ts';
import { socketOf } from './requests.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
  vi.useRealTimers();
});

const BRIDGE = '2026/11/23/bridge/';

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

  it('says what was withdrawn, as what is gone', async () => {
    const redirects = '/old/: { gone: It was wrong. }\n';
    const response = await get(await aPreview({ 'articles/bridge.md': aStory(), 'redirects.yaml': redirects }), 'old/');

    expect([response.status, inLine(await response.text())]).toEqual([410, expect.stringContaining('It was wrong.')]);
  });

  it('is asked for again with its slash', async () => {
    const response = await get(await aPreview({ 'articles/bridge.md': aStory() }), '2026/11/23/bridge?a=b');

    expect([response.status, response.headers.get('location')]).toEqual([302, '/2026/11/23/bridge/?a=b']);
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

describe('warnings', () => {
  it('stand in the bar of each page, those of its own file first', async () => {
    const preview = await aPreview({
      'articles/bridge.md': aStory({ headline: 'Long words '.repeat(20) }),
      'articles/other.md': aStory({}, ''),
      'fronts/home.yaml': 'stories: [none]\n',
    });
    const linesAt = async (path: string): Promise<readonly string[]> => {
      const [, menu = ''] = (await (await get(preview, path)).text()).split('<details class="problems');
      const [shown = ''] = menu.split('</details>');
      const summary = /<summary>([^<]*)/.exec(shown)?.[1] ?? '';
      return [summary, ...[...shown.matchAll(/<b>([^<]*)/g)].map(([, file = '']) => file.slice('content/'.length))];
    };

    expect(await linesAt(BRIDGE)).toEqual(['1 warning', 'articles/bridge.md', 'articles/other.md', 'fronts/home.yaml']);
    expect((await linesAt('2026/11/23/other/')).slice(0, 2)).toEqual(['1 warning', 'articles/other.md']);
    expect((await linesAt('')).slice(0, 2)).toEqual(['1 warning', 'fronts/home.yaml']);
    expect((await linesAt('archive/'))[0]).toBe('3 elsewhere');
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
  it('has a story published when its embargo ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.parse('2026-11-23T13:00:00Z') - 300) });
    const preview = await aPreview(
      { 'articles/bridge.md': aStory(), 'articles/later.md': aStory({ date: '2026-11-23 13:00' }) },
      'clock',
    );
    const later = async (): Promise<string> => (await get(preview, '2026/11/23/later/')).text();
    expect(inLine(await later())).toMatch(/^Embargo until 23 November 2026 at 13:00 GMT/);
    expect(preview.updates[0]?.embargoed).toHaveLength(1);

    vi.setSystemTime(new Date('2026-11-23T13:00:01Z'));
    // On a slow machine it has looked before, in vain.
    while (preview.updates.length < 2 || preview.updates.at(-1)?.embargoed.length !== 0) await wait(5);

    expect(inLine(await later())).toMatch(/^Published /);
    expect(preview.updates.at(-1)).toMatchObject({ paths: [], embargoed: [] });
  });
});
