import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPages, storyPages } from '../site/demo.ts';
import { test } from './demo-test.ts';
import { faultsOf, onEachPage } from './sample.ts';
import { readToTheEnd } from './visit.ts';

/** Has each page of a context note what its policy did not let through: the directive, and what it was. */
async function noteViolations(context: BrowserContext): Promise<BrowserContext> {
  context.setDefaultTimeout(0);
  await context.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      noted.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return context;
}

function violationsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (window as unknown as { readonly noted: readonly string[] }).noted;
  });
}

/** A page of the demo that has something in it. */
function pageWith(part: string): string {
  const found = demoPages().find(({ html }) => html.includes(part));
  if (!found) throw new Error(`No page of the demo has ${part}`);
  return found.path;
}

test('the policy lets through all that pages of every kind load and run', async ({ browser, site }) => {
  const context = await noteViolations(await browser.newContext());
  const visits = await onEachPage(context, site, async ({ page }) => {
    await readToTheEnd(page);
    return violationsOn(page);
  });
  expect(faultsOf(visits, (violations) => violations)).toEqual([]);
  expect(visits.length).toBeGreaterThan(15);
});

test.for(['id="search"', 'data-updates=', '<audio', '<video', 'class="link-card"', 'class="gallery"'])(
  'the policy lets through all of a page with %s',
  async (part, { browser, site }) => {
    const context = await noteViolations(await browser.newContext());
    const page = await context.newPage();
    await page.goto(site.origin + pageWith(part), { waitUntil: 'load' });
    await page.evaluate(() => {
      for (const player of document.querySelectorAll<HTMLMediaElement>('audio, video')) player.load();
    });
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  },
);

test('an old address leads on under the policy', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  const path = pageWith('http-equiv="refresh"');
  await page.goto(site.origin + path, { waitUntil: 'commit' });
  await page.waitForURL((url) => url.pathname !== path);
  expect(told).toEqual([]);
  await context.close();
});

test('a recording is asked for when it is played, and not before', async ({ browser, site }) => {
  const context = await noteViolations(await browser.newContext());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.origin + pageWith('<audio'), { waitUntil: 'networkidle' });
  const sources = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLMediaElement>('audio, video')].map(({ src }) => src),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(asked.filter((url) => sources.includes(url))).toEqual([]);
  const played = page.waitForRequest(String(sources[0]));
  await page.evaluate(
    () =>
      void document
        .querySelector<HTMLMediaElement>('audio, video')
        ?.play()
        .catch(() => {}),
  );
  await played;
  expect(await violationsOn(page)).toEqual([]);
  await context.close();
});

/** What a fault in escaping, or a host in the middle, would put into a page. */
const INJECTED = `<script>window.ran = 'script'</script>
<style>h1 { display: none }</style>
<img src="/no-such-picture.png" onerror="window.ran = 'handler'">
<p id="styled" style="display: none">Text</p>
<script src="https://evil.example/x.js"></script>
<iframe src="https://evil.example/"></iframe>
<object data="https://evil.example/x.swf"></object>
<base href="https://evil.example/">
<a id="link" href="javascript:window.ran = 'link'">Link</a>
<img src="https://evil.example/pixel.png">`;

test('what is put into a page does not run, and does not change how it looks', async ({ browser, site }) => {
  const context = await noteViolations(await browser.newContext());
  const page = await context.newPage();
  const address = site.origin + String(storyPages()[0]?.path);
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<main', `${INJECTED}<main`);
    await route.fulfill({ response, body });
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.locator('#link').click();
  const seen = await page.evaluate(() => ({
    ran: (window as unknown as { readonly ran?: string }).ran,
    shown: ['h1', '#styled'].map((name) => getComputedStyle(document.querySelector(name) ?? document.body).display),
    base: document.baseURI,
  }));
  expect(seen).toEqual({ ran: undefined, shown: ['block', 'block'], base: address });
  const blocked = (await violationsOn(page)).map((violation) => violation.split(' ', 1)[0]);
  expect([...new Set(blocked)].sort()).toEqual([
    'base-uri',
    'frame-src',
    'img-src',
    'object-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
  ]);
  await context.close();
});

test('what scripts of a page add while it is read is judged by the same policy', async ({ browser, site }) => {
  const context = await noteViolations(await browser.newContext());
  const page = await context.newPage();
  await page.goto(`${site.origin}/`, { waitUntil: 'load' });
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = "window.ran = 'script'";
    const style = document.createElement('style');
    style.textContent = 'h1 { display: none }';
    document.head.append(script, style);
    await fetch('https://evil.example/').catch(() => {});
    return (window as unknown as { readonly ran?: string }).ran;
  });
  expect(ran).toBeUndefined();
  expect(await page.locator('h1').first().isVisible()).toBe(true);
  const blocked = (await violationsOn(page)).map((violation) => violation.split(' ', 1)[0]);
  expect(blocked.sort()).toEqual(['connect-src', 'script-src-elem', 'style-src-elem']);
  await context.close();
});
