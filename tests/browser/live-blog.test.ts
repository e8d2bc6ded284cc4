import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './demo-test.ts';

const LIVE = '/2026/11/23/ferry-monday-live/';
const PINNED = '/2026/11/22/bridge-closure-live/';
const OVER = '/2026/11/12/saltings-live/';
const NEWS = '[role=status]';
const MINUTE = 60_000;

async function idsOn(page: Page): Promise<readonly string[]> {
  return page.locator('.update').evaluateAll((updates) => updates.map(({ id }) => id));
}

test('a reader may have the oldest update first, and the newest again', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.goto(site.origin + OVER);
  const newestFirst = await idsOn(page);
  await page.getByRole('button', { name: 'Oldest first' }).click();
  const oldestFirst = await idsOn(page);
  await page.getByRole('button', { name: 'Newest first' }).press('Enter');
  const again = await idsOn(page);
  await page.close();

  expect(newestFirst.length).toBeGreaterThan(5);
  expect([...oldestFirst].reverse()).toEqual(newestFirst);
  expect(again).toEqual(newestFirst);
});

test('a notice of an update of the story stays where it is', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.route(`**${OVER}`, async (route) => {
    const html = await (await route.fetch()).text();
    return route.fulfill({
      body: html.replace('</main>', '<section class="notice update" id="note">Late</section></main>'),
      contentType: 'text/html',
    });
  });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(site.origin + OVER);
  await page.getByRole('button', { name: 'Oldest first' }).click();
  const [ids, parent] = [
    await idsOn(page),
    await page.locator('#note').evaluate((note) => note.parentElement?.localName),
  ];
  await page.close();

  expect(faults).toEqual([]);
  expect(ids.at(-1)).toBe('note');
  expect(parent).toBe('main');
});

test('a page without scripts has the newest first, a way to load it again, and no button', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + LIVE);
  const ids = await idsOn(page);
  const seen = [
    await page.getByRole('main').getByRole('button').count(),
    await page.getByRole('link', { name: 'Load the newest updates' }).count(),
  ];
  await context.close();

  expect([...ids].sort().reverse()).toEqual(ids);
  expect(seen).toEqual([0, 1]);
});

test('an open page tells of updates that came since, and loads them', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(site.origin + LIVE);
  const known = await idsOn(page);
  let answer = { count: known.length, updates: known };
  let asked = 0;
  await page.route('**/updates.json', (route) => {
    asked += 1;
    return route.fulfill({ json: answer });
  });
  await page.clock.fastForward(MINUTE);
  await expect.poll(() => asked).toBe(1);
  const before = await page.locator(NEWS).textContent();
  answer = { count: known.length + 2, updates: ['update-20261123-1215', 'update-20261123-1200', ...known] };
  await page.clock.fastForward(MINUTE);
  const link = page.locator(`${NEWS} a`);
  await link.waitFor();
  const told = await link.textContent();
  await Promise.all([page.waitForEvent('load'), link.click()]);
  const address = page.url();
  await page.close();

  expect(before).toBe('');
  expect(told).toBe('2 new updates: show them');
  expect(address).toBe(`${site.origin}${LIVE}#update-20261123-1200`);
});

test('an open page asks more and more seldom, and not at all in the background', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(site.origin + LIVE);
  const known = await idsOn(page);
  let asked = 0;
  await page.route('**/updates.json', (route) => {
    asked += 1;
    return route.fulfill({ json: { count: known.length, updates: known } });
  });
  for (let minute = 0; minute < 30; minute += 1) {
    await page.clock.runFor(MINUTE);
    await page.evaluate(() => fetch('/robots.txt').catch(() => {}));
  }
  const whileSeen = asked;
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(30 * MINUTE);
  const whileHidden = asked - whileSeen;
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => asked - whileSeen).toBe(1);
  await page.close();

  expect(whileSeen).toBeGreaterThan(3);
  expect(whileSeen).toBeLessThan(15);
  expect(whileHidden).toBe(0);
});

test('an open page whose coverage ended offers to load it again, and asks no more', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(site.origin + LIVE);
  let asked = 0;
  await page.route('**/updates.json', (route) => {
    asked += 1;
    return route.fulfill({ status: 404 });
  });
  await page.clock.fastForward(MINUTE);
  const link = page.locator(`${NEWS} a`);
  await link.waitFor();
  const told = await link.textContent();
  await page.clock.runFor(30 * MINUTE);
  await page.close();

  expect(told).toBe('Load the newest updates');
  expect(asked).toBe(1);
});

test('days go with their updates into the other order', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.goto(site.origin + OVER);
  const read = async (): Promise<readonly string[]> =>
    page
      .locator('.header-day time, .update time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 16) ?? ''));
  const newest = await read();
  await page.getByRole('button', { name: 'Oldest first' }).click();
  const oldest = await read();
  await page.getByRole('button', { name: 'Newest first' }).click();
  const again = await read();
  await page.close();

  expect(newest.filter((time) => time.length === 10)).toEqual(['2026-11-13', '2026-11-12']);
  expect(oldest).toEqual([...oldest].sort());
  expect(oldest).not.toEqual(newest);
  expect(again).toEqual(newest);
});

test('what is pinned stays first in either order', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.goto(site.origin + PINNED);
  const newest = await idsOn(page);
  await page.getByRole('button', { name: 'Oldest first' }).click();
  const oldest = await idsOn(page);
  await page.close();

  expect(newest).toEqual(['update-20261122-1805', 'update-20261123-1130', 'update-20261123-0650']);
  expect(oldest).toEqual(['update-20261122-1805', 'update-20261123-0650', 'update-20261123-1130']);
});

test('word of new updates stays in view while an older one is read', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.goto(site.origin + LIVE);
  const top = await page.evaluate(() => {
    const news = document.querySelector('.live-news') as HTMLElement;
    news.innerHTML = '<a href="#">3 new updates: show them</a>';
    document.querySelectorAll('.update')[4]?.scrollIntoView();
    return news.getBoundingClientRect().top;
  });
  await page.close();

  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(60);
});
