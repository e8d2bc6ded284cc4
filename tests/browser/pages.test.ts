import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { each, IS_NIGHT } from '../at-night.ts';
import { demoPages } from '../site/demo.ts';
import { test as base } from './demo-test.ts';
import { faultsOf, onEachPage } from './sample.ts';
import { readToTheEnd, visit } from './visit.ts';

const NARROWEST = 320;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

/** Each page is opened once on a telephone, and read to its end. */
const test = base.extend('onPhones', { scope: 'file' }, async ({ browser, site }) =>
  onEachPage(await browser.newContext({ viewport: PHONE }), site, async ({ page, faults }) => {
    const asLoaded = await usedOf(page, PHONE.width);
    await readToTheEnd(page);
    const shift = await page.evaluate(measureShift);
    await page.setViewportSize({ ...PHONE, width: NARROWEST });
    const narrowest = await usedOf(page, NARROWEST);
    await page.setViewportSize(PHONE);
    return { shift, widths: [asLoaded, narrowest], faults };
  }),
);

test('no page has an error on its console, a request that fails, or one that leaves the site', ({ onPhones }) => {
  expect(faultsOf(onPhones, ({ faults }) => faults)).toEqual([]);
});

if (IS_NIGHT)
  test('nor has it on a desk', async ({ browser, site }) => {
    const visits = await onEachPage(await browser.newContext({ viewport: DESK }), site, async ({ page, faults }) => {
      await readToTheEnd(page);
      return faults;
    });
    expect(faultsOf(visits, (faults) => faults)).toEqual([]);
  });

test('an address that leads nowhere shows the page that says so', async ({ browser, site }) => {
  const { page, faults } = await visit(browser, `${site.origin}/2026/no-such-story/`);
  expect(await page.locator('h1').textContent()).toBe('Page not found');
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  await page.context().close();
});

test('no page is wider than the screen of a telephone', ({ onPhones }) => {
  const wide = faultsOf(onPhones, ({ widths }) =>
    widths.flatMap(({ used, width }) => (used > width ? [`is ${used} pixels wide on ${width}`] : [])),
  );
  expect(wide).toEqual([]);
});

test('nothing on a page moves while it loads and is read', ({ onPhones }) => {
  const shifts = faultsOf(onPhones, ({ shift: { before, after } }) => {
    if (after <= before) return ['a shift that was made on purpose is not noticed'];
    return before > 0 ? [`moved by ${before}`] : [];
  });
  expect(shifts).toEqual([]);
});

/** How much of a width a page uses. */
async function usedOf(page: Page, width: number) {
  return { width, used: await page.evaluate(() => document.documentElement.scrollWidth) };
}

/** How far things moved until now (web.dev/cls), and how far after something was pushed in on purpose. */
async function measureShift(): Promise<{ readonly before: number; readonly after: number }> {
  const noted: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.push((entry as PerformanceEntry & { readonly value: number }).value);
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const settle = async (): Promise<number> => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return noted.reduce((sum, value) => sum + value, 0);
  };
  scrollTo(0, 0);
  const before = await settle();
  const pushed = document.createElement('div');
  pushed.style.height = '200px';
  document.body.prepend(pushed);
  return { before, after: await settle() };
}

test('the text of a story with a picture begins within the first screen of a phone', async ({ browser, site }) => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const paths = demoPages()
    .filter(({ html }) => /class="story story-body[^"]*"/.test(html) && html.includes('class="lead-picture"'))
    .filter(({ html }) => !html.includes('class="recording'))
    .map(({ path }) => path);
  const tops: Record<string, number> = {};
  for (const path of each(4, paths)) {
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
    tops[path] = await page
      .locator('.story-body > p')
      .first()
      .evaluate((text) => text.getBoundingClientRect().top);
  }

  expect(paths.length).toBeGreaterThan(10);
  expect(Object.entries(tops).filter(([, top]) => top >= PHONE.height)).toEqual([]);
  await context.close();
});

test('the menu of a phone opens without a script, and closes by the keyboard', async ({ browser, site }) => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  const sections = page.locator('.sections');

  expect(await sections.isVisible()).toBe(false);
  await page.locator('.menu-button').click();
  expect(await sections.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await sections.isVisible()).toBe(false);
  await page.setViewportSize(DESK);
  expect(await sections.isVisible()).toBe(true);
  expect(await page.locator('.menu-button').isVisible()).toBe(false);
  await context.close();
});
