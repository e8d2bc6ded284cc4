import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEDIA_POLICY } from '../../../src/domain/media/policy.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { hostileSvg } from './hostile-svg.ts';
import { SvgOpener } from './open-svg.ts';
import { faultsOf, publishedOf } from './svg.ts';

let browser: Browser;
let opener: SvgOpener;
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-'));

beforeAll(async () => {
  browser = await launchChromium();
  opener = await SvgOpener.begin(browser);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

describe('what is published of a hostile drawing', () => {
  it('neither runs nor loads anything in a browser, where the drawing itself does', async () => {
    // Some of them are still on their way to elsewhere when the next is opened, so they have a page of their own.
    const raw = await SvgOpener.begin(browser);
    let attacking = 0;
    for (const seed of SEEDS.slice(0, 12)) {
      if ((await raw.open(hostileSvg(seed), String(seed))).length > 0) attacking += 1;
    }
    const faults: string[] = [];
    for (const seed of SEEDS) faults.push(...(await faultsOf(seed, opener, folder)));

    expect(faults).toEqual([]);
    expect(attacking).toBeGreaterThan(3);
  });

  it('is mostly something', () => {
    const kinds = SEEDS.map((seed) => publishedOf(hostileSvg(seed), folder).kind);

    expect(kinds.filter((kind) => kind === 'good').length).toBeGreaterThan(SEEDS.length / 2);
  });
});

describe('the policy of media', () => {
  it('is the one that hosts are told to send', () => {
    expect(readFileSync('docs/writing.md', 'utf8').split(MEDIA_POLICY)).toHaveLength(3);
  });

  it.each([
    ['bridge-turns.webm', 'video/webm'],
    ['auction-bell.wav', 'audio/wav'],
  ])('lets %s be played where it is opened by itself', async (name, type) => {
    const page = await browser.newPage();
    const headers = { 'content-security-policy': MEDIA_POLICY, 'x-content-type-options': 'nosniff' };
    const body = readFileSync(`content/media/${name}`);
    await page.route('**/*', (route) => route.fulfill({ body, contentType: type, headers }));
    await page.goto(`http://site.test/${name}`);
    await page.waitForFunction(() => document.querySelector('video')?.readyState === 4);
    const error = await page.evaluate(() => document.querySelector('video')?.error);
    await page.close();

    expect(error).toBeNull();
  });

  it('lets a drawing have its styles, and run nothing', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const body = `<svg xmlns="http://www.w3.org/2000/svg"><style>rect{fill:rgb(1, 2, 3)}</style><rect style="stroke:rgb(4, 5, 6)"/>
      <script>document.documentElement.setAttribute('data-ran', '')</script><image href="http://evil.test/a"/></svg>`;
    const headers = { 'content-security-policy': MEDIA_POLICY };
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body, contentType: 'image/svg+xml', headers });
    });
    await page.goto('http://site.test/a.svg');
    const seen = await page.evaluate(() => {
      const { fill, stroke } = getComputedStyle(document.querySelector('rect') as Element);
      return [fill, stroke, document.documentElement.hasAttribute('data-ran')];
    });
    await page.close();

    expect(seen).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)', false]);
    expect(asked).toEqual(['http://site.test/a.svg']);
  });
});
